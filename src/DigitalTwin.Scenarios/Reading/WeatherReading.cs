using DigitalTwin.Scenarios.Syntax;

namespace DigitalTwin.Scenarios.Reading;

/// <summary>The <c>weather</c> block: climate, storm, temperature, stations.</summary>
internal static class WeatherReading
{
    private static readonly string[] Kinds = ["chicago", "block"];

    public static WeatherSpec Read(ReadingContext context, SyntaxNode? node, Period? period)
    {
        if (node is null || Fields.Of(node, "the weather", context) is not { } fields) return WeatherSpec.FromMap;
        var spec = new WeatherSpec
        {
            Climate = fields.Take("climate") is { } climate ? Climate(context, climate) : null,
            Storm = fields.Take("storm") is { } storm && !IsNone(storm) ? Storm(context, storm, period) : null,
            Temperature = fields.Take("temperature") is { } temperature && !IsNone(temperature) ? Temperature(context, temperature) : null,
            Stations = fields.Take("stations") is { } stations && !IsNone(stations) ? Stations(context, stations) : [],
        };
        fields.Accept(SettingReading.WeatherKeys(context.Vocabulary));
        fields.Close();
        return spec;
    }

    private static bool IsNone(SyntaxNode node) => node is ScalarNode { Text: "none" };

    private static string? Climate(ReadingContext context, SyntaxNode node)
    {
        if (context.Text(node, "climate") is not { } text || text is "from map") return null;
        var document = context.Document;
        var beside = document.Resolve(text);
        if (beside is not null && File.Exists(beside)) return beside;
        var inMap = beside is null || document.MapFolder is null ? null : Path.GetFullPath(text, document.MapFolder);
        if (inMap is not null && File.Exists(inMap)) return inMap;
        context.Error(node, $"The climate file {node.Kind} is neither beside the scenario nor in the map's folder; name an EPW file, or write 'from map'.");
        return null;
    }

    private static DesignStorm? Storm(ReadingContext context, SyntaxNode node, Period? period)
    {
        if (Fields.Of(node, "the storm", context) is not { } fields) return null;
        var kind = fields.Take("kind") is { } shape ? context.Choice(shape, "kind", Kinds) : "chicago";
        var returnPeriod = fields.Take("return-period") is { } years ? context.Quantity(years, "return-period", "a", 0.1, 10_000)?.Value : null;
        var depth = fields.Take("depth") is { } rain ? context.Quantity(rain, "depth", "m", 0, 5)?.Value : null;
        var duration = fields.Require("duration", "3 h") is { } length ? context.Quantity(length, "duration", "s", 60, 30 * 86400)?.Value : null;
        var peak = fields.Take("peak") is { } share ? context.Quantity(share, "peak", "1", 0.01, 0.99)?.Value : null;
        var begins = fields.Require("begins", "\"17:00\"") is { } start && period is not null ? EventTime.Read(context, start, "begins", period, 0) : null;
        var both = fields.Node.Find("return-period") is not null && fields.Node.Find("depth") is not null;
        var neither = fields.Node.Find("return-period") is null && fields.Node.Find("depth") is null;
        var formula = fields.Take("formula") is { } cited ? context.Text(cited, "formula") : null;
        fields.Close();
        if (both || neither) context.Error(node, $"The storm needs either 'return-period' (as in '50 a') or 'depth' (as in '120 mm'); found {(both ? "both" : "neither")}.");
        if (kind is null || duration is not { } d || begins is not { } b || both || neither) return null;
        return new(kind == "block" ? Hyetograph.Block : Hyetograph.Chicago, b, d, returnPeriod, depth, peak, formula);
    }

    private static TemperatureChange? Temperature(ReadingContext context, SyntaxNode node)
    {
        if (Fields.Of(node, "the temperature", context) is not { } fields) return null;
        var peak = fields.Take("peak") is { } highest ? context.Quantity(highest, "peak", "degC", -60, 60)?.Value : null;
        var offset = fields.Take("offset") is { } shift ? context.Quantity(shift, "offset", "K", -40, 40)?.Value : null;
        var given = (fields.Node.Find("peak") is null ? 0 : 1) + (fields.Node.Find("offset") is null ? 0 : 1);
        fields.Close();
        if (given != 1) context.Error(node, $"The temperature needs either 'peak' (as in '38 degC') or 'offset' (as in '+3 K'); found {(given == 2 ? "both" : "neither")}.");
        return given == 1 && (peak ?? offset) is not null ? new(peak, offset) : null;
    }

    private static List<StationOverride> Stations(ReadingContext context, SyntaxNode node)
    {
        var stations = new List<StationOverride>();
        if (node is not MappingNode block)
        {
            context.Error(node, $"'stations' must be a block of station ids; found {node.Kind}.");
            return stations;
        }
        foreach (var (key, value) in block.Entries)
        {
            var known = TargetReading.One(context, key, key.Text, ["weather/station"], "a station's settings");
            if (Fields.Of(value, $"station '{key.Shortened}'", context) is not { } fields) continue;
            var temperature = fields.Take("temperature-offset") is { } t ? context.Quantity(t, "temperature-offset", "K", -40, 40)?.Value : 0;
            var rain = fields.Take("rain-factor") is { } r ? context.Quantity(r, "rain-factor", "1", 0, 100)?.Value : 1;
            var wind = fields.Take("wind-factor") is { } w ? context.Quantity(w, "wind-factor", "1", 0, 100)?.Value : 1;
            fields.Close();
            if (known && temperature is { } offset && rain is { } rainFactor && wind is { } windFactor) stations.Add(new(key.Text, offset, rainFactor, windFactor));
        }
        stations.Sort((a, b) => string.CompareOrdinal(a.Station, b.Station));
        return stations;
    }
}
