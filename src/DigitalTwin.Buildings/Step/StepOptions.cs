namespace DigitalTwin.Buildings.Step;

/// <summary>How a file is opened.</summary>
public sealed record StepOptions
{
    /// <summary>
    /// Files up to this many bytes are read into memory and let go; longer ones are mapped, so that the system may take their pages back,
    /// and must not be cut short by others while they are open.
    /// </summary>
    public long MapAbove { get; init; } = 64L << 20;

    /// <summary>How many records with one kind of mistake are listed one by one; the others are counted.</summary>
    public int ListedPerMistake { get; init; } = 20;

    /// <summary>Told the share of the bytes scanned, 0 to 1, now and then.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Bytes looked at in one go; records longer than this are refused. For tests: the answer does not depend on it.</summary>
    internal int Window { get; init; } = 1 << 30;
}
