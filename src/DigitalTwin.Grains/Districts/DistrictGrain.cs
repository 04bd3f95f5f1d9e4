using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Twins;
using Orleans.Concurrency;

namespace DigitalTwin.Grains.Districts;

/// <summary>The twin of a district: what flows into it and is used in it, as its meters say.</summary>
[Reentrant]
internal sealed class DistrictGrain(TwinServices services) : TwinGrain(services), IDistrictGrain
{
    private static readonly Plain Values = new();

    /// <inheritdoc/>
    protected override TwinBehaviour Behaviour() => Values;

    private sealed class Plain : TwinBehaviour;
}
