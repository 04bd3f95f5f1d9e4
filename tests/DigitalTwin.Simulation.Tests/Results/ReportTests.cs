using System.Text.RegularExpressions;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Tests.Results;

public sealed partial class ReportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Scenario(MadeUpRun city, int variants = 3, int replications = 3, ResultOptions? options = null)
    {
        var root = Environment.GetEnvironmentVariable("DIGITALTWIN_KEEP_REPORTS") is { Length: > 0 } kept ? Path.Combine(kept, Guid.NewGuid().ToString("n")) : folder.Path;
        for (var v = 0; v < variants; v++)
            for (var r = 1; r <= replications; r++)
                RunFolder.Write(RunFolder.Place(root, MadeUpRun.Variants[v].Name, r), MadeUpRun.Manifest(v, r), city.Record(v, r), MadeUpRun.Wall.AddSeconds(9), options);
        var problems = new ProblemList();
        ComparisonFolder.WriteScenario(root, problems);
        Assert.Empty(problems);
        return root;
    }

    [Fact]
    public void The_report_is_well_formed_and_asks_nothing_of_the_network()
    {
        var html = File.ReadAllText(Path.Combine(Scenario(new()), "report.html"));
        Assert.DoesNotMatch(OutsideReference(), html);
    }

    public void Dispose() => folder.Dispose();

    [GeneratedRegex("""(src|href|xlink:href)\s*=|url\(|@import|https?://""")]
    private static partial Regex OutsideReference();
}
