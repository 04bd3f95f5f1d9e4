namespace DigitalTwin.Grains.Contracts.Telemetry;

/// <summary>How far a value can be trusted, in the three classes of OPC UA (Part 8, status codes).</summary>
[GenerateSerializer, Alias("dt.quality")]
public enum Quality
{
    /// <summary>As measured.</summary>
    Good = 0,

    /// <summary>Usable with doubt: estimated, out of calibration, older than it should be.</summary>
    Uncertain = 1,

    /// <summary>Not usable; kept in the history, never the newest value of a twin.</summary>
    Bad = 2,
}

/// <summary>Where a value comes from.</summary>
[GenerateSerializer, Alias("dt.origin")]
public enum Origin
{
    /// <summary>A sensor, or a person who read one.</summary>
    Observed = 0,

    /// <summary>The twin itself, from what it has observed: an occupancy from entries and exits.</summary>
    Derived = 1,

    /// <summary>A simulation.</summary>
    Simulated = 2,

    /// <summary>A person or a program that changed a forked world: a closed lot, a tank half full.</summary>
    Assumed = 3,
}
