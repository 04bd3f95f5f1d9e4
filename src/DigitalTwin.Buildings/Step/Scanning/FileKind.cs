using System.Text;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Buildings.Step.Scanning;

/// <summary>Whether bytes are ISO 10303-21 at all, and what they look like where not.</summary>
internal static class FileKind
{
    private static ReadOnlySpan<byte> Magic => "ISO-10303-21"u8;

    /// <summary>Where the text begins, behind a byte order mark, blanks and comments.</summary>
    /// <exception cref="InputException">It is something else.</exception>
    public static long Start(string name, StepBytes bytes)
    {
        var s = bytes.Span(0, (int)Math.Min(bytes.Length, 1 << 20));
        var mark = s.StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
        var p = Syntax.SkipBlanks(s, mark);
        if (p + Magic.Length <= s.Length && Ascii.EqualsIgnoreCase(s.Slice(p, Magic.Length), Magic)) return p;
        p = s.IndexOfAnyExcept(" \t\r\n"u8) is var first and >= 0 ? Math.Max(first, mark) : s.Length;
        throw new InputException(name, $"This is not an ISO 10303-21 file (STEP, IFC), which begins with 'ISO-10303-21;': {Looks(s, p)}");
    }

    private static string Looks(ReadOnlySpan<byte> s, int p)
    {
        if (p >= s.Length) return s.IsEmpty ? "it is empty." : "it holds nothing but blanks.";
        if (s.StartsWith("PK\u0003\u0004"u8)) return "it is a ZIP archive; if it is an .ifczip, unpack it and name the .ifc within.";
        if (s.StartsWith([(byte)0x1F, (byte)0x8B])) return "it is packed by gzip; unpack it first.";
        if (s.StartsWith([(byte)0xFF, (byte)0xFE]) || s.StartsWith([(byte)0xFE, (byte)0xFF])) return "it is text in UTF-16; save it as UTF-8.";
        if (s[p] == (byte)'<') return "it is XML; if it is ifcXML, export the model as .ifc instead.";
        if (s[p] == (byte)'{') return "it is JSON; city models in CityJSON are read by another reader.";
        var line = s[p..Math.Min(s.Length, p + 40)];
        var end = line.IndexOfAny((byte)'\r', (byte)'\n');
        if (end >= 0) line = line[..end];
        foreach (var b in line)
            if (b is < 32 and not (byte)'\t') return $"it begins with the bytes {Convert.ToHexString(s[p..Math.Min(s.Length, p + 8)])}.";
        return $"it begins with '{Encoding.Latin1.GetString(line)}'.";
    }
}
