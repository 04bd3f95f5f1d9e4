using System.Globalization;

namespace DigitalTwin.Buildings.CityModels;

/// <summary>Which of several levels of detail is taken.</summary>
internal static class LodChoice
{
    /// <summary>A level as a number; one that is not stated counts as 1, so that a stated better one goes before it and an outline does not.</summary>
    public static double Level(string lod) => double.TryParse(lod, NumberStyles.Float, CultureInfo.InvariantCulture, out var level) ? level : 1;

    /// <summary>
    /// The level to take: what is asked for or, where that is missing, the nearest below, then the nearest above; where nothing is asked for, the highest below 4, else the lowest.
    /// Outlines (below 1) are not among them. Null where there is none.
    /// </summary>
    public static string? Of(IEnumerable<string> levels, string? asked)
    {
        string? best = null;
        var bestRank = (Group: int.MaxValue, Distance: double.PositiveInfinity);
        foreach (var lod in levels)
        {
            var level = Level(lod);
            if (level < 1) continue;
            var rank = Rank(lod, level, asked);
            if (rank.CompareTo(bestRank) < 0) (best, bestRank) = (lod, rank);
        }
        return best;
    }

    private static (int Group, double Distance) Rank(string lod, double level, string? asked)
    {
        if (asked is null) return level < 4 ? (0, -level) : (1, level);
        if (lod == asked || lod.StartsWith(asked + ".", StringComparison.Ordinal)) return (0, -level);
        var wanted = Level(asked);
        return level <= wanted ? (1, wanted - level) : (2, level - wanted);
    }
}
