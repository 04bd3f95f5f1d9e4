using System.Text;

namespace DigitalTwin.Client.Files;

/// <summary>Strings for the names that come again and again in a file: each is made once. Bounded; what does not fit is made anew.</summary>
internal sealed class NameCache
{
    private const int Most = 1 << 20;

    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> bySpan;

    public NameCache() => bySpan = names.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > 256) return Encoding.UTF8.GetString(utf8);
        Span<char> characters = stackalloc char[utf8.Length];
        return Of(characters[..Encoding.UTF8.GetChars(utf8, characters)]);
    }

    public string Of(ReadOnlySpan<char> text)
    {
        if (bySpan.TryGetValue(text, out var known)) return known;
        var made = text.ToString();
        if (names.Count < Most) names.Add(made, made);
        return made;
    }
}
