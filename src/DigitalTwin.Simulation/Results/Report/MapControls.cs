using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Results.Comparing;
using DigitalTwin.Simulation.Results.Maps;

namespace DigitalTwin.Simulation.Results.Report;

/// <summary>What a reader chooses on a screen: a field, values or differences, an instant, how close. Paper and a browser without scripts do without.</summary>
internal static class MapControls
{
    public static void Write(Markup page, MapPanel panel, IReadOnlyList<Contender> contenders, int frame)
    {
        page.Open("div", ("class", "controls"));
        if (panel.Fields.Count > 1)
        {
            Group(page, "Colour", "着色", "fields");
            for (var f = 0; f < panel.Fields.Count; f++) Button(page, $"{f}", panel.Fields[f].Label.Title, f == 0);
            page.Close();
        }
        if (contenders.Count > 1)
        {
            Group(page, "Show", "显示", "modes");
            Button(page, "values", new("Values", "数值"), false);
            Button(page, "difference", new("Differences", "差异"), true);
            page.Close();
        }
        Group(page, "Closer", "缩放", "zoom");
        Button(page, "in", new("+"), null);
        Button(page, "out", new("−"), null);
        page.Close();
        page.Open("label", ("class", "instant")).Open("span").Text(new LocalizedText("Instant", "时刻")).Close()
            .Leaf("input", ("type", "range"), ("min", "0"), ("max", $"{panel.Frames.Count}"), ("value", $"{frame}"), ("step", "1"));
        page.Open("output").Text(panel.FrameTitle(frame, contenders[0].Manifest.Period)).Close().Close();
        page.Close().Line();
    }

    private static void Group(Markup page, string en, string zh, string css) =>
        page.Open("div", ("class", "choice " + css), ("role", "group"), ("aria-label", en)).Element("span", new LocalizedText(en, zh), ("class", "what"));

    private static void Button(Markup page, string value, LocalizedText title, bool? isPressed)
    {
        if (isPressed is { } pressed) page.Open("button", ("type", "button"), ("value", value), ("aria-pressed", pressed ? "true" : "false")).Text(title).Close();
        else page.Open("button", ("type", "button"), ("value", value)).Text(title).Close();
    }
}
