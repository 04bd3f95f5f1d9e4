using System.Globalization;
using DigitalTwin.Buildings.Archetypes;
using DigitalTwin.Buildings.Records;
using DigitalTwin.Cities.Places;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Units;

namespace DigitalTwin.Cities.Maps.Buildings;

/// <summary>
/// Reads <c>buildings</c> of <c>city.yaml</c>: a file, a list of files, or a group of keys:
/// <c>buildings: { files: [ footprints.geojson, { file: tower.ifc, place: [114.4, 30.5] } ], precedence: [ifc, geojson], year: 2005 }</c>.
/// </summary>
internal sealed class BuildingSection(MapSection map, string cityFile, Func<YamlText?, MapSection, string?> existing, ISet<string> settings, ProblemList problems)
{
    private const string Key = "buildings";

    private static readonly (string Word, BuildingFormat Format, string[] Endings)[] Formats =
    [
        ("ifc", BuildingFormat.Ifc, [".ifc"]), ("cityjson", BuildingFormat.CityJson, [".city.json", ".city.jsonl", ".json", ".jsonl"]), ("citygml", BuildingFormat.CityGml, [".gml", ".xml"]),
        ("geojson", BuildingFormat.GeoJson, [".geojson"]), ("csv", BuildingFormat.Csv, [".csv"]),
    ];

    public BuildingFiles? Read()
    {
        switch (map.Take(Key))
        {
            case null:
                return null;
            case YamlText { Text.Length: > 0 } one:
                return Made([File(one, map)], []);
            case YamlList { Items.Count: > 0 } list:
                return Made([.. list.Items.Select(item => Item(item, map))], []);
            case YamlMap:
                return Read(map.Section(Key)!);
            case var other:
                map.Error(other, $"'{Key}' is a file, a list of files, or a group of keys, as in '{Key}: buildings.city.json'; found {(other is YamlList ? "an empty list" : other.Kind)}.");
                return null;
        }
    }

    private BuildingFiles? Read(MapSection section)
    {
        var files = new List<BuildingFile?>();
        var (file, list) = (section.Text("file"), section.Take("files"));
        if (file is not null) files.Add(File(file, section));
        if (list is YamlList { Items.Count: > 0 } items) files.AddRange(items.Items.Select(item => Item(item, section)));
        else if (list is not null) section.Error(list, $"'files' is a list of files, as in 'files: [ footprints.geojson, tower.ifc ]'; found {(list is YamlList ? "an empty list" : list.Kind)}.");
        else if (file is null && section.Take("file") is null) section.Error($"'{Key}' names no 'file' and no 'files'.");
        var order = Precedence(section, files);
        var made = Made(files, order);
        var zone = Zone(section);
        var (year, asOf) = (Whole(section, "year", 1000, 3000), Whole(section, "as-of", 1900, 3000));
        var archetypes = existing(section.Text("archetypes"), section);
        var (merge, reach) = (Match(section), Reach(section));
        section.Finish();
        return made is null ? null : made with { Merge = merge, ArchetypeFile = archetypes, Zone = zone, Year = year, AsOf = asOf ?? made.AsOf, Reach = reach };
    }

    private BuildingFiles? Made(IReadOnlyList<BuildingFile?> files, List<BuildingFormat> order)
    {
        var read = files.OfType<BuildingFile>().ToArray();
        foreach (var twice in read.GroupBy(f => f.Path).Where(g => g.Count() > 1)) problems.Error(cityFile, map.Line, map.Column, $"The file '{twice.First().Name}' stands twice under '{Key}'.");
        for (var i = 0; i < read.Length; i++)
        {
            var rank = order.Count == 0 ? -1 : order.IndexOf(read[i].Kind);
            // Formats that the order does not name come after those that it does, as they usually would.
            read[i] = read[i] with { Rank = rank >= 0 ? rank : order.Count + (int)read[i].Kind };
        }
        return read.Length == 0 ? null : new BuildingFiles { Files = read };
    }

    private BuildingFile? Item(YamlValue item, MapSection section)
    {
        if (item is YamlText { Text.Length: > 0 } name) return File(name, section);
        if (item is not YamlMap group)
        {
            section.Error(item, $"A file of buildings is a name or a group of keys, as in '{{ file: tower.ifc, place: [114.4, 30.5] }}'; found {item.Kind}.");
            return null;
        }
        var full = new MapSection(group, Key, cityFile, problems);
        var text = full.Text("file");
        full.Need("file", "A file of buildings names no 'file'.");
        var read = text is null ? null : File(text, full);
        read = Details(full, read);
        full.Finish();
        return read;
    }

    private BuildingFile? Details(MapSection full, BuildingFile? file)
    {
        var place = full.Numbers("place", "[lon, lat] in degrees", (-180, 180), (-85, 85));
        var rotation = full.Number("rotation", -360, 360);
        var (crs, id, columns) = (full.Text("crs"), full.Text("id"), full.Section("columns"));
        CoordinateSystem? system = null;
        if (crs is not null && !CoordinateSystem.TryParse(crs.Text, out system)) full.Error(crs, $"'{crs.Text}' is no known coordinate system; accepted are {CoordinateSystem.Accepted}.");
        if (file?.Kind is { } kind)
        {
            Only("place", kind is BuildingFormat.Ifc or BuildingFormat.CityJson or BuildingFormat.CityGml);
            Only("rotation", kind is BuildingFormat.Ifc);
            Only("id", kind is BuildingFormat.Ifc or BuildingFormat.CityJson or BuildingFormat.CityGml);
            Only("columns", kind is BuildingFormat.Csv);
        }
        var called = Columns(columns);
        if (file is null) return null;
        var prefix = $"{Key}.{file.Name}";
        if (place is not null) settings.Add(string.Create(CultureInfo.InvariantCulture, $"{prefix}.place={place[0]:R} {place[1]:R}"));
        if (!double.IsNaN(rotation)) settings.Add(string.Create(CultureInfo.InvariantCulture, $"{prefix}.rotation={rotation:R}"));
        if (system is not null) settings.Add($"{prefix}.crs={system.Name}");
        if (id is not null) settings.Add($"{prefix}.id={id.Text}");
        foreach (var (property, column) in called) settings.Add($"{prefix}.columns.{property}={column}");
        return file with { Coordinates = system, Place = place is null ? null : (place[0], place[1]), Rotation = double.IsNaN(rotation) ? 0 : rotation, Id = id?.Text, Columns = called };

        void Only(string key, bool goes)
        {
            if (!goes && full.Take(key) is { } unused) full.Error(unused, $"'{key}' does not go with a {Formats[(int)file!.Kind].Word} file.");
        }
    }

    private static SortedDictionary<string, string> Columns(MapSection? columns)
    {
        var called = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (columns is null) return called;
        foreach (var property in columns.Keys())
            if (columns.Text(property) is { } column) called[property] = column.Text;
        return called;
    }

    private BuildingFile? File(YamlText name, MapSection section)
    {
        var format = FormatOf(name.Text);
        if (format is null) section.Error(name, $"'{name.Text}' ends like no file of buildings; accepted are {AcceptedFiles}.");
        return existing(name, section) is { } path && format is { } known ? new(path, known, 0) : null;
    }

    /// <summary>The format of a file by how its name ends; null when that is none of ours.</summary>
    public static BuildingFormat? FormatOf(string name)
    {
        var found = Array.FindIndex(Formats, f => f.Endings.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase)));
        return found < 0 ? null : Formats[found].Format;
    }

    /// <summary>How files of buildings may end, for sentences.</summary>
    public static string AcceptedFiles { get; } = string.Join(", ", Formats.SelectMany(f => f.Endings).Distinct());

    private static List<BuildingFormat> Precedence(MapSection section, List<BuildingFile?> files)
    {
        var order = new List<BuildingFormat>();
        if (section.Take("precedence") is not { } value) return order;
        if (value is not YamlList list)
        {
            section.Error(value, $"'precedence' is a list of formats, the most believed first, as in [ifc, cityjson, geojson, csv]; found {value.Kind}.");
            return order;
        }
        string[] words = [.. Formats.Select(f => f.Word)];
        foreach (var item in list.Items)
        {
            var at = item is YamlText text ? Array.IndexOf(words, text.Text) : -1;
            if (at < 0) section.Error(item, $"{item.Kind} is no format; {string.Join(", ", words)} are accepted.{(item is YamlText found ? NearestName.Hint(found.Text, words) : "")}");
            else if (order.Contains(Formats[at].Format)) section.Error(item, $"{item.Kind} stands twice in the precedence.");
            else order.Add(Formats[at].Format);
        }
        return order;
    }

    private ClimateZone? Zone(MapSection section)
    {
        if (section.Text("climate-zone") is not { } text) return null;
        settings.Add($"{Key}.climate-zone={text.Text}");
        if (ClimateZones.TryParse(text.Text, out var zone)) return zone;
        section.Error(text, $"'{text.Text}' is no climate zone; {string.Join(", ", ClimateZones.Names)} are accepted.{NearestName.Hint(text.Text, ClimateZones.Names)}");
        return null;
    }

    private int? Whole(MapSection section, string key, double least, double most)
    {
        var number = section.Number(key, least, most);
        if (double.IsNaN(number)) return null;
        settings.Add(string.Create(CultureInfo.InvariantCulture, $"{Key}.{key}={number:R}"));
        return (int)number;
    }

    private MergeOptions Match(MapSection section)
    {
        var standard = new MergeOptions();
        if (section.Section("match") is not { } match) return standard;
        var (overlap, share, ids) = (match.Number("overlap", 0.01, 1), match.Number("tolerance", 0, 10), match.Text("ids"));
        if (ids is { Text: not ("yes" or "no" or "true" or "false") }) match.Error(ids, $"'ids' is yes or no: whether equal ids in two files are one building; found {ids.Kind}.");
        match.Finish();
        var made = standard with { Overlap = double.IsNaN(overlap) ? standard.Overlap : overlap, Share = double.IsNaN(share) ? standard.Share : share, ById = ids?.Text is not ("no" or "false") };
        settings.Add(string.Create(CultureInfo.InvariantCulture, $"{Key}.match={made.Overlap:R} {made.Share:R} {made.ById}"));
        return made;
    }

    private BuildingReach Reach(MapSection section)
    {
        var standard = new BuildingReach();
        if (section.Section("reach") is not { } reach) return standard;
        var made = new BuildingReach(Metres(reach, "water", standard.Water), Metres(reach, "road", standard.Road), Metres(reach, "parking", standard.Parking));
        reach.Finish();
        settings.Add(string.Create(CultureInfo.InvariantCulture, $"{Key}.reach={made.Water:R} {made.Road:R} {made.Parking:R}"));
        return made;
    }

    private static double Metres(MapSection reach, string key, double otherwise)
    {
        if (reach.Text(key) is not { } text) return otherwise;
        if (!Quantity.TryParse(text.Text, Unit.Parse("m"), out var metres, out var problem)) reach.Error(text, $"'{key}': {problem}");
        else if (metres is > 0 and <= 20_000) return metres;
        else reach.Error(text, $"'{key}' is above 0 to 20 km; found {text.Kind}.");
        return otherwise;
    }
}
