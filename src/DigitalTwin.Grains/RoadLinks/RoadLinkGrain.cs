using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Twins;
using Orleans.Concurrency;

namespace DigitalTwin.Grains.RoadLinks;

/// <summary>The twin of a road link.</summary>
[Reentrant]
internal sealed class RoadLinkGrain(TwinServices services) : TwinGrain(services), IRoadLinkGrain
{
    /// <inheritdoc/>
    protected override TwinBehaviour Behaviour() => RoadLinkBehaviour.Only;
}
