using System.Buffers;

namespace DigitalTwin.Buildings.Step.Scanning;

/// <summary>The few things of the grammar that both passes must see alike: blanks, comments and where a string ends.</summary>
internal static class Syntax
{
    private static readonly SearchValues<byte> Blanks = SearchValues.Create([.. Enumerable.Range(0, 33).Select(i => (byte)i)]);

    /// <summary>The first place from <paramref name="p"/> that is neither blank nor comment; the place of <c>/*</c> when that comment has no end here, or none are to be looked for.</summary>
    public static int SkipBlanks(ReadOnlySpan<byte> s, int p, bool comments = true)
    {
        while ((uint)p < (uint)s.Length)
        {
            if (s[p] > 32)
            {
                if (s[p] != (byte)'/' || !comments || !OpensComment(s, p)) return p;
                var end = CommentEnd(s, p);
                if (end < 0) return p;
                p = end;
            }
            else if (++p < s.Length && s[p] <= 32)
            {
                var run = s[p..].IndexOfAnyExcept(Blanks);
                if (run < 0) return s.Length;
                p += run;
            }
        }
        return p;
    }

    public static bool OpensComment(ReadOnlySpan<byte> s, int p) => p + 1 < s.Length && s[p] == (byte)'/' && s[p + 1] == (byte)'*';

    /// <summary>The place behind the comment that opens at <paramref name="p"/>; negative when it has no end here.</summary>
    public static int CommentEnd(ReadOnlySpan<byte> s, int p)
    {
        var end = s[(p + 2)..].IndexOf("*/"u8);
        return end < 0 ? -1 : p + 4 + end;
    }

    /// <summary>
    /// The place behind the string whose opening quote is at <paramref name="p"/>; negative when it has no end here. A doubled quote is one of the text,
    /// and so is the one in <c>\S\'</c>, which is the sign § (clause 6.4.3: the character after <c>\S\</c> may be an apostrophe).
    /// </summary>
    public static int StringEnd(ReadOnlySpan<byte> s, int p)
    {
        var opening = p++;
        while (true)
        {
            var next = s[p..].IndexOf((byte)'\'');
            if (next < 0) return -1;
            p += next;
            if (p - opening > 3 && s[p - 1] == (byte)'\\' && IsShifted(s, opening, p)) p++;
            else if (p + 1 < s.Length && s[p + 1] == (byte)'\'') p += 2;
            else return p + 1;
            if (p >= s.Length) return -1;
        }
    }

    /// <summary>Where, between two places, a line begins as a record does (<c>#12=</c>) or ends the section; negative when none does.</summary>
    public static int RecordStart(ReadOnlySpan<byte> s, int from, int to)
    {
        for (var p = from; p < to;)
        {
            var next = s[p..to].IndexOf((byte)'\n');
            if (next < 0) return -1;
            p = SkipBlanks(s[..to], p + next + 1, comments: false);
            if (p < to && IsRecordStart(s, p)) return p;
        }
        return -1;
    }

    public static bool IsLetter(byte b) => (uint)((b | 32) - 'a') < 26;

    public static bool IsDigit(byte b) => (uint)(b - '0') < 10;

    /// <summary>What a keyword may hold; the hyphen is in <c>END-ISO-10303-21</c> alone.</summary>
    public static bool IsOfName(byte b) => IsLetter(b) || IsDigit(b) || b is (byte)'_' or (byte)'-';

    private static bool IsRecordStart(ReadOnlySpan<byte> s, int p)
    {
        if (s[p..].StartsWith("ENDSEC;"u8)) return true;
        if (s[p++] != (byte)'#') return false;
        var digits = p;
        while (p < s.Length && IsDigit(s[p])) p++;
        if (p == digits) return false;
        p = SkipBlanks(s, p, comments: false);
        return p < s.Length && s[p] == (byte)'=';
    }

    /// <summary>Whether <c>\S\</c> stands before <paramref name="p"/> and its first backslash is not itself the second half of <c>\\</c>.</summary>
    private static bool IsShifted(ReadOnlySpan<byte> s, int opening, int p)
    {
        if (s[p - 2] != (byte)'S' || s[p - 3] != (byte)'\\') return false;
        var slashes = 0;
        for (var i = p - 3; i > opening && s[i] == (byte)'\\'; i--) slashes++;
        return slashes % 2 == 1;
    }
}
