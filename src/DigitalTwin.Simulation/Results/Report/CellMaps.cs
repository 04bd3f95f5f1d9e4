using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Results.Comparing;
using DigitalTwin.Simulation.Results.Manifests;
using DigitalTwin.Simulation.Results.Maps;

namespace DigitalTwin.Simulation.Results.Report;

/// <summary>For a domain of very many assets a map for each contender at its own worst instant, in cells and in one scale of colours, with the worst places in a table below.</summary>
internal static class CellMaps
{
    public static void Write(Markup page, Comparison comparison, IReadOnlyList<Contender> contenders, PanelPlan plan, ProblemList problems, CancellationToken cancellation)
    {
        var name = plan.Fields[0].Name;
        var maps = new List<(int Contender, ResultMap Map)>();
        for (var c = 0; c < contenders.Count; c++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (MapReader.Read(contenders[c].Runs[0], plan, name, problems) is { } map) maps.Add((c, map));
        }
        if (maps.Count == 0) return;
        var field = maps[0].Map.Field;
        ReportPage.Heading(page, $"Where: {field.Title.En.ToLowerInvariant()} at the worst instant", $"空间分布：最不利时刻的{field.Title.In("zh")}");
        var scale = ColourScale.For(maps.SelectMany(m => m.Map.Values), field.Worse);
        MapLegend.Values(page, field, scale, maps.Exists(m => Array.Exists(m.Map.Values, v => !float.IsFinite(v))));
        page.Open("div", ("class", maps.Count == 1 ? "maps single" : "maps"));
        foreach (var (contender, map) in maps) Figure(page, contenders[contender], contender, map, scale, alone: maps.Count == 1);
        page.Close();
        Note(page, comparison, maps.Count, field);
    }

    private static void Figure(Markup page, Contender contender, int number, ResultMap map, ColourScale scale, bool alone)
    {
        var projection = new MapProjection([.. map.Places, .. map.Lines.SelectMany(l => l.Coordinates)], alone ? 860 : 460, alone ? 300 : 220, alone ? 760 : 520, margin: 30);
        var drawing = new CellMap(map, projection, scale);
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
            (drawn < comparison.Contenders.Count ? $" {drawn} of {comparison.Contenders.Count} variants {Plural.For(drawn, "is", "are")} drawn." : ""),
            $"各图为全部资产平均值{zh}的时刻" + (replications ? "（首次重复）" : "") + "。图中标出彼此分散的最不利位置；全部资产见 results.gpkg。" +
            (drawn < comparison.Contenders.Count ? $"共 {comparison.Contenders.Count} 个方案，绘出 {drawn} 个。" : "")), ("class", "note")).Line();
    }
}
