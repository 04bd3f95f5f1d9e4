using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Weather.Warnings;

namespace DigitalTwin.Simulation.Weather;

/// <summary>Measures the weather of one run: rain, heat, gusts; means of the districts as series; the districts as a layer.</summary>
internal sealed class WeatherMeter(WeatherSite site, WarningTable table, Recording recording) : IMeter
{
    private static readonly (string Name, string Unit, LocalizedText Title)[] Columns =
    [
        ("weather.air-temperature", "°C", new("Air temperature", "气温")),
        ("weather.precipitation", "mm/h", new("Rain intensity", "雨强")),
        ("weather.rain", "mm", new("Rain since the start", "累计雨量")),
        ("weather.gust", "m/s", new("Strongest gust", "最大阵风")),
    ];

    private readonly List<double> times = [];
    private readonly List<double[]> rows = [];
    private readonly List<double> layerTimes = [];
    private readonly List<float[]> temperature = [], rain = [], levels = [];
    private readonly WarningWatch warnings = new(site, table, recording);
    private readonly double[] depth = new double[site.Places.Count];
    private double hottest = double.NegativeInfinity, strongest;

    public IReadOnlyList<LogEntry> Observe(StepWindow step, Exchange exchange)
    {
        var messages = warnings.Observe(step, exchange);
        if (!Recording.Counts(step)) return messages;
        var air = exchange.Now("weather.air-temperature").Span;
        var wet = exchange.Now("weather.precipitation").Span;
        var gust = exchange.Now("weather.gust").Span;
        for (var i = 0; i < depth.Length; i++)
        {
            if (!double.IsNaN(wet[i])) depth[i] += wet[i] * step.Length / 3600;
            if (air[i] > hottest) hottest = air[i];
            if (gust[i] > strongest) strongest = gust[i];
        }
        times.Add(step.End);
        rows.Add([Mean(air), Mean(wet), Mean(depth), Most(gust)]);
        if (recording.Records(step))
        {
            layerTimes.Add(step.End);
            temperature.Add(Rows.Single(air));
            rain.Add(Rows.Single(depth));
            levels.Add(HighestLevels(exchange.Now(WarningQuantities.Level).Span));
        }
        return messages;
    }

    public IReadOnlyList<KpiValue> Kpis() =>
    [
        new(WeatherVocabulary.Rain, Mean(depth)),
        new(WeatherVocabulary.TemperatureMax, double.IsFinite(hottest) ? hottest : 0),
        new(WeatherVocabulary.GustMax, strongest),
        .. warnings.Kpis(),
    ];

    public IReadOnlyList<TimeSeries> Series() => [.. Columns.Select((c, i) => new TimeSeries(c.Name, c.Unit, c.Title, [.. times], [.. rows.Select(r => r[i])]))];

    public IReadOnlyList<ResultLayer> Layers() =>
    [
        new("city_district", new("Districts", "城区"), site.AssetIds, site.Areas,
        [
            new("air_temperature", "°C", new("Air temperature", "气温"), [.. layerTimes], [.. temperature], KpiDirection.More),
            new("rain", "mm", new("Rain since the start", "累计雨量"), [.. layerTimes], [.. rain], KpiDirection.More),
            new("warning_level", "1", new("Highest warning in force (1 blue to 4 red)", "生效预警最高级别（1 蓝至 4 红）"), [.. layerTimes], [.. levels], KpiDirection.More),
        ]),
    ];

    public void Save(BinaryWriter writer)
    {
        Rows.Save(writer, times, rows);
        writer.Write(layerTimes.Count);
        foreach (var time in layerTimes) writer.Write(time);
        Rows.Save(writer, temperature);
        Rows.Save(writer, rain);
        Rows.Save(writer, levels);
        warnings.Save(writer);
        foreach (var value in depth) writer.Write(value);
        writer.Write(hottest);
        writer.Write(strongest);
    }

    public void Load(BinaryReader reader)
    {
        Rows.Load(reader, times, rows);
        layerTimes.Clear();
        for (var n = reader.ReadInt32(); n > 0; n--) layerTimes.Add(reader.ReadDouble());
        Rows.Load(reader, temperature);
        Rows.Load(reader, rain);
        Rows.Load(reader, levels);
        warnings.Load(reader);
        for (var i = 0; i < depth.Length; i++) depth[i] = reader.ReadDouble();
        (hottest, strongest) = (reader.ReadDouble(), reader.ReadDouble());
    }

    private float[] HighestLevels(ReadOnlySpan<double> level)
    {
        var highest = new float[site.Places.Count];
        for (var i = 0; i < level.Length; i++)
        {
            var place = i / table.Signals.Count;
            highest[place] = Math.Max(highest[place], (float)level[i]);
        }
        return highest;
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return values.Length > 0 ? sum / values.Length : 0;
    }

    private static double Most(ReadOnlySpan<double> values)
    {
        var most = double.NaN;
        foreach (var value in values)
            if (!(value <= most)) most = value;
        return most;
    }
}
