using System.Globalization;
using System.Text;
using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Cities.Maps.Buildings;
using DigitalTwin.Cities.Maps.Layers;
using DigitalTwin.Cities.Maps.Roads;
using DigitalTwin.Cities.Places;
using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Water.Epanet;
using DigitalTwin.Water.Network;
using DigitalTwin.Weather.Epw;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Maps;

/// <summary>
/// Makes a map of a water network, a weather file and files of assets that somebody already has. They are copied byte for byte (assets in CSV become GeoJSON); what they do not say (where
/// a local drawing lies, districts) is decided here, stated in the report and written into <c>city.yaml</c>, where it can be corrected.
/// </summary>
public static class MapImport
{
    private const string WaterName = "network.inp", ClimateName = "climate.epw", StationsName = "stations.geojson", DistrictsName = "districts.geojson";

    /// <summary>Makes the map's folder, which appears whole or not at all.</summary>
    /// <exception cref="InputException">A file cannot be used, or the folder cannot be written; with every mistake.</exception>
    public static ImportReport Import(ImportOptions options, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        MapFolder.CheckFree(options.Folder);
        var problems = new ProblemList();
        if (options is { WaterFile: null, OsmFile: null, RoadFile: null, Assets.Count: 0, BuildingFiles.Count: 0 }) throw new InputException("", "There is nothing to make a map of: a water network, roads, buildings or assets are expected.");
        var network = options.WaterFile is null ? null : ReadNetwork(options.WaterFile, problems);
        var assets = AssetImport.Read(options, problems);
        var buildings = BuildingImport.Read(options, problems);
        var roads = RoadImport.Read(options, problems, cancellation);
        if (roads.HasStreets) roads.Park(assets.TakeLots());
        var epw = options.WeatherFile is null ? null : EpwReader.Read(options.WeatherFile, problems);
        var name = options.Name ?? NameOf(options.Folder);
        problems.ThrowIfErrors();
        progress?.Report(0.3);
        cancellation.ThrowIfCancellationRequested();
        var placement = Placement.Of(options, network, epw?.Location, Joined(Joined(assets.Extent, buildings.Extent), roads.Extent), problems);
        problems.ThrowIfErrors();
        MapInfo? info = null;
        var statements = new List<string>([.. placement!.Statements, .. assets.Statements, .. roads.Statements]);
        MapFolder.Make(options.Folder, folder =>
        {
            if (options.WaterFile is not null) File.Copy(options.WaterFile, Path.Combine(folder, WaterName));
            assets.Write(folder);
            buildings.Write(folder);
            roads.Write(folder);
            if (options.WeatherFile is not null) File.Copy(options.WeatherFile, Path.Combine(folder, ClimateName));
            if (epw is not null) WriteStation(Path.Combine(folder, StationsName), epw.Location, statements);
            var hasDistricts = network is not null && WriteDistricts(Path.Combine(folder, DistrictsName), network, placement.System, statements);
            File.WriteAllText(Path.Combine(folder, MapFile.FileName), CityYaml(name, placement, options, hasDistricts, roads, [.. assets.Sources]) + buildings.Yaml, new UTF8Encoding(false));
            progress?.Report(0.7);
            cancellation.ThrowIfCancellationRequested();
            // What was written is read back the way everyone will read it.
            var found = new ProblemList();
            var city = City.Load(folder, found);
            AssetImport.ThrowIfErrors(found, folder, options);
            // Findings name files where they will lie when the folder is finished.
            var read = MapInfo.Of(city, found);
            info = read with { Findings = [.. read.Findings.Select(p => p.File.StartsWith(folder, StringComparison.Ordinal) ? p with { File = Path.Combine(options.Folder, Path.GetRelativePath(folder, p.File)) } : p)] };
        });
        progress?.Report(1);
        return new(options.Folder, statements, info!) { Remarks = [.. problems] };
    }

    private static Envelope Joined(Envelope first, Envelope second)
    {
        var all = first.Copy();
        all.ExpandToInclude(second);
        return all;
    }

    private static WaterNetwork? ReadNetwork(string path, ProblemList problems)
    {
        var before = problems.ErrorCount;
        var file = EpanetReader.Read(path, problems);
        return problems.ErrorCount > before ? null : file.ToNetwork();
    }

    private static string NameOf(string folder)
    {
        var name = new StringBuilder();
        foreach (var c in Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))).ToLowerInvariant())
        {
            if (c is (>= 'a' and <= 'z') or (>= '0' and <= '9')) name.Append(c);
            else if (name.Length > 0 && name[^1] != '-') name.Append('-');
        }
        var made = name.ToString().Trim('-');
        return made.Length == 0 ? "map" : made[..Math.Min(64, made.Length)];
    }

    private static void WriteStation(string path, EpwLocation at, List<string> statements)
    {
        using var stream = File.Create(path);
        using var writer = new GeoJsonWriter(stream, ("name", "stations"));
        var id = new string([.. at.Wmo.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c))]);
        writer.Write(new(id.Length == 0 ? "WS-1" : id, new Point(at.Longitude, at.Latitude),
            [new("name", GeoValue.Of(at.City.Length == 0 ? "Weather station" : at.City)), new("elevation_m", GeoValue.Of(double.IsNaN(at.Elevation) ? 0 : at.Elevation))]));
        statements.Add(string.Create(CultureInfo.InvariantCulture, $"The weather station stands where the EPW file puts it: {at.Longitude:F4} E, {at.Latitude:F4} N."));
    }

    private static bool WriteDistricts(string path, WaterNetwork network, CoordinateSystem system, List<string> statements)
    {
        var districts = DistrictClusters.Of(network, system);
        if (districts.Count == 0) return false;
        using var stream = File.Create(path);
        using var writer = new GeoJsonWriter(stream, ("name", "districts"), ("origin", "clusters of the network's nodes"));
        for (var i = 0; i < districts.Count; i++)
            writer.Write(new($"D-{i + 1}", districts[i], [new("name_en", GeoValue.Of($"District {i + 1}")), new("name_zh", GeoValue.Of($"片区{i + 1}"))]));
        statements.Add(districts.Count == 1
            ? $"One district holds the whole network; replace {DistrictsName} by your own."
            : $"The {districts.Count} districts are clusters of near nodes, not administrative ones; replace {DistrictsName} by your own.");
        return true;
    }

    private static string CityYaml(string name, Placement placement, ImportOptions options, bool hasDistricts, RoadImport roads, AssetSource[] assets)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"name: {name}\ntitle: {name}\nplace: {{ lon: {Math.Round(placement.Longitude, 6)}, lat: {Math.Round(placement.Latitude, 6)} }}\n");
        if (options.UtcOffset is { } offset) text.Append(CultureInfo.InvariantCulture, $"utc_offset: {UtcOffset.Text(offset)}\n");
        foreach (var statement in placement.Statements) text.Append(CultureInfo.InvariantCulture, $"# {statement}\n");
        if (options.WaterFile is not null) text.Append(CultureInfo.InvariantCulture, $"water: {{ file: {WaterName}, {placement.Yaml} }}\n");
        if (options.WeatherFile is not null) text.Append(CultureInfo.InvariantCulture, $"weather: {{ climate: {ClimateName}, stations: {StationsName} }}\n");
        if (hasDistricts) text.Append(CultureInfo.InvariantCulture, $"districts: {DistrictsName}\n");
        text.Append(roads.Yaml);
        if (assets.Length > 0) text.Append("assets:\n");
        foreach (var source in assets) text.Append(CultureInfo.InvariantCulture, $"  {source.Type}: {source.FileName}\n");
        return text.ToString();
    }
}
