using DigitalTwin.Cities.Assets;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Simulation.Studies;

/// <summary>A city's assets as scenarios look them up.</summary>
internal sealed class CityDirectory(AssetTable assets) : IAssetDirectory
{
    public IReadOnlyList<string> Types { get; } = [.. assets.Types];

    public bool Contains(string id) => AssetId.TryParse(id, out var parsed, out _) && assets.Find(parsed) >= 0;

    public IReadOnlyList<string> Match(string pattern) =>
        [.. assets.Select(pattern, out _).Select(asset => assets.IdOf(asset).ToString()).Order(StringComparer.Ordinal)];

    public string? Nearest(string id)
    {
        var type = AssetPattern.TypeOf(id);
        var near = type is null ? null : NearestName.Of(type, Types);
        if (near is null) return NearestName.Of(id, Types);
        return NearestName.Of(id[(type!.Length + 1)..], assets.OfType(near)!.Ids) is { } local ? $"{near}/{local}" : null;
    }
}
