using System.Text;

namespace DigitalTwin.Weather.Text;

/// <summary>Walks the lines of a file in memory (LF, CRLF or CR) without copying them.</summary>
internal ref struct TextLines(ReadOnlySpan<byte> text)
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);
    private readonly ReadOnlySpan<byte> text = text;
    private int next;

    /// <summary>The line that <see cref="MoveNext"/> found, without its end.</summary>
    public ReadOnlySpan<byte> Current { get; private set; } = default;

    /// <summary>Its 1-based number.</summary>
    public int Number { get; private set; }

    public bool MoveNext()
    {
        if (next >= text.Length) return false;
        var rest = text[next..];
        var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
        Number++;
        if (end < 0)
        {
            Current = rest;
            next = text.Length;
            return true;
        }
        Current = rest[..end];
        next += end + (rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n' ? 2 : 1);
        return true;
    }

    /// <summary>UTF-8, or Latin-1 where the bytes are not UTF-8: older files hold names of places in either.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    /// <summary>A piece of input fit for a sentence: printable, and no longer than forty characters.</summary>
    public static string Quote(ReadOnlySpan<byte> bytes)
    {
        var cut = bytes.Length > 40;
        var characters = Decode(cut ? bytes[..40] : bytes).ToCharArray();
        for (var i = 0; i < characters.Length; i++)
            if (char.IsControl(characters[i]) || char.IsSurrogate(characters[i])) characters[i] = '?';
        return "'" + new string(characters) + (cut ? "…'" : "'");
    }
}
