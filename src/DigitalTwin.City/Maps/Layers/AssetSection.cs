using DigitalTwin.Cities.Assets;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Units;

namespace DigitalTwin.Cities.Maps.Layers;

/// <summary>
/// Reads <c>assets</c> of <c>city.yaml</c>: files by type, in short (<c>parking/lot: lots.geojson</c>) or with units
/// (<c>building/building: { file: buildings.geojson, units: { height: m } }</c>).
/// </summary>
internal sealed class AssetSection(MapSection map, string file, Func<YamlText?, MapSection, string?> existing, ISet<string> settings, ProblemList problems)
{
    private const string Key = "assets";

    public List<AssetFile> Read()
    {
        var files = new List<AssetFile>();
        if (map.Take(Key) is not { } value) return files;
        if (value is not YamlMap { Entries.Count: > 0 } group)
        {
            map.Error(value, $"'{Key}' names files by type, as in '{Key}: {{ parking/lot: lots.geojson }}'; found {(value is YamlMap ? "nothing" : value.Kind)}.");
            return files;
        }
        var section = new MapSection(group, Key, file, problems);
        foreach (var (name, _) in group.Entries)
        {
            var type = name.Text;
            var isOfRoads = type == AssetTypes.RoadLink && map.Take("roads") is not null;
            if (Mistake(type) is { } mistake) section.Error(name, mistake);
            else if (isOfRoads) section.Error(name, $"Assets of the type '{type}' come from the part 'roads', which this map has; one of the two can stay.");
            else if (AssetTypes.Layers.Contains(type) || NearestName.Of(type, AssetTypes.Layers) is not { } near) { }
            else problems.Warning(file, name.Line, name.Column, $"No twin stands for assets of the type '{type}'. Did you mean '{near}'?");
            if (File(section, type) is { } found && Mistake(type) is null && !isOfRoads) files.Add(found);
        }
        return files;
    }

    /// <summary>Why a type cannot be one of these, or null.</summary>
    public static string? Mistake(string type)
    {
        if (!AssetId.TryParse(type + "/x", out var id, out _) || id.Type != type)
            return $"'{type}' is no type of asset; a type is domain/kind in small letters, digits and hyphens, as in 'parking/lot'.{NearestName.Hint(type, AssetTypes.Layers)}";
        if (type == AssetTypes.District) return $"Assets of the type '{type}' come from the part 'districts'.";
        if (type == AssetTypes.RoadNode) return $"Assets of the type '{type}' come from the part 'roads'.";
        return id.Domain is "water" or "weather" && AssetTypes.Typed.Contains(type) ? $"Assets of the type '{type}' come from the part '{id.Domain}'." : null;
    }

    private AssetFile? File(MapSection section, string type)
    {
        if (section.Take(type) is not YamlMap) return existing(section.Text(type), section) is { } path ? new(type, path, []) : null;
        var full = section.Section(type)!;
        var name = full.Text("file");
        full.Need("file", $"'{type}' names no 'file'.");
        var units = Units(full, type);
        full.Finish();
        return existing(name, full) is { } found ? new(type, found, units) : null;
    }

    private List<DeclaredUnit> Units(MapSection full, string type)
    {
        var units = new List<DeclaredUnit>();
        if (full.Section("units") is not { } section) return units;
        foreach (var (name, _) in ((YamlMap)full.Take("units")!).Entries)
        {
            if (section.Text(name.Text) is not { } unit) continue;
            if (!Unit.TryParse(unit.Text, out _)) section.Error(unit, $"'{unit.Text}' is not a unit; units are written as in 'm', 'm2', 'kW', 'L/s', 'degC'.");
            else
            {
                units.Add(new(name.Text, unit.Text, name.Line, name.Column));
                settings.Add($"{Key}.{type}.units.{name.Text}={unit.Text}");
            }
        }
        return units;
    }
}
