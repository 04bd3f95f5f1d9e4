using System.Globalization;
using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cli.Commands.Traffic;

/// <summary>Links that options name: several in a word, with commas between, or in several words. Every one that the network does not have is told with the nearest that it has.</summary>
internal static class LinkNames
{
    /// <summary>Rows of links.</summary>
    public static List<int> Rows(string option, string[]? words, AssignmentNetwork network, ProblemList problems)
    {
        var rows = new List<int>();
        foreach (var name in Split(words))
            if (Row(option, name, network, problems) is var row and >= 0 && !rows.Contains(row)) rows.Add(row);
        return rows;
    }

    /// <summary>Rows and factors above 0.</summary>
    public static List<(int Link, double Factor)> Factors(string option, string[]? words, AssignmentNetwork network, ProblemList problems)
    {
        var factors = new List<(int Link, double Factor)>();
        foreach (var word in Split(words))
        {
            var at = word.LastIndexOf('=');
            if (at < 0)
            {
                problems.Error("", 0, 0, $"{option} says '{word}'; a link and its factor are accepted, as in 6-8=0.5.");
                continue;
            }
            var row = Row(option, word[..at], network, problems);
            if (!double.TryParse(word[(at + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var factor) || !double.IsFinite(factor) || factor <= 0)
                problems.Error("", 0, 0, $"{option} gives {word[..at]} the factor '{word[(at + 1)..]}'; a number above 0 is accepted. A link without capacity is one for --close.");
            else if (row >= 0 && factors.Exists(f => f.Link == row)) problems.Error("", 0, 0, $"{option} names the link {network.LinkIds[row]} twice.");
            else if (row >= 0) factors.Add((row, factor));
        }
        return factors;
    }

    private static IEnumerable<string> Split(string[]? words) => (words ?? []).SelectMany(w => w.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static int Row(string option, string name, AssignmentNetwork network, ProblemList problems)
    {
        var row = network.FindLink(name);
        if (row < 0) problems.Error("", 0, 0, $"{option} names the link '{name}', which the network does not have.{NearestName.Hint(name, network.LinkIds)}");
        return row;
    }
}
