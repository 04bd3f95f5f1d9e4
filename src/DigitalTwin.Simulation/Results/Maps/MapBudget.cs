namespace DigitalTwin.Simulation.Results.Maps;

/// <summary>How much of a panel fits into a report: a page of a few megabytes opens at once and can be mailed; more cannot.</summary>
internal static class MapBudget
{
    /// <summary>Assets on a panel whose maps are drawn one by one and answer to a pointer; beyond it they become cells of a few pixels.</summary>
    public const int MostElements = 6000;

    /// <summary>Letters of values that a panel may have, runs not yet shortened.</summary>
    public const int Letters = 1_000_000;

    /// <summary>Letters of intervals that it may have besides.</summary>
    public const int IntervalLetters = 250_000;

    /// <summary>How many fields fit, at least one.</summary>
    public static int Fields(int elements, int frames, int contenders, bool hasWidths)
    {
        var cells = (long)elements * frames;
        // Most differences are within noise, which takes hardly any room.
        var perField = cells * contenders + (cells * (contenders - 1) / 4);
        return (int)Math.Max(1, (Letters - (hasWidths ? cells * contenders : 0)) / Math.Max(1, perField));
    }

    /// <summary>Whether intervals fit too.</summary>
    public static bool HasRoomForIntervals(int elements, int frames, int contenders, int fields) => (long)elements * frames * contenders * fields <= IntervalLetters;
}
