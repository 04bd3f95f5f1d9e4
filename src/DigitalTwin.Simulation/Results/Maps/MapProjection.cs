using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Results.Maps;

/// <summary>
/// Longitude and latitude to pixels: equirectangular about the middle latitude, which over a city (tens of kilometres) keeps shapes to a
/// thousandth. North is up.
/// </summary>
internal sealed class MapProjection
{
    /// <summary>Metres of a degree of latitude on a sphere of 6,371,008.8 m (IUGG mean radius).</summary>
    private const double MetresPerDegree = 6_371_008.8 * Math.PI / 180;

    private readonly double west, north, across, pixelsPerMetre, left, top;

    public MapProjection(IEnumerable<Coordinate> places, double width, double leastHeight, double mostHeight, double margin)
    {
        var box = new Envelope();
        foreach (var place in places)
            if (ResultMap.IsPlace(place)) box.ExpandToInclude(place);
        (west, north) = (box.MinX, box.MaxY);
        across = MetresPerDegree * Math.Cos(box.Centre.Y * Math.PI / 180);
        double metresWide = Math.Max(box.Width * across, 1), metresHigh = Math.Max(box.Height * MetresPerDegree, 1);
        Width = width;
        Height = Math.Clamp((metresHigh / metresWide * (width - (2 * margin))) + (2 * margin), leastHeight, mostHeight);
        pixelsPerMetre = Math.Min((Width - (2 * margin)) / metresWide, (Height - (2 * margin)) / metresHigh);
        left = (Width - (metresWide * pixelsPerMetre)) / 2;
        top = (Height - (metresHigh * pixelsPerMetre)) / 2;
    }

    /// <summary>Size of the picture, pixels.</summary>
    public double Width { get; }

    /// <inheritdoc cref="Width"/>
    public double Height { get; }

    /// <summary>Scale, pixels per metre.</summary>
    public double PixelsPerMetre => pixelsPerMetre;

    /// <summary>Place in pixels, from the upper left corner.</summary>
    public (double X, double Y) At(Coordinate place) =>
        (left + ((place.X - west) * across * pixelsPerMetre), top + ((north - place.Y) * MetresPerDegree * pixelsPerMetre));
}
