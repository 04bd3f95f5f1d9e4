using System.Text.Json;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Simulation.Results.Manifests;

/// <summary>
/// Fields of a JSON object read by name and kind. A field that is missing or of the wrong kind is reported with its path and gives a
/// harmless value, so that every mistake is found in one reading.
/// </summary>
internal readonly struct JsonFields(JsonElement element, string path, string file, ProblemList problems, int line = 0)
{
    private static readonly JsonElement Nothing = JsonDocument.Parse("{}").RootElement;

    public string Text(string name) => Find(name, JsonValueKind.String, "a text", required: true)?.GetString() ?? "";

    public string? TextOrNull(string name) => Find(name, JsonValueKind.String, "a text", required: false)?.GetString();

    public double Number(string name) => NumberOrNull(name, required: true) ?? 0;

    public double? NumberOrNull(string name, bool required = false)
    {
        if (Find(name, JsonValueKind.Number, "a number", required) is not { } value) return null;
        if (value.TryGetDouble(out var number) && double.IsFinite(number)) return number;
        Wrong(name, "a finite number", value);
        return null;
    }

    public long Whole(string name, long least, long most)
    {
        if (Find(name, JsonValueKind.Number, "a whole number", required: true) is not { } value) return least;
        if (value.TryGetInt64(out var number) && number >= least && number <= most) return number;
        Wrong(name, $"a whole number from {least} to {most}", value);
        return least;
    }

    public ulong Seed(string name)
    {
        if (Find(name, JsonValueKind.Number, "a whole number", required: true) is not { } value) return 0;
        if (value.TryGetUInt64(out var number)) return number;
        Wrong(name, $"a whole number from 0 to {ulong.MaxValue}", value);
        return 0;
    }

    public DateTimeOffset Instant(string name) => InstantOrNull(name, required: true) ?? default;

    public DateTimeOffset? InstantOrNull(string name, bool required = false)
    {
        if (Find(name, JsonValueKind.String, "an instant like 2025-07-08T06:00:00+08:00", required) is not { } value) return null;
        if (value.TryGetDateTimeOffset(out var instant)) return instant;
        Wrong(name, "an instant like 2025-07-08T06:00:00+08:00", value);
        return null;
    }

    public TimeSpan Seconds(string name)
    {
        var seconds = Number(name);
        if (seconds is >= 0 and < 1e11) return TimeSpan.FromSeconds(seconds);
        Report($"'{path}{name}' must be a length of time in seconds from 0 to 1e11; found {seconds}.");
        return TimeSpan.Zero;
    }

    public T Choice<T>(string name) where T : struct, Enum
    {
        var found = Text(name);
        var accepted = Enum.GetValues<T>();
        foreach (var member in accepted)
            if (RunManifestWriter.Word(member) == found) return member;
        var words = accepted.Select(RunManifestWriter.Word).ToArray();
        if (found.Length > 0) Report($"'{path}{name}' must be one of {string.Join(", ", words)}; found '{Excerpt.Of(found)}'.{NearestName.Hint(found, words)}");
        return default;
    }

    public LocalizedText Localized(string name) => LocalizedOrNull(name, required: true) ?? default;

    public LocalizedText? LocalizedOrNull(string name, bool required = false)
    {
        if (Find(name, JsonValueKind.Object, "an object with 'en' and perhaps 'zh'", required) is not { } value) return null;
        return new JsonFields(value, $"{path}{name}.", file, problems, line).Both();
    }

    public LocalizedText Both() => new(Text("en"), TextOrNull("zh"));

    /// <summary>A nested object. One that is absent is reported once; its fields then need no sentence each.</summary>
    public JsonFields Object(string name) => Find(name, JsonValueKind.Object, "an object", required: true) is { } value
        ? new(value, $"{path}{name}.", file, problems, line) : new(Nothing, "", file, []);

    public JsonFields? ObjectOrNull(string name) => Find(name, JsonValueKind.Object, "an object", required: false) is { } value
        ? new(value, $"{path}{name}.", file, problems, line) : null;

    public List<T> List<T>(string name, Func<JsonFields, T> read)
    {
        var list = new List<T>();
        if (Find(name, JsonValueKind.Array, "a list", required: true) is not { } array) return list;
        foreach (var item in array.EnumerateArray())
        {
            var place = $"{path}{name}[{list.Count}]";
            if (item.ValueKind != JsonValueKind.Object) Report($"'{place}' must be an object; found {Found(item)}.");
            else list.Add(read(new JsonFields(item, place + ".", file, problems, line)));
        }
        return list;
    }

    private JsonElement? Find(string name, JsonValueKind kind, string accepted, bool required)
    {
        if (!element.TryGetProperty(name, out var value))
        {
            if (required) Report($"'{path}{name}' is missing; it must be {accepted}.{NearestName.Hint(name, element.EnumerateObject().Select(p => p.Name))}");
            return null;
        }
        if (value.ValueKind == kind) return value;
        Wrong(name, accepted, value);
        return null;
    }

    private void Wrong(string name, string accepted, JsonElement found) => Report($"'{path}{name}' must be {accepted}; found {Found(found)}.");

    private void Report(string sentence) => problems.Error(file, line, 0, sentence);

    private static string Found(JsonElement value) => Excerpt.Of(value.GetRawText());
}
