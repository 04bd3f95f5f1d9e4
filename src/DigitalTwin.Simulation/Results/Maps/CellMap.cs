using System.Globalization;
using DigitalTwin.Simulation.Results.Charts;
using DigitalTwin.Simulation.Results.Comparing;
using DigitalTwin.Simulation.Results.Report;

namespace DigitalTwin.Simulation.Results.Maps;

/// <summary>The map of a run with very many assets as SVG: cells in the colours of the scale, the worst places ringed and named, a scale bar and north.</summary>
internal sealed class CellMap(ResultMap map, MapProjection projection, ColourScale scale)
{
    private const double CellSize = 2.4, TextSize = 11;

    /// <summary>The worst places, worst first.</summary>
    public IReadOnlyList<int> Worst { get; } = WorstPlaces.Of(map, projection, 5, apart: 0.11 * projection.Width);

    public void Draw(Markup page, string label)
    {
        page.Open("svg", ("class", "map"), ("viewBox", $"0 0 {Markup.At(projection.Width)} {Markup.At(projection.Height)}"), ("role", "img"), ("aria-label", label));
        CellRaster.Draw(page, map, projection, scale, CellSize);
        var labels = new LabelPlacement(projection.Width, projection.Height);
        ScaleBar(page, labels);
        North(page, labels);
        Places(page, labels);
        page.Close().Line();
    }

    private void Places(Markup page, LabelPlacement labels)
    {
        var points = Worst.Select(i => projection.At(map.Places[i])).ToArray();
        foreach (var (x, y) in points)
        {
            labels.Keep(x - 6, y - 6, x + 6, y + 6);
            page.Leaf("circle", ("class", "worst"), ("cx", Markup.At(x)), ("cy", Markup.At(y)), ("r", "5"));
        }
        for (var k = 0; k < points.Length; k++)
        {
            var (x, y) = points[k];
            var text = Shortened(LocalName(map.Ids[Worst[k]])) + "  " + Figures.Short(map.Values[Worst[k]]) + " " + map.Field.Unit;
            var width = LabelPlacement.WidthOf(text, TextSize) + 6;
            if (labels.Beside(x, y, width, TextSize + 5) is not var (left, top)) continue;
            double nearX = Math.Clamp(x, left, left + width), nearY = Math.Clamp(y, top, top + TextSize + 5);
            if (Math.Abs(nearX - x) + Math.Abs(nearY - y) > 14)
                page.Leaf("path", ("class", "leader"), ("d", $"M{Markup.At(x)} {Markup.At(y)}L{Markup.At(nearX)} {Markup.At(nearY)}"));
            page.Element("text", text, ("class", "place"), ("x", Markup.At(left + 3)), ("y", Markup.At(top + TextSize + 1)));
        }
    }

    private void ScaleBar(Markup page, LabelPlacement labels)
    {
        var metres = NiceTicks.Step(projection.Width / projection.PixelsPerMetre, 6);
        double length = metres * projection.PixelsPerMetre, x = 12, y = projection.Height - 12;
        page.Leaf("path", ("class", "scale-bar"), ("d", $"M{x} {Markup.At(y - 4)}v4h{Markup.At(length)}v-4"));
        var text = metres >= 1000 ? (metres / 1000).ToString("0.##", CultureInfo.InvariantCulture) + " km" : metres.ToString("0.##", CultureInfo.InvariantCulture) + " m";
        page.Element("text", text, ("class", "scale-text"), ("x", Markup.At(x + (length / 2))), ("y", Markup.At(y - 5)), ("text-anchor", "middle"));
        labels.Keep(x - 4, y - 18, x + length + 4, y + 4);
    }

    private void North(Markup page, LabelPlacement labels)
    {
        var x = projection.Width - 18;
        page.Leaf("path", ("class", "north"), ("d", $"M{Markup.At(x)} 8l5.5 18l-5.5 -4.5l-5.5 4.5z"));
        page.Open("text", ("class", "north-text"), ("x", Markup.At(x)), ("y", "38"), ("text-anchor", "middle")).SvgText(new("N", "北")).Close();
        labels.Keep(x - 12, 4, x + 12, 42);
    }

    /// <summary>The asset's own name: what follows the type in its id.</summary>
    public static string LocalName(string id)
    {
        var slash = id.IndexOf('/', id.IndexOf('/', StringComparison.Ordinal) + 1);
        return slash < 0 || slash == id.Length - 1 ? id : id[(slash + 1)..];
    }

    private static string Shortened(string name) => name.Length <= 24 ? name : name[..23] + "…";
}
