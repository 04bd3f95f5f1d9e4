using System.Globalization;
using System.Text;
using DigitalTwin.Simulation.Results.Charts;
using DigitalTwin.Simulation.Results.Report;

namespace DigitalTwin.Simulation.Results.Maps;

/// <summary>
/// One map of a panel as it stands on paper: all elements of one colour and width as one path, the foremost places ringed and numbered, a scale bar and north. A script takes the paths
/// apart, so that each asset answers to a pointer.
/// </summary>
internal static class ElementMap
{
    /// <summary>Widths of lines by class of flow, grid units.</summary>
    public static readonly int[] LineWidths = [4, 6, 9, 12, 16];

    /// <summary>Draws a map.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="panel">The panel.</param>
    /// <param name="projection">Its grid.</param>
    /// <param name="picture">What is drawn on it.</param>
    /// <param name="label">What a screen reader says.</param>
    /// <param name="grounds">Ids of drawings beneath.</param>
    public static void Draw(Markup page, MapPanel panel, MapProjection projection, MapPicture picture, string label, IEnumerable<string> grounds)
    {
        page.Open("svg", ("class", "map grid"), ("viewBox", $"0 0 {projection.Width:0} {projection.Height:0}"), ("role", "img"), ("aria-label", label),
            ("data-contender", $"{picture.Contender}"), ("data-of", picture.IsDifference ? "difference" : "values"));
        foreach (var ground in grounds) page.Leaf("use", ("href", "#" + ground));
        page.Open("g", ("class", "marks"));
        foreach (var group in Enumerable.Range(0, panel.Elements.Count)
                     .GroupBy(e => (panel.Elements[e].Shape, Class: picture.Classes[e], Width: picture.WidthOf(panel, e)))
                     .OrderBy(g => g.Key.Shape == MapShape.Area ? 0 : g.Key.Shape == MapShape.Line ? 1 : 2).ThenBy(g => picture.Weight(g.Key.Class)).ThenBy(g => g.Key.Width))
        {
            var colour = picture.Colour(group.Key.Class);
            var path = string.Concat(group.Select(e => PathOf(panel, e)));
            if (group.Key.Shape == MapShape.Line) page.Leaf("path", ("class", "line"), ("stroke", colour), ("stroke-width", $"{group.Key.Width}"), ("d", path));
            else page.Leaf("path", ("class", group.Key.Shape == MapShape.Area ? "area" : "disc"), ("fill", colour), ("d", path));
        }
        page.Close().Open("g", ("class", "rings"));
        for (var k = 0; k < picture.Foremost.Count; k++)
        {
            var (x, y) = (panel.Elements[picture.Foremost[k]].X, panel.Elements[picture.Foremost[k]].Y);
            page.Leaf("circle", ("class", "worst"), ("cx", $"{x}"), ("cy", $"{y}"), ("r", "26"));
            page.Element("text", $"{k + 1}", ("class", "place"), ("x", $"{x + 32}"), ("y", $"{y - 14}"));
        }
        page.Close();
        Furniture(page, projection);
        page.Close().Line();
    }

    private static string PathOf(MapPanel panel, int e)
    {
        var element = panel.Elements[e];
        if (element.Shape != MapShape.Disc) return element.Path;
        var r = panel.Sizes?[e] ?? MapPanel.PlainRadius;
        return $"M{element.X - r} {element.Y}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0";
    }

    private static void Furniture(Markup page, MapProjection projection)
    {
        var metres = NiceTicks.Step(projection.Width / projection.PixelsPerMetre, 6);
        double length = metres * projection.PixelsPerMetre, x = 40, y = projection.Height - 40;
        page.Leaf("path", ("class", "scale-bar"), ("d", $"M{x} {y - 14:0}v14h{length:0}v-14"));
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{(metres >= 1000 ? metres / 1000 : metres):0.##}").Append(metres >= 1000 ? " km" : " m").ToString();
        page.Element("text", text, ("class", "scale-text"), ("x", $"{x + (length / 2):0}"), ("y", $"{y - 18:0}"), ("text-anchor", "middle"));
        var right = projection.Width - 60;
        page.Leaf("path", ("class", "north"), ("d", $"M{right:0} 26l19 62l-19 -16l-19 16z"));
        page.Open("text", ("class", "north-text"), ("x", $"{right:0}"), ("y", "128"), ("text-anchor", "middle")).SvgText(new("N", "北")).Close();
    }
}
