using System.Text;
using DigitalTwin.Buildings.Step.Scanning;

namespace DigitalTwin.Buildings.Step;

/// <summary>The tokens: each method takes the one ahead, which is known to begin as it should.</summary>
public ref partial struct StepCursor
{
    private readonly StepKind NumberKind()
    {
        var q = p + 1;
        while (q < s.Length && Syntax.IsDigit(s[q])) q++;
        return q < s.Length && (s[q] == (byte)'.' || (s[q] | 32) is 'e' or 'd') ? StepKind.Real : StepKind.Integer;
    }

    private string TextAhead()
    {
        var end = Syntax.StringEnd(s, p);
        if (end < 0) return Stop("has a string that is not closed", "");
        var text = StepText.Decode(s[(p + 1)..(end - 1)], out var broken);
        BrokenEscape ??= broken;
        p = end;
        return text;
    }

    private string EnumerationAhead()
    {
        var q = p + 1;
        while (q < s.Length && Syntax.IsOfName(s[q])) q++;
        if (q >= s.Length || s[q] != (byte)'.' || q == p + 1) return Stop("has a '.' that begins neither a number nor an enumeration value such as '.T.'", "");
        var name = Encoding.ASCII.GetString(s[(p + 1)..q]);
        p = q + 1;
        return name;
    }

    private string BinaryAhead()
    {
        var q = p + 1;
        while (q < s.Length && char.IsAsciiHexDigit((char)s[q])) q++;
        if (q >= s.Length || s[q] != (byte)'"') return Stop("has a binary that is not hexadecimal digits in double quotes", "");
        var digits = Encoding.ASCII.GetString(s[(p + 1)..q]);
        p = q + 1;
        return digits;
    }

    private long ReferenceAhead()
    {
        var q = p + 1;
        long id = 0;
        while (q < s.Length && Syntax.IsDigit(s[q]) && q - p < 20) id = (id * 10) + (s[q++] - '0');
        if (q - p is 1 or > 19) return Stop("has a '#' without a number of at most 18 digits", 0L);
        p = q;
        return id;
    }

    private string NameAhead()
    {
        var q = p + 1;
        while (q < s.Length && Syntax.IsOfName(s[q])) q++;
        var name = Encoding.ASCII.GetString(s[p..q]);
        p = Syntax.SkipBlanks(s, q);
        return name;
    }

    private static string Quoted(byte b) => b is >= 32 and < 127 ? $"'{(char)b}'" : $"byte {b:X2}";
}
