using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Results.Comparing;
using DigitalTwin.Simulation.Results.Maps;

namespace DigitalTwin.Simulation.Results.Report;

/// <summary>A panel of maps with its legends, its controls, its tables of foremost places, and the data that its script draws from.</summary>
internal static class MapPanelMarkup
{
    public static void Write(Markup page, Comparison comparison, IReadOnlyList<Contender> contenders, MapPanel panel, MapProjection projection, IReadOnlyList<string> grounds)
    {
        var many = contenders.Count > 1;
        var frame = many ? 0 : WorstFrame(panel, contenders[0]);
        MapPicture[] pictures = [.. contenders.Select((_, c) => new MapPicture(panel, 0, frame, c, isDifference: c > 0))];
        page.Line().Element("h2", new LocalizedText($"Where: {panel.Plan.Title.En.ToLowerInvariant()}", $"空间分布：{panel.Plan.Title.In("zh")}")).Line();
        page.Open("section", ("class", "panel"));
        MapControls.Write(page, panel, contenders, frame);
        MapLegend.Values(page, panel.Fields[0].Label, panel.Fields[0].Scale, pictures[0].Classes.Contains(-1));
        if (many) MapLegend.Differences(page, panel.Fields[0], contenders[0]);
        if (panel.Widths is not null) MapLegend.Widths(page);
        if (panel.Sizes is not null) MapLegend.Sizes(page);
        page.Open("div", ("class", many ? "maps" : "maps single"));
        foreach (var picture in pictures) Figure(page, panel, contenders, projection, picture, grounds);
        page.Close();
        page.Open("div", ("class", "curve"), ("hidden", "")).Close();
        Note(page, comparison, contenders, panel);
        page.Own("script", MapData.Of(panel, contenders, frame), ("type", "application/json")).Close().Line();
    }

    private static int WorstFrame(MapPanel panel, Contender contender)
    {
        var worst = panel.Fields[0].Label.WorstInstant is { } seconds ? contender.Manifest.Period.At(seconds) : default;
        for (var f = 0; f < panel.Frames.Count; f++)
            if (panel.Frames[f] == worst) return f + 1;
        return 0;
    }

    private static void Figure(Markup page, MapPanel panel, IReadOnlyList<Contender> contenders, MapProjection projection, MapPicture picture, IReadOnlyList<string> grounds)
    {
        var (contender, field) = (contenders[picture.Contender], panel.Fields[0]);
        var when = panel.FrameTitle(picture.Frame, contender.Manifest.Period);
        var what = picture.IsDifference
            ? new LocalizedText($"difference, {when.En}", $"差异，{when.In("zh")}") : when;
        page.Open("figure").Open("h3", ("class", "name"));
        ReportPage.Swatch(page, picture.Contender);
        page.Open("div").Text(contender.Title).Text(" ").Open("span", ("class", "unit when")).Text(what).Close().Close().Close();
        ElementMap.Draw(page, panel, projection, picture, $"{field.Label.Title.En}, {contender.Title.En}, {what.En}", grounds);
        page.Open("table", ("class", "worst-table")).Open("tbody");
        for (var k = 0; k < picture.Foremost.Count; k++)
        {
            var e = picture.Foremost[k];
            page.Open("tr").Element("td", $"{k + 1}").Element("td", panel.IdOf(e));
            page.Element("td", $"{(picture.IsDifference ? Figures.Signed(picture.Values[e]) : Figures.Short(picture.Values[e]))} {field.Label.Unit}", ("class", "number")).Close();
        }
        if (picture.Foremost.Count == 0) page.Open("tr").Element("td", new LocalizedText("No difference beyond noise.", "无超出随机波动的差异。")).Close();
        page.Close().Close().Close().Line();
    }

    private static void Note(Markup page, Comparison comparison, IReadOnlyList<Contender> contenders, MapPanel panel)
    {
        var replications = panel.Fields[0].Values.HasReplications;
        var (en, zh) = ("Numbered are the foremost places that lie apart from each other; every asset is in results.gpkg.", "图中编号为彼此分散的最突出位置；全部资产见 results.gpkg。");
        if (replications) (en, zh) = ("Values are means over the replications. " + en, "数值为各次重复的均值。" + zh);
        if (contenders.Count > 1)
        {
            en += replications
                ? " A difference is coloured where its 95 % interval over the replications leaves zero out; of places where nothing changes one in twenty does so by chance."
                : " With one replication nothing is known of noise: all differences are coloured.";
            zh += replications ? "差异的 95 % 区间（按重复次数）不含零时才着色；毫无变化之处也有约二十分之一会偶然着色。" : "仅一次重复，无法判断随机波动：所有差异均着色。";
        }
        if (contenders.Count < comparison.Contenders.Count)
        {
            en += $" {contenders.Count} of {comparison.Contenders.Count} variants {Plural.For(contenders.Count, "is", "are")} drawn.";
            zh += $"共 {comparison.Contenders.Count} 个方案，绘出 {contenders.Count} 个。";
        }
        page.Element("p", new LocalizedText(en, zh), ("class", "note")).Line();
    }
}
