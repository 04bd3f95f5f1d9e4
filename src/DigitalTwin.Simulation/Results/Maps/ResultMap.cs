using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Results.Manifests;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Results.Maps;

/// <summary>
/// What a map of a run shows: one field of one layer of points or lines at the instant at which the layer stood worst, and the lines of other
/// layers for the network between the points.
/// </summary>
/// <param name="Layer">The layer's title.</param>
/// <param name="Field">The field.</param>
/// <param name="Ids">Assets' ids.</param>
/// <param name="Places">Assets' longitudes and latitudes.</param>
/// <param name="Values">Assets' values; NaN where not known.</param>
/// <param name="Lines">The lines.</param>
internal sealed record ResultMap(
    LocalizedText Layer, FieldLabel Field, IReadOnlyList<string> Ids, Coordinate[] Places, float[] Values, IReadOnlyList<MapLine> Lines)
{
    /// <summary>
    /// Makes the map. Lines of other layers take their colour from the assets at their ends, found by place; where there are none a line stays plain.
    /// </summary>
    public static ResultMap? Of(LocalizedText layer, FieldLabel field, IReadOnlyList<string> ids, IReadOnlyList<Geometry?> geometries, float[] values, IEnumerable<Geometry?> others)
    {
        var places = new Coordinate[geometries.Count];
        var at = new Dictionary<(double, double), float>(places.Length);
        var lines = new List<MapLine>();
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = geometries[i] is { IsEmpty: false } geometry ? (geometry is Point ? geometry : geometry.Centroid).Coordinate : new Coordinate(double.NaN, double.NaN);
            if (geometries[i] is LineString own) Add(own, _ => values[i]);
            else if (IsPlace(places[i])) at[(places[i].X, places[i].Y)] = values[i];
        }
        if (at.Count == 0 && lines.Count == 0) return null;
        foreach (var other in others)
            if (other is LineString line) Add(line, place => at.TryGetValue((place.X, place.Y), out var value) ? value : float.NaN);
        return new(layer, field, ids, places, values, lines);

        void Add(LineString line, Func<Coordinate, float> value)
        {
            var coordinates = line.Coordinates;
            if (!line.IsEmpty && Array.TrueForAll(coordinates, IsPlace)) lines.Add(new(coordinates, value(coordinates[0]), value(coordinates[^1])));
        }
    }

    /// <summary>Whether a coordinate is a place on earth.</summary>
    public static bool IsPlace(Coordinate place) => Math.Abs(place.X) <= 360 && Math.Abs(place.Y) <= 90;
}

/// <summary>A line and the values of the assets at its ends, NaN where there is none.</summary>
internal sealed record MapLine(Coordinate[] Coordinates, float First, float Last)
{
    /// <summary>Mean of the ends that are known; NaN when none is.</summary>
    public float Value => float.IsNaN(First) ? Last : float.IsNaN(Last) ? First : (First + Last) / 2;
}
