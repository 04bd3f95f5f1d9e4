using System.Globalization;
using DigitalTwin.Cities.Assets;
using DigitalTwin.Cities.Maps.Buildings;
using DigitalTwin.Cities.Maps.Demand;
using DigitalTwin.Cities.Maps.Emissions;
using DigitalTwin.Cities.Maps.Layers;
using DigitalTwin.Cities.Maps.Roads;
using DigitalTwin.Cities.Places;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Maps;

/// <summary>Turns the tree of <c>city.yaml</c> into a <see cref="MapFile"/>; reports everything that is wrong with it at once.</summary>
internal sealed class MapFileReader(string folder, string path, ProblemList problems)
{
    private readonly SortedSet<string> settings = new(StringComparer.Ordinal);

    public MapFile Read(YamlMap root)
    {
        var map = new MapSection(root, "", path, problems);
        var name = map.Text("name");
        map.Need("name", "The map has no 'name'.");
        if (name is not null && !IsName(name.Text)) map.Error(name, $"The name '{name.Text}' is not small letters, digits and hyphens, as in 'optics-valley'.");
        var (titleEn, titleZh) = Title(map, name?.Text ?? "");
        var (longitude, latitude) = Place(map);
        var extent = map.Numbers("extent", "[west, south, east, north] in degrees", (-180, 180), (-90, 90), (-180, 180), (-90, 90));
        if (extent is not null && (extent[0] >= extent[2] || extent[1] >= extent[3]))
        {
            map.Error(map.Take("extent")!, "'extent' is [west, south, east, north]; here its west is not west of its east, or its south not south of its north.");
            extent = null;
        }

        var clock = ClockSection.Read(map, settings);
        var water = map.Section("water");
        var weather = map.Section("weather");
        var (roadFile, roadDefaults) = new RoadSection(map, Existing, settings).Read();
        var parking = map.Section("parking");
        var read = new MapFile
        {
            Name = name?.Text ?? "",
            TitleEn = titleEn,
            TitleZh = titleZh,
            Longitude = longitude,
            Latitude = latitude,
            Extent = extent,
            UtcOffset = clock,
            WaterFile = water is null ? null : Required(water, "water", "file"),
            WaterCoordinates = water is null ? CoordinateSystem.Degrees : Coordinates(water),
            PopulationFile = water is null ? null : Existing(water.Text("population"), water),
            ClimateFile = weather is null ? null : Required(weather, "weather", "climate"),
            StationsFile = weather is null ? null : Existing(weather.Text("stations"), weather),
            ObservationsFile = weather is null ? null : Existing(weather.Text("observations"), weather),
            DistrictsFile = Existing(map.File("districts"), map),
            RoadFile = roadFile,
            RoadDefaults = roadDefaults,
            ParkingFile = parking is null ? null : Required(parking, "parking", "file"),
            TariffsFile = parking is null ? null : Existing(parking.Text("tariffs"), parking),
            DriversFile = parking is null ? null : Existing(parking.Text("drivers"), parking),
            AssetFiles = OnlyOnce(map, parking is not null, map.Keys().Contains("buildings"), new AssetSection(map, path, Existing, settings, problems).Read()),
            Demand = new DemandSection(map, path, Existing, settings).Read(),
            Emissions = new EmissionSection(map, path, Existing, settings).Read(),
            Buildings = new BuildingSection(map, path, Existing, settings, problems).Read(),
            Later = Later(map),
            Settings = Settle(name?.Text ?? "", longitude, latitude, extent),
        };
        water?.Finish();
        weather?.Finish();
        parking?.Finish();
        map.Finish();
        if (parking is not null && map.Take("roads") is null)
            parking.Error("'parking' needs 'roads': cars drive to a lot. Lots without streets can be given under 'assets', as in 'assets: { parking/lot: lots.geojson }'.");
        else if (map.Take("water") is null && map.Take("weather") is null && map.Take("roads") is null && map.Take("assets") is null && map.Take("buildings") is null)
            map.Error("The map names neither 'water' nor 'weather' nor 'roads' nor 'buildings' nor 'assets': there is nothing in it.");
        return read;
    }

    private static bool IsName(string name) =>
        name.Length <= 64 && name[0] != '-' && name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    private static (string En, string Zh) Title(MapSection map, string name)
    {
        var value = map.Take("title");
        if (value is YamlText { Text.Length: > 0 } plain) return (plain.Text, plain.Text);
        if (value is null || map.Section("title") is not { } section) return (name, name);
        var (en, zh) = (section.Text("en")?.Text, section.Text("zh")?.Text);
        section.Finish();
        return (en ?? zh ?? name, zh ?? en ?? name);
    }

    private static (double Longitude, double Latitude) Place(MapSection map)
    {
        if (map.Section("place") is not { } place)
        {
            map.Need("place", "The map has no 'place'; its middle is expected, as in 'place: { lon: 114.40, lat: 30.50 }'.");
            return (double.NaN, double.NaN);
        }
        var at = (place.Number("lon", -180, 180), place.Number("lat", -90, 90));
        place.Need("lon", "'place' has no 'lon' (degrees east).");
        place.Need("lat", "'place' has no 'lat' (degrees north).");
        place.Finish();
        return at;
    }

    private CoordinateSystem Coordinates(MapSection water)
    {
        var crs = water.Text("crs");
        var origin = water.Numbers("origin", "[lon, lat] in degrees", (-180, 180), (-85, 85));
        var at = water.Numbers("at", "[x, y], the point of the file that lies on the origin", (-1e9, 1e9), (-1e9, 1e9));
        var unit = Unit(water);
        if (crs is null || !crs.Text.Equals("local", StringComparison.OrdinalIgnoreCase))
        {
            foreach (var key in new[] { "origin", "at", "unit" })
                if (water.Take(key) is { } unused) water.Error(unused, $"'{key}' goes with 'crs: local' only.");
            if (crs is null) return CoordinateSystem.Degrees;
            settings.Add($"water.crs={crs.Text.ToUpperInvariant()}");
            if (CoordinateSystem.TryParse(crs.Text, out var system)) return system;
            water.Error(crs, $"'{crs.Text}' is no known coordinate system; accepted are {CoordinateSystem.Accepted}.");
            return CoordinateSystem.Degrees;
        }
        if (origin is null)
        {
            if (water.Take("origin") is null) water.Error(crs, "'crs: local' needs 'origin: [lon, lat]', the place on which the file's point 'at' (0, 0 unless given) lies.");
            return CoordinateSystem.Degrees;
        }
        var (x, y) = at is null ? (0, 0) : (at[0], at[1]);
        settings.Add(string.Create(CultureInfo.InvariantCulture, $"water.crs=local {origin[0]:R} {origin[1]:R} {x:R} {y:R} {unit:R}"));
        return CoordinateSystem.Local(origin[0], origin[1], x, y, unit);
    }

    /// <summary>Metres to the unit of the file's coordinates.</summary>
    private static double Unit(MapSection water)
    {
        if (water.Text("unit") is not { } unit || unit.Text == "m") return 1;
        if (unit.Text == "ft") return 0.3048;
        if (double.TryParse(unit.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var metres) && metres is >= 1e-6 and <= 1e6) return metres;
        water.Error(unit, $"'unit' is m, ft, or how many metres one unit of the drawing is; found '{unit.Text}'.");
        return 1;
    }

    /// <summary>The files of assets that no part of the map has too; the others are told, and not read.</summary>
    private static List<AssetFile> OnlyOnce(MapSection map, bool hasParking, bool hasBuildings, List<AssetFile> assets)
    {
        foreach (var file in assets.Where(IsTwice))
            map.Error(map.Take("assets")!, $"Assets of the type '{file.Type}' come from the part '{(file.Type == AssetTypes.Building ? "buildings" : "parking")}' here; give them there or under 'assets', not twice.");
        return [.. assets.Where(file => !IsTwice(file))];

        bool IsTwice(AssetFile file) => file.Type == AssetTypes.Building ? hasBuildings : hasParking && file.Type is AssetTypes.ParkingLot or AssetTypes.ParkingKerb;
    }

    private string? Required(MapSection section, string title, string key)
    {
        section.Need(key, $"'{title}' names no '{key}'.");
        return Existing(section.Text(key), section);
    }

    /// <summary>Full path of a file that a key names, or null when it is absent, outside the folder or not there (reported).</summary>
    private string? Existing(YamlText? name, MapSection section)
    {
        if (name is null) return null;
        if (Path.IsPathRooted(name.Text) || name.Text.Contains('\0') || name.Text.Split('/', '\\').Contains(".."))
        {
            section.Error(name, $"'{name.Text}' leads out of the map's folder; every part lies inside it.");
            return null;
        }
        var full = Path.Combine(folder, name.Text);
        if (File.Exists(full)) return full;
        var near = NearestName.Hint(name.Text, Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
        section.Error(name, $"The map's folder has no file '{name.Text}'.{near}");
        return null;
    }

    private List<(string, string)> Later(MapSection map)
    {
        var later = new List<(string, string)>();
        foreach (var key in MapFile.LaterParts)
        {
            if (map.Take(key) is not { } value) continue;
            map.Note(value, $"The part '{key}' has its place in a map, but this version does not read it yet.");
            var file = value is YamlMap group ? new MapSection(group, key, path, problems).Text("file") : value as YamlText;
            if (Existing(file, map) is { } full) later.Add((key, full));
        }
        return later;
    }

    private List<string> Settle(string name, double longitude, double latitude, double[]? extent)
    {
        settings.Add($"name={name}");
        settings.Add(string.Create(CultureInfo.InvariantCulture, $"place={longitude:R} {latitude:R}"));
        if (extent is not null) settings.Add("extent=" + string.Join(' ', extent.Select(e => e.ToString("R", CultureInfo.InvariantCulture))));
        return [.. settings];
    }
}
