using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Results.Comparing;
using DigitalTwin.Simulation.Results.Manifests;
using DigitalTwin.Simulation.Results.Maps;

namespace DigitalTwin.Simulation.Results.Report;

/// <summary>For each domain a map for each contender at its own worst instant, in one scale of colours, with the worst places in a table below.</summary>
internal static class MapSection
{
    private const int MostMaps = 6;

    public static void Write(Markup page, Comparison comparison, ProblemList problems, CancellationToken cancellation)
    {
        var layers = comparison.Contenders[0].Runs[0].Manifest.Layers;
        foreach (var (layer, field) in ResultMap.Choose(layers)) Write(page, comparison, layers[layer].Name, layers[layer].Fields[field].Name, problems, cancellation);
    }

    private static void Write(Markup page, Comparison comparison, string layer, string fieldName, ProblemList problems, CancellationToken cancellation)
    {
        var maps = new List<(int Contender, ResultMap Map)>();
        for (var c = 0; c < comparison.Contenders.Count && maps.Count < MostMaps; c++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (MapReader.Read(comparison.Contenders[c].Runs[0], layer, fieldName, problems) is { } map) maps.Add((c, map));
        }
        if (maps.Count == 0) return;
        var field = maps[0].Map.Field;
        ReportPage.Heading(page, $"Where: {field.Title.En.ToLowerInvariant()} at the worst instant", $"空间分布：最不利时刻的{field.Title.In("zh")}");
        var scale = ColourScale.For(maps.SelectMany(m => m.Map.Values), field.Worse);
        Legend(page, field, scale, maps.Exists(m => Array.Exists(m.Map.Values, v => !float.IsFinite(v))));
        page.Open("div", ("class", maps.Count == 1 ? "maps single" : "maps"));
        foreach (var (contender, map) in maps) Figure(page, comparison.Contenders[contender], contender, map, scale, alone: maps.Count == 1);
        page.Close();
        Note(page, comparison, maps.Count, field);
    }

    private static void Legend(Markup page, FieldLabel field, ColourScale scale, bool unknown)
    {
        page.Open("ul", ("class", "classes")).Open("li").Text(field.Title).Text($" ({field.Unit})").Close();
        for (var index = unknown ? -1 : 0; index < ColourScale.Classes; index++)
        {
            page.Open("li").Element("span", "", ("class", "chip"), ("style", $"background:{scale.Colour(index)}"));
            page.Text(index < 0 ? new("not known", "未知") : scale.Label(index)).Close();
        }
        page.Close().Line();
    }

    private static void Figure(Markup page, Contender contender, int number, ResultMap map, ColourScale scale, bool alone)
    {
        var projection = new MapProjection([.. map.Places, .. map.Lines.SelectMany(l => l.Coordinates)], alone ? 860 : 460, alone ? 300 : 220, alone ? 760 : 520, margin: 30);
        var drawing = new NetworkMap(map, projection, scale);
        var at = ReportPage.Local(contender.Manifest.Period, map.Field.WorstInstant ?? 0);
        page.Open("figure").Open("h3", ("class", "name"));
        ReportPage.Swatch(page, number);
        page.Open("div").Text(contender.Title).Element("span", $" {at}", ("class", "unit")).Close().Close();
        drawing.Draw(page, $"{map.Field.Title.En} of {map.Layer.En} at {at}");
        page.Open("table", ("class", "worst-table")).Open("tbody");
        for (var k = 0; k < drawing.Worst.Count; k++)
        {
            page.Open("tr").Element("td", $"{k + 1}").Element("td", map.Ids[drawing.Worst[k]]);
            page.Element("td", $"{Figures.Short(map.Values[drawing.Worst[k]])} {map.Field.Unit}", ("class", "number")).Close();
        }
        page.Close().Close().Close().Line();
    }

    private static void Note(Markup page, Comparison comparison, int drawn, FieldLabel field)
    {
        var (en, zh) = field.Worse == KpiDirection.Less ? ("lowest", "最低") : ("highest", "最高");
        var replications = comparison.Contenders.Any(c => c.Runs.Count > 1);
        page.Element("p", new LocalizedText(
            $"Each map shows the instant at which the mean over all assets was {en}" + (replications ? ", in the first replication" : "") +
            ". Named are the worst places that lie apart from each other; every asset is in results.gpkg." +
            (drawn < comparison.Contenders.Count ? $" {drawn} of {comparison.Contenders.Count} variants are drawn." : ""),
            $"各图为全部资产平均值{zh}的时刻" + (replications ? "（首次重复）" : "") + "。图中标出彼此分散的最不利位置；全部资产见 results.gpkg。" +
            (drawn < comparison.Contenders.Count ? $"共 {comparison.Contenders.Count} 个方案，绘出 {drawn} 个。" : "")), ("class", "note")).Line();
    }
}
