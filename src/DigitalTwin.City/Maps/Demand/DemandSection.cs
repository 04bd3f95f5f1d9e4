using System.Globalization;
using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Demand.Tables;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Units;

namespace DigitalTwin.Cities.Maps.Demand;

/// <summary>Reads <c>demand</c> of <c>city.yaml</c>; what the keys mean is in the README.</summary>
internal sealed class DemandSection(MapSection map, string file, Func<YamlText?, MapSection, string?> existing, ISet<string> settings)
{
    private const string Key = "demand";

    private static readonly string[] Tables = ["zones", "gates", "rates", "profiles", "purposes", "dwell", "groups"];

    public DemandFiles? Read()
    {
        if (map.Section(Key) is not { } section) return null;
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var (tripColumns, jitter) = Source(section, "trips", TripCsv.ColumnNames, files, hasJitter: true);
        var (odColumns, _) = Source(section, "od", OdCsv.ColumnNames, files, hasJitter: false);
        var zonesAreBuildings = section.Take("zones") is YamlText { Text: DemandFiles.Buildings };
        if (zonesAreBuildings) settings.Add($"{Key}.zones={DemandFiles.Buildings}");
        foreach (var table in Tables)
            if (!(zonesAreBuildings && table == "zones") && existing(section.Text(table), section) is { } path) files[table] = path;
        var read = new DemandFiles
        {
            Map = file,
            Files = files,
            TripColumns = tripColumns,
            OdColumns = odColumns,
            Jitter = jitter,
            ZonesAreBuildings = zonesAreBuildings,
            Deterrence = DeterrenceOf(section),
            Factor = Number(section, "factor", 0, 1000, 1),
            Farthest = Quantity(section, Key, "farthest", "m", 1, 100_000, PlaceBook.UsualFarthest),
            Line = section.Line,
        };
        Joined(section, read);
        section.Finish();
        return read;
    }

    /// <summary>A file in short, or with the names of its columns and a jitter.</summary>
    private (IReadOnlyDictionary<string, string> Columns, double Jitter) Source(MapSection section, string key, IReadOnlyList<string> names, SortedDictionary<string, string> files, bool hasJitter)
    {
        var columns = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (section.Take(key) is not YamlMap)
        {
            if (existing(section.Text(key), section) is { } path) files[key] = path;
            return (columns, 0);
        }
        var full = section.Section(key)!;
        full.Need("file", $"'{key}' names no 'file'.");
        if (full.Text("file") is { } file && existing(file, full) is { } found) files[key] = found;
        if (full.Section("columns") is { } called)
        {
            foreach (var name in names)
            {
                if (called.Text(name) is not { } header) continue;
                columns[name] = header.Text;
                settings.Add($"{Key}.{key}.columns.{name}={header.Text}");
            }
            called.Finish();
        }
        var jitter = hasJitter ? Quantity(full, $"{Key}.{key}", "jitter", "s", 0, 6 * 3600, 0) : 0;
        full.Finish();
        return (columns, jitter);
    }

    private Deterrence? DeterrenceOf(MapSection section)
    {
        if (section.Section("deterrence") is not { } given) return null;
        var by = given.Text("by");
        if (by is null && given.Take("by") is null) given.Error("'deterrence' does not say 'by' what: time or distance.");
        else if (by is not null && by.Text is not ("time" or "distance")) given.Error(by, $"'by' is time or distance; found '{by.Text}'.{NearestName.Hint(by.Text, ["time", "distance"])}");
        var distance = by?.Text == "distance";
        const string Path = $"{Key}.deterrence";
        if (by is not null) settings.Add($"{Path}.by={by.Text}");
        var mean = Quantity(given, Path, "mean", distance ? "m" : "s", 1, 1e6, double.NaN);
        var exponential = Quantity(given, Path, "exponential", distance ? "1/m" : "1/s", 0, 100, double.NaN);
        var power = Number(given, "power", 0, 10, 0, Path);
        var (hasMean, hasExponential) = (given.Take("mean") is not null, given.Take("exponential") is not null);
        if (hasMean && hasExponential) given.Error("'deterrence' has a 'mean', from which its 'exponential' is found, or an 'exponential', not both.");
        else if (!hasMean && !hasExponential && given.Take("power") is null) given.Error("'deterrence' has a 'mean' (as in 12 min), or an 'exponential' and a 'power'.");
        given.Finish();
        return new(distance, double.IsNaN(exponential) ? 0 : exponential, power) { Mean = mean };
    }

    /// <summary>Keys that make no sense without others.</summary>
    private static void Joined(MapSection section, DemandFiles read)
    {
        if (section.Take("trips") is null && section.Take("od") is null && section.Take("rates") is null && section.Take("gates") is null)
            section.Error($"'{Key}' names none of trips, od, rates and gates: nothing would drive.");
        if (section.Take("rates") is { } rates)
        {
            if (section.Take("zones") is null && section.Take("gates") is null) section.Error(rates, "'rates' need 'zones': a file, or buildings.");
            if (section.Take("profiles") is null) section.Error(rates, "'rates' need 'profiles': when in the day trips depart.");
            if (read.Deterrence is null) section.Error(rates, "'rates' need 'deterrence': how far people drive, as in { by: time, mean: 12 min }.");
        }
        else if (section.Take("gates") is { } gates && section.Take("profiles") is null) section.Error(gates, "'gates' need 'profiles': when in the day traffic passes through.");
    }

    private double Number(MapSection section, string key, double least, double most, double otherwise, string path = Key)
    {
        var number = section.Number(key, least, most);
        if (double.IsNaN(number)) return otherwise;
        settings.Add(string.Create(CultureInfo.InvariantCulture, $"{path}.{key}={number:R}"));
        return number;
    }

    private double Quantity(MapSection section, string path, string key, string unit, double least, double most, double otherwise)
    {
        if (section.Text(key) is not { } text) return otherwise;
        if (!Numerics.Units.Quantity.TryParse(text.Text, Unit.Parse(unit), out var value, out var problem)) section.Error(text, $"'{key}': {problem}");
        else if (!(value >= least && value <= most)) section.Error(text, string.Create(CultureInfo.InvariantCulture, $"'{key}' is from {least} to {most} {unit}; found {text.Kind}."));
        else
        {
            settings.Add(string.Create(CultureInfo.InvariantCulture, $"{path}.{key}={value:R}"));
            return value;
        }
        return otherwise;
    }
}
