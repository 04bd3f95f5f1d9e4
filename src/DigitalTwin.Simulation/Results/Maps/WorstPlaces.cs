using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Simulation.Results.Maps;

/// <summary>
/// The worst places of a map, worst first: the asset with the worst value, then the worst that is not near one already named, and so on, so
/// that five names are five places and not five neighbours.
/// </summary>
internal static class WorstPlaces
{
    /// <summary>Indices of at most <paramref name="count"/> assets at least <paramref name="apart"/> pixels from each other.</summary>
    public static IReadOnlyList<int> Of(ResultMap map, MapProjection projection, int count, double apart)
    {
        var order = Enumerable.Range(0, map.Values.Length).Where(i => float.IsFinite(map.Values[i]) && ResultMap.IsPlace(map.Places[i])).ToArray();
        var keys = Array.ConvertAll(order, i => map.Field.Worse == KpiDirection.Less ? (map.Values[i], i) : (-map.Values[i], i));
        Array.Sort(keys, order);
        var chosen = new List<int>();
        foreach (var i in order)
        {
            var (x, y) = projection.At(map.Places[i]);
            if (chosen.TrueForAll(other => Distance(projection.At(map.Places[other]), x, y) >= apart)) chosen.Add(i);
            if (chosen.Count == count) break;
        }
        return chosen;
    }

    private static double Distance((double X, double Y) a, double x, double y) => Math.Sqrt(((a.X - x) * (a.X - x)) + ((a.Y - y) * (a.Y - y)));
}
