using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Hosting;
using DigitalTwin.Storage.Worlds;

namespace DigitalTwin.Grains.Twins;

/// <summary>What the twins of one world share: the world, its assets, and what they watch unless told otherwise.</summary>
/// <param name="World">The world.</param>
/// <param name="Assets">The assets of its map.</param>
/// <param name="DefaultRules">Rules by type of asset, for twins that nobody gave any.</param>
internal sealed record TwinSite(World World, ICityAssets Assets, Func<string, Rules> DefaultRules)
{
    /// <summary>Whether the clock counts: only what is fed by telemetry can be silent.</summary>
    public bool IsLive => World.Kind == WorldKind.Live;

    /// <summary>Why an asset has no twin here, or null when it has; with the nearest name unless there is no time to look through all of them.</summary>
    public string? WhyAbsent(string asset, bool withNearest = true)
    {
        if (Assets.Has(asset)) return null;
        var near = withNearest ? Assets.NearestTo(asset) : null;
        return $"'{Names.Shown(asset)}' is not on the map of the world '{World.Name}'.{(near is null ? "" : $" Did you mean '{near}'?")}";
    }
}
