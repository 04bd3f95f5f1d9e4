using System.Text.Json;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Client.Files;

/// <summary>Reads one JSON object as observations.</summary>
internal sealed class JsonObservation(ObservationFormat format)
{
    private const int MostIgnored = 20;
    private static readonly string[] Members = ["asset", "property", "value", "observedAt", "source", "quality", "text", "values"];

    private readonly NameCache names = new();
    private readonly List<(string Property, double Value, string? Text, int At)> values = [];
    private readonly List<string> ignored = [];
    private string? asset, property, source, text;
    private (double Value, string? Text, int At)? value;
    private DateTimeOffset? observedAt;
    private Quality quality;
    private (int At, string Sentence)? mistake;

    /// <summary>Members that were passed over, each once.</summary>
    public IReadOnlyList<string> Ignored => ignored;

    /// <summary>Reads a line; what comes back is why it is refused and at which byte, or null when its observations were added.</summary>
    public (int At, string Sentence)? Read(ReadOnlySpan<byte> line, int number, List<ObservationRecord> into)
    {
        values.Clear();
        (asset, property, source, text, value, observedAt, quality, mistake) = (null, null, null, null, null, null, Quality.Good, null);
        var json = new Utf8JsonReader(line);
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return (0, "A line is one JSON object, as in {\"asset\":\"water/tank/T-1\",\"property\":\"level\",\"value\":3.2,\"observedAt\":\"2025-07-08T09:00:00Z\"}.");
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName && mistake is null) Member(ref json);
            if (mistake is not null) return mistake;
            json.Read();
        }
        catch (JsonException error)
        {
            var tail = error.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            return ((int)(error.BytePositionInLine ?? 0), $"This is not JSON: {(tail > 0 ? error.Message[..tail] : error.Message)}");
        }
        catch (InvalidOperationException)
        {
            return ((int)json.TokenStartIndex, "A text here holds half a surrogate pair.");
        }
        return Take(number, into);
    }

    private void Member(ref Utf8JsonReader json)
    {
        var at = (int)json.TokenStartIndex;
        if (json.ValueTextEquals("asset"u8)) asset = Word(ref json, "asset");
        else if (json.ValueTextEquals("property"u8)) property = Word(ref json, "property");
        else if (json.ValueTextEquals("source"u8)) source = Word(ref json, "source");
        else if (json.ValueTextEquals("text"u8)) text = Word(ref json, "text");
        else if (json.ValueTextEquals("observedAt"u8) || json.ValueTextEquals("observed_at"u8)) Instant(ref json);
        else if (json.ValueTextEquals("quality"u8))
        {
            if (Word(ref json, "quality") is { } word && !ValueText.TryQuality(System.Text.Encoding.UTF8.GetBytes(word), out quality, out var sentence)) mistake = (at, sentence!);
        }
        else if (json.ValueTextEquals("value"u8))
        {
            json.Read();
            value = Value(ref json, "value");
        }
        else if (json.ValueTextEquals("values"u8)) Values(ref json);
        else Pass(ref json, at);
    }

    private void Pass(ref Utf8JsonReader json, int at)
    {
        var name = json.GetString()!;
        if (!ignored.Contains(name))
        {
            if (NearestName.Of(name, Members) is { } near) mistake = (at, $"The member '{ValueText.Shown(System.Text.Encoding.UTF8.GetBytes(name))}' is not known. Did you mean '{near}'?");
            else if (ignored.Count < MostIgnored) ignored.Add(name);
        }
        json.Skip();
    }

    private string? Word(ref Utf8JsonReader json, string member)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.String) return Text(ref json);
        if (json.TokenType == JsonTokenType.Null) return null;
        mistake ??= ((int)json.TokenStartIndex, $"'{member}' is a text; {Kind(ref json)} stands here.");
        json.Skip();
        return null;
    }

    private void Instant(ref Utf8JsonReader json)
    {
        var at = (int)json.TokenStartIndex;
        if (Word(ref json, "observedAt") is not { } word) return;
        if (InstantText.TryParse(word, format.Offset, out var instant)) observedAt = instant;
        else mistake = (at, CsvReader.InstantMistake(System.Text.Encoding.UTF8.GetBytes(word), format));
    }

    private (double, string?, int)? Value(ref Utf8JsonReader json, string member)
    {
        var at = (int)json.TokenStartIndex;
        switch (json.TokenType)
        {
            case JsonTokenType.Number when json.TryGetDouble(out var number) && double.IsFinite(number):
                return (number, null, at);
            case JsonTokenType.String:
                return (double.NaN, Text(ref json), at);
            default:
                mistake ??= (at, $"'{member}' is a finite number or a word; {Kind(ref json)} stands here.");
                json.Skip();
                return null;
        }
    }

    private void Values(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            mistake ??= ((int)json.TokenStartIndex, $"'values' is an object of values by property; {Kind(ref json)} stands here.");
            json.Skip();
            return;
        }
        var begin = (int)json.TokenStartIndex;
        var count = 0;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (++count > TelemetryLimits.PropertiesPerAsset)
            {
                json.Read();
                json.Skip();
                continue;
            }
            var name = Text(ref json);
            json.Read();
            if (Value(ref json, name) is var (number, word, at)) values.Add((name, number, word, at));
        }
        if (count > TelemetryLimits.PropertiesPerAsset)
            mistake = (begin, $"The object has {count:N0} properties; an asset has at most {TelemetryLimits.PropertiesPerAsset}.");
    }

    private (int At, string Sentence)? Take(int number, List<ObservationRecord> into)
    {
        if (string.IsNullOrEmpty(asset)) return (0, "The 'asset' is missing.");
        if (observedAt is not { } instant) return (0, "The instant 'observedAt' is missing.");
        if (value is { Text: null } && text is not null) return (value.Value.At, $"There is a value and a text, '{text}'; one of them is expected.");
        if (value is not null || text is not null)
        {
            if (string.IsNullOrEmpty(property)) return (0, "The 'property' is missing.");
            values.Add((property, value?.Value ?? double.NaN, text ?? value?.Text, value?.At ?? 0));
        }
        else if (property is not null) return (0, "There is neither a 'value' nor a 'text'.");
        if (values.Count == 0) return (0, "There is no 'value', and there are no 'values'.");
        foreach (var (name, reading, word, at) in values)
            into.Add(ObservationRecord.Of(number, at + 1, new(asset, name, reading, instant, source ?? format.Source, quality, word)));
        return null;
    }

    /// <summary>A text as it is meant; only escaped ones cost a string.</summary>
    private string Text(ref Utf8JsonReader json) => json.ValueIsEscaped ? names.Of(json.GetString()!) : names.Of(json.ValueSpan);

    private static string Kind(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.True or JsonTokenType.False => "a truth value",
        JsonTokenType.Null => "null",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.Number => "a number",
        _ => "a text",
    };
}
