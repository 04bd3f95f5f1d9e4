using DigitalTwin.Cities;
using DigitalTwin.Cities.Assets;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Simulation.Studies;

/// <summary>A city's assets as scenarios look them up.</summary>
internal sealed class CityDirectory(City city) : IAssetDirectory
{
    private readonly AssetTable assets = city.Assets;

    public IReadOnlyList<string> Types { get; } = [.. city.Assets.Types];

    public bool Contains(string id) => AssetId.TryParse(id, out var parsed, out _) && assets.Find(parsed) >= 0;

    public IReadOnlyList<string> Match(string pattern) =>
        [.. assets.Select(pattern, out _).Select(asset => assets.IdOf(asset).ToString()).Order(StringComparer.Ordinal)];

    public IReadOnlyList<string>? Within(string area, IReadOnlyList<string> types)
    {
        const string District = AssetTypes.District + "/";
        if (!area.StartsWith(District, StringComparison.Ordinal)) return null;
        var district = city.Districts.TakeWhile(d => d.Id != area[District.Length..]).Count();
        if (district == city.Districts.Count) return null;
        // As the simulation places them: a road by a point in the middle of its course.
        return
        [
            .. types.Select(assets.OfType).OfType<AssetLayer>().SelectMany(layer => Enumerable.Range(0, layer.Count)
                .Where(row => layer.GeometryOf(row)?.InteriorPoint is { } at && city.DistrictAt(at.X, at.Y) == district)
                .Select(row => $"{layer.Type}/{layer.Ids[row]}")).Order(StringComparer.Ordinal),
        ];
    }

    public string? Nearest(string id)
    {
        var type = AssetPattern.TypeOf(id);
        var near = type is null ? null : NearestName.Of(type, Types);
        if (near is null) return NearestName.Of(id, Types);
        return NearestName.Of(id[(type!.Length + 1)..], assets.OfType(near)!.Ids) is { } local ? $"{near}/{local}" : null;
    }
}
