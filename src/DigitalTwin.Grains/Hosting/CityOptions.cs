using DigitalTwin.Grains.Contracts.Twins;

namespace DigitalTwin.Grains.Hosting;

/// <summary>How a silo of ours looks after its worlds.</summary>
public sealed record CityOptions
{
    /// <summary>What twins watch that nobody gave any rules, by type of asset (<c>water/tank</c>): nothing unless it is said.</summary>
    public Func<string, Rules> DefaultRules { get; init; } = _ => Rules.None;

    /// <summary>How often silent sensors are looked for.</summary>
    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a twin is kept in memory that nobody asks; null for the usual time of Orleans, 15 min.</summary>
    public TimeSpan? IdleAfter { get; init; }
}
