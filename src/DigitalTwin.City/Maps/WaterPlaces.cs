using DigitalTwin.Cities.Places;
using DigitalTwin.Water.Network;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Maps;

/// <summary>Where a water network lies, and how many people depend on its junctions.</summary>
public sealed class WaterPlaces
{
    private readonly WaterNetwork network;
    private readonly CoordinateSystem system;

    internal WaterPlaces(WaterNetwork network, CoordinateSystem system, double[] people)
    {
        this.network = network;
        this.system = system;
        People = people;
        var n = network.Nodes.Count;
        (Longitude, Latitude) = (new double[n], new double[n]);
        for (var i = 0; i < n; i++) (Longitude[i], Latitude[i]) = system.ToDegrees(network.Nodes.X[i], network.Nodes.Y[i]);
    }

    /// <summary>Longitude of each node, degrees; NaN when the file gives none.</summary>
    public double[] Longitude { get; }

    /// <summary>Latitude of each node, degrees; NaN when the file gives none.</summary>
    public double[] Latitude { get; }

    /// <summary>People at each junction.</summary>
    public double[] People { get; }

    /// <summary>The line of a link in degrees, with its vertices; null when a node of it has no place.</summary>
    public LineString? LineOf(int link)
    {
        var (from, to) = (network.Links.From[link], network.Links.To[link]);
        if (double.IsNaN(Longitude[from]) || double.IsNaN(Longitude[to])) return null;
        var vertices = network.Links.Vertices[link];
        var line = new List<Coordinate>(vertices.Length + 2) { new(Longitude[from], Latitude[from]) };
        foreach (var (x, y) in vertices)
        {
            var (longitude, latitude) = system.ToDegrees(x, y);
            if (!double.IsNaN(longitude)) line.Add(new(longitude, latitude));
        }
        line.Add(new(Longitude[to], Latitude[to]));
        return new LineString([.. line]);
    }

    /// <summary>The middle of a link, degrees; NaN when a node of it has no place.</summary>
    public (double Longitude, double Latitude) MiddleOf(int link)
    {
        var (from, to) = (network.Links.From[link], network.Links.To[link]);
        if (network.Links.Vertices[link].Length == 0) return ((Longitude[from] + Longitude[to]) / 2, (Latitude[from] + Latitude[to]) / 2);
        if (LineOf(link) is not { } line) return (double.NaN, double.NaN);
        var middle = new NetTopologySuite.LinearReferencing.LengthIndexedLine(line).ExtractPoint(line.Length / 2);
        return (middle.X, middle.Y);
    }
}
