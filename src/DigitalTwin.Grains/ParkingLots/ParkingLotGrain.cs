using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Twins;
using Orleans.Concurrency;

namespace DigitalTwin.Grains.ParkingLots;

/// <summary>The twin of a parking lot.</summary>
[Reentrant]
internal sealed class ParkingLotGrain(TwinServices services) : TwinGrain(services), IParkingLotGrain
{
    /// <inheritdoc/>
    protected override TwinBehaviour Behaviour() => new ParkingLotBehaviour();
}
