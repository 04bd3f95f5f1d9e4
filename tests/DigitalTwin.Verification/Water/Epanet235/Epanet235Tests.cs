using System.Text;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Water.Epanet;
using Xunit.Abstractions;

namespace DigitalTwin.Verification.Water.Epanet235;

/// <summary>
/// Source: EPANET 2.3.5 (Open Water Analytics, commit 473b87d), run through its toolkit on published networks. Compared: head of every node, flow and
/// status of every link, at every report time. Tolerance: 0.01 m; 0.1 % of the network's largest flow, or 10⁻⁵ m³/s; none for statuses.
/// </summary>
public sealed class Epanet235Tests(ITestOutputHelper output)
{
    private const string Readme = "src/DigitalTwin.Water/README.md";

    private static readonly Dictionary<string, Agreement> Found = [];

    private static string[] Names { get; } = SharedData.Folder is null
        ? ["none"]
        : [.. Directory.GetFiles(SharedData.Path("epanet"), "*.inp").Select(p => Path.GetFileNameWithoutExtension(p)!).Order(StringComparer.OrdinalIgnoreCase)];

    public static TheoryData<string> Networks => [.. Names];

    [SharedDataTheory]
    [MemberData(nameof(Networks))]
    public void Heads_flows_and_statuses_are_EPANETs(string network)
    {
        var agreement = Find(network);
        output.WriteLine($"| case | quantity | published | ours | error | tolerance |\n{agreement}");
        if (Agreement.Chance.TryGetValue(network, out var reason)) output.WriteLine(reason);
        Assert.True(reason is null ? agreement.Holds : agreement.HoldsWhereSupplied, agreement.ToString());
    }

    [SharedDataTheory]
    [MemberData(nameof(Networks))]
    public void A_published_file_is_read_without_a_word_and_comes_back_the_same(string network)
    {
        var problems = new ProblemList();
        var file = EpanetReader.Read(SharedData.Path("epanet", $"{network}.inp"), problems);
        Assert.Empty(problems);
        using var stream = new MemoryStream();
        EpanetWriter.Write(file, stream);
        var again = EpanetReader.Read(stream.ToArray(), network, problems);
        Assert.Empty(problems);
        Assert.Empty(EpanetComparison.Differences(file, again));
    }

    [SharedDataFact]
    public void The_table_in_the_README_is_what_was_found()
    {
        var table = new StringBuilder("| network | values compared | heads differ by, m (asked: 0.01) | flows differ by, share of the largest (asked: 1e-3) | statuses that differ | all within |\n|---|---|---|---|---|---|\n");
        foreach (var network in Names)
        {
            var a = Find(network);
            table.Append($"| {network} | {a.Values} | {Bound(a.HeadError)} | {Bound(a.FlowError / Math.Max(a.LargestFlow, 1e-2))} | {a.Statuses} | {(a.Holds ? "yes" : "no")} |\n");
        }
        output.WriteLine(table.ToString());
        ReadmeTable.Assert(Readme, "epanet", table.ToString());
    }

    [SharedDataFact]
    public void The_front_page_says_what_was_found()
    {
        var found = Names.Select(Find).ToArray();
        var rest = string.Concat(found.Where(a => !a.Holds && Agreement.Chance.ContainsKey(a.Network)).Select(a => $" In {a.Network} {a.Statuses} statuses differ at a valve with both ends cut off from every source, where EPANET's rounding decides."));
        ReadmeTable.Assert("README.md", "epanet", $"""
            - **Water networks** beside EPANET 2.3.5, at every report time: {found.Count(a => a.Holds)} of {found.Length} networks within 0.01 m, 0.1 % of the largest flow and the same statuses, over {found.Sum(a => (long)a.Values):N0} values.{rest}

            """);
    }

    /// <summary>The next power of ten, which does not change from machine to machine as digits do.</summary>
    private static string Bound(double error) => error <= 1e-6 ? "< 1e-6" : $"< 1e{Math.Ceiling(Math.Log10(error)):0}";

    private static Agreement Find(string network)
    {
        lock (Found)
        {
            return Found.TryGetValue(network, out var known) ? known : Found[network] = Agreement.Of(network);
        }
    }
}
