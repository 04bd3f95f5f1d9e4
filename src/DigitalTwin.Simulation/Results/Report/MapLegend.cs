using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Results.Comparing;
using DigitalTwin.Simulation.Results.Manifests;
using DigitalTwin.Simulation.Results.Maps;

namespace DigitalTwin.Simulation.Results.Report;

/// <summary>Legends of maps: classes of values and of differences with their unit, and what widths and sizes mean.</summary>
internal static class MapLegend
{
    /// <summary>Classes of a field's values; <paramref name="unknown"/> when some are not known.</summary>
    public static void Values(Markup page, FieldLabel field, ColourScale scale, bool unknown)
    {
        page.Open("ul", ("class", "classes values")).Open("li", ("class", "what")).Text(field.Title).Text($" ({field.Unit})").Close();
        for (var index = 0; index < ColourScale.Classes; index++) Chip(page, scale.Colour(index), scale.Label(index));
        if (unknown) Chip(page, MapPicture.Unknown, new("no value", "无数值"));
        page.Close().Line();
    }

    /// <summary>Classes of its differences.</summary>
    public static void Differences(Markup page, PanelField field, Contender first)
    {
        var scale = field.Differences!;
        page.Open("ul", ("class", "classes difference")).Open("li", ("class", "what"))
            .Text(new LocalizedText($"Difference from “{first.Title.En}” ({field.Label.Unit})", $"与“{first.Title.In("zh")}”之差（{field.Label.Unit}）")).Close();
        for (var index = 0; index < scale.Colours.Count; index++) Chip(page, scale.Colours[index], scale.Label(index));
        page.Close().Line();
    }

    /// <summary>Lines grow with their flow.</summary>
    public static void Widths(Markup page)
    {
        page.Open("p", ("class", "note key")).Open("svg", ("viewBox", "0 0 120 16"), ("width", "60"), ("height", "8"), ("aria-hidden", "true"));
        for (var w = 0; w < ElementMap.LineWidths.Length; w++) page.Leaf("path", ("d", $"M{w * 24} 8h20"), ("stroke", "#5b6776"), ("stroke-width", $"{ElementMap.LineWidths[w]}"));
        page.Close().Text(new LocalizedText("The more traffic, the wider the line; each direction lies to the right of its course.", "流量越大线越宽；各方向绘于行进方向右侧。")).Close().Line();
    }

    /// <summary>Discs grow with their spaces.</summary>
    public static void Sizes(Markup page)
    {
        page.Open("p", ("class", "note key")).Open("svg", ("viewBox", "0 0 120 40"), ("width", "60"), ("height", "20"), ("aria-hidden", "true"));
        foreach (var (x, r) in ((int, int)[])[(12, 8), (44, 14), (92, 20)]) page.Leaf("circle", ("cx", $"{x}"), ("cy", "20"), ("r", $"{r}"), ("fill", "#5b6776"));
        page.Close().Text(new LocalizedText("The more spaces, the larger the disc; kerbs are lines on their side of the street.", "泊位越多圆越大；路内泊位绘于道路相应一侧。")).Close().Line();
    }

    private static void Chip(Markup page, string colour, LocalizedText label) =>
        page.Open("li").Element("span", "", ("class", "chip"), ("style", $"background:{colour}")).Text(label).Close();
}
