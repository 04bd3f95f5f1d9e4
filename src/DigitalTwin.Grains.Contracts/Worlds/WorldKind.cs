namespace DigitalTwin.Grains.Contracts.Worlds;

/// <summary>What a world is for.</summary>
[GenerateSerializer, Alias("dt.world-kind")]
public enum WorldKind
{
    /// <summary>Fed by telemetry.</summary>
    Live = 0,

    /// <summary>Forked, to be changed by hand.</summary>
    Fork = 1,

    /// <summary>The outcome of a run.</summary>
    Run = 2,
}
