using System.Text;
using System.Text.Json;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Results.Charts;
using DigitalTwin.Simulation.Results.Comparing;

namespace DigitalTwin.Simulation.Results.Maps;

/// <summary>
/// A panel as JSON for the page's script: geometry once for all of its maps, values as letters (<see cref="Levels"/>), element by element and frame by frame. Written without a character
/// that HTML would read as markup.
/// </summary>
internal static class MapData
{
    /// <summary>The panel of these contenders; the same panel gives the same text.</summary>
    public static string Of(MapPanel panel, IReadOnlyList<Contender> contenders, int frame)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("letters", Levels.Letters);
            json.WriteNumber("frame", frame);
            Texts(json, "frames", Enumerable.Range(0, panel.Frames.Count + 1).Select(f => panel.FrameTitle(f, contenders[0].Manifest.Period)));
            Numbers(json, "times", [.. panel.Frames.Select(f => (f - contenders[0].Manifest.Period.Start).TotalHours + contenders[0].Manifest.Period.Start.TimeOfDay.TotalHours)]);
            Contenders(json, contenders);
            Elements(json, panel);
            json.WriteStartArray("fields");
            foreach (var field in panel.Fields) Field(json, panel, field, contenders.Count);
            json.WriteEndArray();
            if (panel.Widths is { } widths)
                Array(json, "widths", widths.Length, c => Letters(panel, (e, f) => Levels.Letters[widths[c][f][e]]));
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Contenders(Utf8JsonWriter json, IReadOnlyList<Contender> contenders)
    {
        json.WriteStartArray("contenders");
        for (var c = 0; c < contenders.Count; c++)
        {
            json.WriteStartObject();
            json.WritePropertyName("title");
            Write(json, contenders[c].Title);
            json.WriteString("colour", Palette.Of(c).Colour);
            json.WriteString("dashes", Palette.Of(c).Dashes);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Elements(Utf8JsonWriter json, MapPanel panel)
    {
        json.WriteStartArray("groups");
        foreach (var group in Enumerable.Range(0, panel.Elements.Count).GroupBy(e => (panel.Elements[e].Shape, panel.Elements[e].Layer)))
        {
            string[] ids = [.. group.Select(panel.IdOf)];
            var prefix = CommonPrefix(ids);
            json.WriteStartObject();
            json.WriteString("shape", group.Key.Shape switch { MapShape.Area => "area", MapShape.Line => "line", _ => "disc" });
            json.WriteBoolean("borrows", panel.Elements[group.First()].Ends is not null);
            json.WriteString("prefix", prefix);
            Array(json, "ids", ids.Length, i => ids[i][prefix.Length..]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        var drawn = panel.Elements.TakeWhile(e => e.Shape != MapShape.Disc).ToArray();
        Array(json, "paths", drawn.Length, e => drawn[e].Path);
        json.WriteStartArray("places");
        foreach (var element in panel.Elements)
        {
            json.WriteNumberValue(element.X);
            json.WriteNumberValue(element.Y);
        }
        json.WriteEndArray();
        json.WriteStartArray("radii");
        for (var e = drawn.Length; e < panel.Elements.Count; e++) json.WriteNumberValue(panel.Sizes?[e] ?? MapPanel.PlainRadius);
        json.WriteEndArray();
    }

    private static void Field(Utf8JsonWriter json, MapPanel panel, PanelField field, int contenders)
    {
        json.WriteStartObject();
        json.WritePropertyName("title");
        Write(json, field.Label.Title);
        json.WriteString("unit", field.Label.Unit);
        json.WriteBoolean("low_is_worse", field.Label.Worse == KpiDirection.Less);
        json.WriteNumber("low", field.Low);
        json.WriteNumber("high", field.High);
        Numbers(json, "breaks", field.Scale.Breaks);
        Array(json, "colours", ColourScale.Classes, field.Scale.Colour);
        Texts(json, "labels", Enumerable.Range(0, ColourScale.Classes).Select(field.Scale.Label));
        var values = field.Values;
        Array(json, "mean", contenders, c => Letters(panel, (e, f) => Levels.Of(values.Mean[c][f][e], field.Low, field.High)));
        if (values.HasReplications && MapBudget.HasRoomForIntervals(panel.Elements.Count, panel.Frames.Count + 1, contenders, panel.Fields.Count))
            Array(json, "half", contenders, c => Letters(panel, (e, f) => Levels.Of(values.Half[c][f][e], 0, field.High - field.Low)));
        if (field.Differences is { } differences)
        {
            json.WriteNumber("reach", differences.Reach);
            Numbers(json, "difference_breaks", differences.Breaks);
            Texts(json, "difference_labels", Enumerable.Range(0, differences.Colours.Count).Select(differences.Label));
            Array(json, "difference_colours", differences.Colours.Count, i => differences.Colours[i]);
            Array(json, "difference", contenders, c => c == 0 ? "" : Letters(panel, (e, f) => Levels.OfDifference(values.Difference[c][f][e], values.IsSure[c][f][e], differences.Reach)));
        }
        json.WriteEndObject();
    }

    private static string Letters(MapPanel panel, Func<int, int, char> letter)
    {
        var frames = panel.Frames.Count + 1;
        var letters = new char[panel.Elements.Count * frames];
        for (var i = 0; i < letters.Length; i++) letters[i] = letter(i / frames, i % frames);
        return Levels.Packed(letters);
    }

    private static string CommonPrefix(string[] ids)
    {
        var end = ids[0].LastIndexOf('/') + 1;
        return System.Array.TrueForAll(ids, id => id.StartsWith(ids[0][..end], StringComparison.Ordinal)) ? ids[0][..end] : "";
    }

    private static void Array(Utf8JsonWriter json, string name, int count, Func<int, string> item)
    {
        json.WriteStartArray(name);
        for (var i = 0; i < count; i++) json.WriteStringValue(item(i));
        json.WriteEndArray();
    }

    private static void Numbers(Utf8JsonWriter json, string name, IReadOnlyList<double> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<LocalizedText> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) Write(json, text);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, LocalizedText text)
    {
        json.WriteStartArray();
        json.WriteStringValue(text.En);
        json.WriteStringValue(text.In("zh"));
        json.WriteEndArray();
    }
}
