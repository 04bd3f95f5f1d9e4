using System.Text.RegularExpressions;

namespace DigitalTwin.Benchmarks.Step;

/// <summary>What the reader is measured beside: the script that one writes in its place, and the least that any scanner must do.</summary>
internal static partial class StepPeers
{
    /// <summary>Lines and a regular expression, id and entity into a dictionary: wrong for records of several lines, comments and strings with line ends.</summary>
    public static int LinesAndRegex(string path)
    {
        var found = new Dictionary<long, string>();
        foreach (var line in File.ReadLines(path))
            if (Record().Match(line) is { Success: true } match) found[long.Parse(match.Groups[1].ValueSpan)] = match.Groups[2].Value;
        return found.Count;
    }

    /// <summary>A loop over bytes that minds strings and comments and counts semicolons behind a sign '='; it keeps nothing.</summary>
    public static int CountOnly(ReadOnlySpan<byte> s)
    {
        var (count, begun) = (0, false);
        for (var i = 0; i < s.Length; i++)
        {
            var b = s[i];
            if (b == '\'')
            {
                i++;
                while (i < s.Length && s[i] != '\'') i++;
            }
            else if (b == '/' && i + 1 < s.Length && s[i + 1] == '*')
            {
                i += 2;
                while (i + 1 < s.Length && !(s[i] == '*' && s[i + 1] == '/')) i++;
                i++;
            }
            else if (b == '=')
            {
                begun = true;
            }
            else if (b == ';')
            {
                if (begun) count++;
                begun = false;
            }
        }
        return count;
    }

    [GeneratedRegex(@"^#(\d+)\s*=\s*(\w+)\s*\(")]
    private static partial Regex Record();
}
