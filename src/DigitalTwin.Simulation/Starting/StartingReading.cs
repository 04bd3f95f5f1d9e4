namespace DigitalTwin.Simulation.Starting;

/// <summary>How far a reading can be trusted, in the order of the classes of OPC UA.</summary>
public enum ReadingQuality : byte
{
    /// <summary>As measured.</summary>
    Good = 0,

    /// <summary>Usable with doubt.</summary>
    Uncertain = 1,

    /// <summary>Not usable: no run starts from it.</summary>
    Bad = 2,
}

/// <summary>Where a reading comes from.</summary>
public enum ReadingOrigin : byte
{
    /// <summary>A sensor, or a person who read one.</summary>
    Observed = 0,

    /// <summary>The twin, from what was observed.</summary>
    Derived = 1,

    /// <summary>A run.</summary>
    Simulated = 2,

    /// <summary>A person or a program that changed a world by hand.</summary>
    Assumed = 3,
}

/// <summary>What a world knows of one property of one asset at the instant from which a run starts.</summary>
/// <param name="Asset">The asset's id: <c>water/tank/T-1</c>.</param>
/// <param name="Property">The property: <c>level</c>.</param>
/// <param name="Value">The value in the property's unit; NaN when it is a word.</param>
/// <param name="Text">The value when it is a word: <c>open</c>; null for a number.</param>
/// <param name="ObservedAt">When it was so, UTC.</param>
/// <param name="Quality">How far it can be trusted.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Origin">Where it comes from.</param>
public sealed record StartingReading(
    string Asset, string Property, double Value, string? Text, DateTimeOffset ObservedAt, ReadingQuality Quality, string Source, ReadingOrigin Origin)
{
    /// <summary>Whether a run may start from it: it is not <see cref="ReadingQuality.Bad"/>, and a finite number or a word.</summary>
    public bool IsUsable => Quality != ReadingQuality.Bad && (Text is not null || double.IsFinite(Value));
}
