namespace DigitalTwin.Simulation.Loop;

/// <summary>How n things are dealt to partitions: neighbours together, the same number to each, the last may get fewer.</summary>
public static class Split
{
    /// <summary>How many partitions n things make when at most so many are wanted.</summary>
    public static int Count(int things, int most) => (things + Each(things, most) - 1) / Each(things, most);

    /// <summary>The numbers of the things of one partition.</summary>
    public static int[] Part(int things, int most, int part)
    {
        var first = part * Each(things, most);
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(first, things, nameof(part));
        return [.. Enumerable.Range(first, Math.Min(Each(things, most), things - first))];
    }

    private static int Each(int things, int most) => (things + most - 1) / most;
}
