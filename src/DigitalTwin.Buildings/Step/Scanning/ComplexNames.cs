using System.Text;

namespace DigitalTwin.Buildings.Step.Scanning;

/// <summary>The entities of a complex record.</summary>
internal static class ComplexNames
{
    /// <summary>The names at the first level of <c>(A(1)B((2)))</c>, in capitals.</summary>
    public static string[] Of(ReadOnlySpan<byte> s)
    {
        var names = new List<string>();
        var depth = 1;
        for (var p = 1; p < s.Length && depth > 0;)
        {
            if (s[p] == (byte)'\'')
            {
                p = Syntax.StringEnd(s, p);
                if (p < 0) break;
            }
            else if (depth == 1 && Syntax.IsLetter(s[p]))
            {
                var name = p;
                while (p < s.Length && Syntax.IsOfName(s[p])) p++;
                names.Add(Encoding.ASCII.GetString(s[name..p]).ToUpperInvariant());
            }
            else
            {
                if (s[p] == (byte)'(') depth++;
                if (s[p] == (byte)')') depth--;
                p = Syntax.SkipBlanks(s, p + 1);
                if (p < s.Length && Syntax.OpensComment(s, p)) break;
            }
        }
        return [.. names];
    }
}
