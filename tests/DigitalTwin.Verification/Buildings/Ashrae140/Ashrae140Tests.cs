using System.Globalization;
using System.Text;
using DigitalTwin.Buildings.Bestest;
using Xunit.Abstractions;

namespace DigitalTwin.Verification.Buildings.Ashrae140;

/// <summary>
/// Source: ANSI/ASHRAE Standard 140-2020, section 5.2 (BESTEST), weather 725650TYCST. Compared: annual heating and cooling, their highest hourly means, and temperatures that float freely, with the
/// range of six programs and with the limits of acceptance (<see cref="PublishedRanges"/>). The detailed model is asked to keep every limit and to lie within the range in two thirds; 5R1C stands beside it.
/// </summary>
public sealed class Ashrae140Tests(ITestOutputHelper output)
{
    private const string Readme = "src/DigitalTwin.Buildings/README.md";

    private static readonly Lazy<IReadOnlyDictionary<string, (BestestYear Detailed, BestestYear Simple)>> Found = new(() =>
        BestestCase.All.ToDictionary(c => c.Name, c => (BestestRun.Detailed(c, DenverYear.Weather), BestestRun.Simple(c, DenverYear.Weather))));

    private static readonly string[] Asked = ["600", "620", "640", "650", "900", "920", "940", "950", "600FF", "650FF", "900FF", "950FF"];

    [SharedDataFact]
    public void The_detailed_model_keeps_every_limit_of_acceptance()
    {
        var missed = PublishedRanges.All.Where(r => !r.IsAccepted(Value(r).Detailed)).Select(r => $"{r.Case} {r.Quantity}: {Value(r).Detailed:0.000}, accepted {r.From} to {r.To}");
        Assert.Empty(missed);
    }

    [SharedDataFact]
    public void And_lies_within_the_range_of_six_programs_in_more_than_two_thirds()
    {
        Assert.True(InRange(PublishedRanges.All) >= 2.0 / 3 * PublishedRanges.All.Count);
        var asked = PublishedRanges.All.Where(r => Asked.Contains(r.Case)).ToArray();
        Assert.True(InRange(asked) >= 2.0 / 3 * asked.Length);
    }

    [SharedDataFact]
    public void The_table_in_the_README_is_what_was_found()
    {
        var table = new StringBuilder("| case | quantity | six programs | accepted | detailed | | 5R1C | |\n|---|---|---|---|---|---|---|---|\n");
        foreach (var r in PublishedRanges.All)
        {
            var (detailed, simple) = Value(r);
            table.Append(CultureInfo.InvariantCulture,
                $"| {r.Case} | {r.Quantity} | {r.Least} to {r.Most} | {r.From:0.###} to {r.To:0.###} | {detailed:0.00} | {Word(r, detailed)} | {simple:0.00} | {Word(r, simple)} |\n");
        }
        output.WriteLine(table.ToString());
        ReadmeTable.Assert(Readme, "bestest", table.ToString());
    }

    [SharedDataFact]
    public void The_front_page_says_what_was_found()
    {
        var all = PublishedRanges.All;
        ReadmeTable.Assert("README.md", "bestest", string.Create(CultureInfo.InvariantCulture,
            $"- **Rooms under the sun** beside ASHRAE 140-2020 (BESTEST), {all.Select(r => r.Case).Distinct().Count()} cases: the detailed model within the limits of acceptance in {all.Count(r => r.IsAccepted(Value(r).Detailed))} of {all.Count} values and within the range of six programs in {InRange(all)}; 5R1C in {all.Count(r => r.IsAccepted(Value(r).Simple))} and {all.Count(r => r.IsInRange(Value(r).Simple))}.\n"));
    }

    private static int InRange(IEnumerable<PublishedRange> ranges) => ranges.Count(r => r.IsInRange(Value(r).Detailed));

    private static string Word(PublishedRange r, double value) => r.IsInRange(value) ? "in range" : r.IsAccepted(value) ? "accepted" : "**outside**";

    private static (double Detailed, double Simple) Value(PublishedRange r)
    {
        var (detailed, simple) = Found.Value[r.Case];
        return (Of(detailed), Of(simple));

        double Of(BestestYear y) => r.Quantity switch
        {
            PublishedRanges.Heating => y.Heating / 1000,
            PublishedRanges.Cooling => y.Cooling / 1000,
            PublishedRanges.PeakHeating => y.PeakHeating,
            PublishedRanges.PeakCooling => y.PeakCooling,
            PublishedRanges.Highest => y.Highest,
            PublishedRanges.Lowest => y.Lowest,
            PublishedRanges.Mean => y.Mean,
            _ => throw new InvalidOperationException(r.Quantity),
        };
    }
}
