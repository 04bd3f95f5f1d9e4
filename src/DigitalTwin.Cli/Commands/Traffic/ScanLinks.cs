using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Mobility.Assignment.Analysis;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cli.Commands.Traffic;

/// <summary>The links that <c>--links</c> means.</summary>
internal static class ScanLinks
{
    /// <summary>Rows of links; every mistake is told.</summary>
    public static List<int> Read(string[] words, AssignmentNetwork network, ProblemList problems)
    {
        var rows = new List<int>();
        foreach (var word in words)
        {
            if (word == "all") rows.AddRange(Enumerable.Range(0, network.LinkCount));
            else if (word == "roads") rows.AddRange(Closure.Roads(network));
            else if (File.Exists(word)) ReadFile(word, network, rows, problems);
            else rows.AddRange(LinkNames.Rows("--links", [word], network, problems));
        }
        if (rows.Count == 0 && !problems.HasErrors) problems.Error("", 0, 0, $"There is nothing to scan: --links {string.Join(' ', words)} means no link of this network.");
        return rows;
    }

    private static void ReadFile(string file, AssignmentNetwork network, List<int> rows, ProblemList problems)
    {
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            var end = line.AsSpan().IndexOfAny(",;\t");
            var name = (end < 0 ? line : line[..end]).Trim().Trim('"');
            // A line of names above the first, as links.csv has one.
            if (name.Length == 0 || name[0] == '#' || (number == 1 && name == "link")) continue;
            if (network.FindLink(name) is var row and >= 0) rows.Add(row);
            else problems.Error(file, number, 1, $"There is no link '{name}' in the network; a link a line is accepted, as 6-8.{NearestName.Hint(name, network.LinkIds)}");
        }
    }
}
