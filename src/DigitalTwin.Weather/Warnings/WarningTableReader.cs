using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Weather.Text;

namespace DigitalTwin.Weather.Warnings;

/// <summary>Reads warning tables from JSON.</summary>
internal static class WarningTableReader
{
    private static readonly string[] LevelNames = ["none", "blue", "yellow", "orange", "red"];

    private static readonly string[] Measures =
    [
        "rain-sum", "snow-sum", "mean-wind", "gust", "highest-temperature", "hot-days", "temperature-drop", "lowest-temperature", "lowest-ground-temperature",
        "fog-visibility", "haze-visibility", "dust-visibility", "icy-road", "phenomenon",
    ];

    private static readonly string[] Phenomena = ["tropical-cyclone", "thunder", "hail", "dust", "drought"];

    public static IReadOnlyList<WarningTable> Read(ReadOnlySpan<byte> utf8, string file, ProblemList problems) => Read(utf8, file, problems, []);

    public static IReadOnlyList<WarningTable> Read(ReadOnlySpan<byte> utf8, string file, ProblemList problems, IReadOnlyList<WarningTable> known)
    {
        var tables = new List<WarningTable>();
        if (JsonNode.Read(utf8, file, problems) is not { } root) return tables;
        root.Only("about", "tables");
        foreach (var item in root.Member("tables")?.Items ?? [])
        {
            var table = Table(item, [.. tables, .. known]);
            if (tables.Exists(t => t.Id == table.Id)) item.Error($"The table '{table.Id}' is given twice.");
            else tables.Add(table);
        }
        return tables;
    }

    private static WarningTable Table(JsonNode item, IReadOnlyList<WarningTable> known)
    {
        item.Only("id", "name", "version", "source", "extends", "fog-humidity", "haze-humidity", "signals");
        WarningTable? basis = null;
        if (item.Optional("extends") is { } extends)
        {
            basis = known.FirstOrDefault(t => t.Id == extends.String());
            if (basis is null) extends.Error($"There is no table '{extends.String()}' to extend; there are {string.Join(", ", known.Select(t => t.Id))}.{NearestName.Hint(extends.String(), known.Select(t => t.Id))}");
        }
        var signals = basis?.Signals.ToList() ?? [];
        foreach (var node in item.Member("signals")?.Items ?? [])
        {
            var id = node.Member("id")?.String() ?? "";
            var at = signals.FindIndex(s => s.Id == id);
            var signal = Signal(node, id, at >= 0 ? signals[at] : null);
            if (at >= 0) signals[at] = signal;
            else signals.Add(signal);
        }
        return new WarningTable
        {
            Id = item.Member("id")?.String() ?? "",
            Name = item.Member("name")?.Wording() ?? default,
            Version = item.Member("version")?.String() ?? "",
            Source = item.Member("source")?.String() ?? "",
            FogHumidity = item.Optional("fog-humidity")?.Number(0, 100) ?? basis?.FogHumidity ?? 95,
            HazeHumidity = item.Optional("haze-humidity")?.Number(0, 100) ?? basis?.HazeHumidity ?? 80,
            Signals = signals,
        };
    }

    private static WarningSignal Signal(JsonNode node, string id, WarningSignal? basis)
    {
        node.Only("id", "code", "name", "prepare", "act", "levels");
        JsonNode? Needed(string key) => basis is null ? node.Member(key) : node.Optional(key);
        var levels = basis?.Levels.ToArray() ?? [[], [], [], [], []];
        if (Needed("levels") is { } all)
        {
            all.Only(LevelNames[1..]);
            for (var level = 1; level < LevelNames.Length; level++)
                if (all.Optional(LevelNames[level]) is { } alternatives) levels[level] = [.. alternatives.Items.Select(a => (IReadOnlyList<Criterion>)[.. a.Items.Select(Criterion)])];
        }
        return new WarningSignal
        {
            Id = id,
            Code = Needed("code")?.String() ?? basis?.Code ?? "",
            Name = Needed("name")?.Wording() ?? basis?.Name ?? default,
            Prepare = Needed("prepare")?.Wording() ?? basis?.Prepare ?? default,
            Act = Needed("act")?.Wording() ?? basis?.Act ?? default,
            Levels = levels,
        };
    }

    private static Criterion Criterion(JsonNode node)
    {
        node.Only("measure", "hours", "limit", "days", "phenomenon");
        var measure = (Measure)(node.Member("measure")?.Choice(Measures) ?? 0);

        // The service looks back three days: no sum is longer, and no fall of temperature that is measured against the day before.
        var longest = measure switch { Measure.Phenomenon => 168, Measure.TemperatureDrop => 48, _ => 72 };
        var hours = measure == Measure.HotDays ? 0 : node.Member("hours")?.Number(1.0 / 6, longest) ?? 1;
        var (least, most) = measure switch
        {
            Measure.MeanWind or Measure.Gust => (1.0, WindForce.Most),
            Measure.Phenomenon => (1.0, 3.0),
            Measure.RainSum or Measure.SnowSum => (0.1, 2000.0),
            Measure.FogVisibility or Measure.HazeVisibility or Measure.DustVisibility => (1.0, 50_000.0),
            _ => (-90.0, 60.0),
        };
        var limit = node.Member("limit")?.Number(least, most) ?? least;
        if (measure is Measure.MeanWind or Measure.Gust or Measure.Phenomenon && !double.IsInteger(limit))
        {
            node.Error($"The limit of '{Measures[(int)measure]}' is {limit}; a whole number is accepted.");
            limit = Math.Floor(limit);
        }
        var days = measure == Measure.HotDays ? (int)(node.Member("days")?.Number(1, 3) ?? 1) : 1;
        var kind = measure == Measure.Phenomenon ? (PhenomenonKind)(node.Member("phenomenon")?.Choice(Phenomena) ?? 0) : default;
        return new Criterion(measure, hours, limit, days, kind);
    }
}
