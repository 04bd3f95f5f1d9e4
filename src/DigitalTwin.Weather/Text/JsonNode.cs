using System.Globalization;
using System.Text;
using System.Text.Json;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Weather.Text;

/// <summary>
/// A JSON value that remembers its line and column, so that a mistake in a data file can be pointed at. Asking for a wrong kind reports it and goes on with
/// a harmless value.
/// </summary>
internal sealed class JsonNode
{
    private static readonly JsonReaderOptions Reading = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 32 };
    private readonly JsonSource source;
    private readonly List<(string Key, JsonNode Value)> members = [];
    private readonly int line, column;
    private readonly JsonTokenType kind;
    private readonly string text = "";

    private JsonNode(JsonSource source, ref Utf8JsonReader reader)
    {
        (this.source, kind) = (source, reader.TokenType);
        (line, column) = source.Place(reader.TokenStartIndex);
        switch (kind)
        {
            case JsonTokenType.StartObject:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var key = reader.GetString()!;
                    reader.Read();
                    members.Add((key, new JsonNode(source, ref reader)));
                }
                break;
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) members.Add(("", new JsonNode(source, ref reader)));
                break;
            case JsonTokenType.String:
                text = reader.GetString()!;
                break;
            default:
                text = Encoding.UTF8.GetString(reader.ValueSpan);
                break;
        }
    }

    /// <summary>Reads a document; null when it is no JSON, which is then reported.</summary>
    public static JsonNode? Read(ReadOnlySpan<byte> utf8, string file, ProblemList problems)
    {
        if (utf8.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        try
        {
            var source = new JsonSource(utf8, file, problems);
            var reader = new Utf8JsonReader(utf8, Reading);
            reader.Read();
            var root = new JsonNode(source, ref reader);
            reader.Read();
            return root;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            var json = e as JsonException;
            problems.Error(file, (int)(json?.LineNumber ?? -1) + 1, (int)(json?.BytePositionInLine ?? -1) + 1, $"This is not JSON: {Brief(e.Message)}.");
            return null;
        }
    }

    /// <summary>The elements of an array, or none.</summary>
    public IEnumerable<JsonNode> Items => Is(JsonTokenType.StartArray, "a list") ? members.Select(m => m.Value) : [];

    /// <summary>Whether a member is there.</summary>
    public bool Has(string key) => members.Exists(m => m.Key == key);

    /// <summary>A member that must be there.</summary>
    public JsonNode? Member(string key)
    {
        if (!Is(JsonTokenType.StartObject, "an object with names and values")) return null;
        if (Optional(key) is { } member) return member;
        Error($"'{key}' is missing.");
        return null;
    }

    /// <summary>A member, or null.</summary>
    public JsonNode? Optional(string key) => kind == JsonTokenType.StartObject ? members.Find(m => m.Key == key).Value : null;

    /// <summary>Reports members that nobody reads.</summary>
    public void Only(params string[] keys)
    {
        if (kind != JsonTokenType.StartObject) return;
        foreach (var (key, value) in members)
            if (!keys.Contains(key) && !key.StartsWith('$')) value.Error($"Unknown name '{key}'; accepted are {string.Join(", ", keys)}.{NearestName.Hint(key, keys)}");
    }

    /// <summary>The text of a string.</summary>
    public string String() => Is(JsonTokenType.String, "a text in quotes") ? text : "";

    /// <summary>A finite number within limits.</summary>
    public double Number(double least, double most)
    {
        if (kind == JsonTokenType.Number && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
            return value;
        Error(FormattableString.Invariant($"Found {Shown}; a number from {least} to {most} is accepted."));
        return Math.Clamp(0, least, most);
    }

    /// <summary>One of a list of words: its index, or 0 when it is none of them.</summary>
    public int Choice(params string[] words)
    {
        if (kind != JsonTokenType.String || Array.IndexOf(words, text) is not (>= 0 and var index))
        {
            Error($"Found {Shown}; accepted are {string.Join(", ", words)}.{NearestName.Hint(text, words)}");
            return 0;
        }
        return index;
    }

    /// <summary>A text in both languages: { "en": …, "zh": … }.</summary>
    public LocalizedText Wording()
    {
        Only("en", "zh");
        return new LocalizedText(Member("en")?.String() ?? "", Member("zh")?.String() ?? "");
    }

    /// <summary>Reports a mistake at this value.</summary>
    public void Error(string sentence) => source.Problems.Error(source.File, line, column, sentence);

    private string Shown => kind switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => $"'{(text.Length <= 40 ? text : text[..40] + "…")}'",
        _ => text.Length == 0 ? kind.ToString().ToLowerInvariant() : text.Length <= 40 ? text : text[..40] + "…",
    };

    private bool Is(JsonTokenType wanted, string what)
    {
        if (kind == wanted) return true;
        Error($"Found {Shown}; {what} is accepted.");
        return false;
    }

    private static string Brief(string message)
    {
        var end = message.IndexOf(" LineNumber", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.', ' ');
    }
}

/// <summary>The file that a <see cref="JsonNode"/> was read from.</summary>
internal sealed class JsonSource
{
    private readonly List<int> lineStarts = [0];

    public JsonSource(ReadOnlySpan<byte> utf8, string file, ProblemList problems)
    {
        (File, Problems) = (file, problems);
        for (var i = 0; i < utf8.Length; i++)
            if (utf8[i] == '\n') lineStarts.Add(i + 1);
    }

    public string File { get; }

    public ProblemList Problems { get; }

    public (int Line, int Column) Place(long offset)
    {
        var at = lineStarts.BinarySearch((int)offset);
        var line = at >= 0 ? at : ~at - 1;
        return (line + 1, (int)offset - lineStarts[line] + 1);
    }
}
