namespace DigitalTwin.Simulation.Results.Maps;

/// <summary>
/// The foremost places of a map: the one with the largest key, then the largest that is not near one already named, and so on, so that five names are five places and not five
/// neighbours.
/// </summary>
internal static class Foremost
{
    /// <summary>Indices of at most <paramref name="count"/> elements at least <paramref name="apart"/> grid units from each other.</summary>
    /// <param name="keys">How foremost each is; what is not finite is left out.</param>
    /// <param name="elements">Where they are.</param>
    /// <param name="count">Most.</param>
    /// <param name="apart">Least distance.</param>
    public static IReadOnlyList<int> Of(double[] keys, IReadOnlyList<MapElement> elements, int count, double apart)
    {
        var chosen = new List<int>();
        foreach (var e in Enumerable.Range(0, keys.Length).Where(e => double.IsFinite(keys[e])).OrderByDescending(e => keys[e]))
        {
            if (chosen.TrueForAll(other => Math.Pow(elements[other].X - elements[e].X, 2) + Math.Pow(elements[other].Y - elements[e].Y, 2) >= apart * apart)) chosen.Add(e);
            if (chosen.Count == count) break;
        }
        return chosen;
    }
}
