using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Twins;
using Orleans.Concurrency;

namespace DigitalTwin.Grains.WaterAssets;

/// <summary>The twin of a junction, reservoir, tank, pipe, pump or valve.</summary>
[Reentrant]
internal sealed class WaterAssetGrain(TwinServices services) : TwinGrain(services), IWaterAssetGrain
{
    private const string Tank = "water/tank/";

    /// <inheritdoc/>
    protected override TwinBehaviour Behaviour()
    {
        var asset = TwinKey.Parse(this.GetPrimaryKeyString()).Asset;
        return asset.StartsWith(Tank, StringComparison.Ordinal) ? new TankBehaviour(asset[Tank.Length..]) : WaterAssetBehaviour.Fixed;
    }
}
