using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Results.Manifests;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Results.Maps;

/// <summary>
/// What the map of a run shows: one field of one layer of points at the instant at which the layer stood worst, and the lines of the other
/// layers for the network between them.
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
    /// <summary>The field to show: a pressure if there is one, else the first of which we know which way it is worse; null when there is none.</summary>
    public static (int Layer, int Field)? Choose(IReadOnlyList<LayerLabel> layers)
    {
        (int, int)? first = null;
        for (var l = 0; l < layers.Count; l++)
        {
            for (var f = 0; f < layers[l].Fields.Count; f++)
            {
                var field = layers[l].Fields[f];
                if (field.Worse == KpiDirection.Neutral || field.WorstInstant is null) continue;
                if (field.Name == "pressure") return (l, f);
                first ??= (l, f);
            }
        }
        return first;
    }

    /// <summary>
    /// Makes the map. Lines take their colour from the assets at their ends, found by place; where there are none a line stays plain.
    /// </summary>
    public static ResultMap? Of(LocalizedText layer, FieldLabel field, IReadOnlyList<string> ids, IReadOnlyList<Geometry?> geometries, float[] values, IEnumerable<Geometry?> others)
    {
        var places = new Coordinate[geometries.Count];
        var at = new Dictionary<(double, double), float>(places.Length);
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = geometries[i] is { IsEmpty: false } geometry ? (geometry is Point ? geometry : geometry.Centroid).Coordinate : new Coordinate(double.NaN, double.NaN);
            if (IsPlace(places[i])) at[(places[i].X, places[i].Y)] = values[i];
        }
        if (at.Count == 0) return null;
        var lines = new List<MapLine>();
        foreach (var other in others)
        {
            if (other is not LineString { IsEmpty: false } line) continue;
            var coordinates = line.Coordinates;
            if (Array.TrueForAll(coordinates, IsPlace)) lines.Add(new(coordinates, ValueAt(coordinates[0]), ValueAt(coordinates[^1])));
        }
        return new(layer, field, ids, places, values, lines);

        float ValueAt(Coordinate place) => at.TryGetValue((place.X, place.Y), out var value) ? value : float.NaN;
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
