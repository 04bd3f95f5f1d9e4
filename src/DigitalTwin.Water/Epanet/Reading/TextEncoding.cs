using System.Text;
using System.Text.Unicode;

namespace DigitalTwin.Water.Epanet.Reading;

/// <summary>Finds out how the characters of a file are stored, so that every byte comes back when it is written.</summary>
internal static class TextEncoding
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030") ?? Encoding.Latin1;

    /// <summary>The encoding that writes as <paramref name="kind"/>.</summary>
    public static Encoding Of(EpanetEncoding kind) => kind switch
    {
        EpanetEncoding.Gb18030 => Gb18030,
        EpanetEncoding.Latin1 => Encoding.Latin1,
        _ => Encoding.UTF8,
    };

    /// <summary>
    /// UTF-8 when the bytes are; else GB 18030 when all high bytes come in pairs, as Chinese text does and Western text does not; else one
    /// character a byte.
    /// </summary>
    public static EpanetEncoding Detect(ReadOnlySpan<byte> text)
    {
        if (Utf8.IsValid(text)) return EpanetEncoding.Utf8;
        return InPairs(text) && ComesBack(text) ? EpanetEncoding.Gb18030 : EpanetEncoding.Latin1;
    }

    private static bool InPairs(ReadOnlySpan<byte> text)
    {
        for (var i = text.IndexOfAnyInRange((byte)0x80, (byte)0xFF); i >= 0;)
        {
            if (text[i] is < 0xA1 or 0xFF || i + 1 >= text.Length || text[i + 1] is < 0xA1 or 0xFF) return false;
            text = text[(i + 2)..];
            i = text.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
        }
        return true;
    }

    private static bool ComesBack(ReadOnlySpan<byte> text) => text.SequenceEqual(Gb18030.GetBytes(Gb18030.GetString(text)));
}
