using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Twins;
using Orleans.Concurrency;

namespace DigitalTwin.Grains.Buildings;

/// <summary>The twin of a building.</summary>
[Reentrant]
internal sealed class BuildingGrain(TwinServices services) : TwinGrain(services), IBuildingGrain
{
    /// <inheritdoc/>
    protected override TwinBehaviour Behaviour() => BuildingBehaviour.Only;
}
