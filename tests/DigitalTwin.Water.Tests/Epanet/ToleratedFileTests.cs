using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Tests.Epanet;

/// <summary>What EPANET 2.0 took and 2.3 does not, and what EPANET takes without a word: accepted, with a warning.</summary>
public sealed class ToleratedFileTests
{
    [Theory]
    [InlineData("[CONTROL]\nLINK P3 CLOSED IF NODE T1 ABOVE 9\n", "14:1: warning: '[CONTROL]' is read as [CONTROLS], as EPANET 2.0 did; EPANET 2.3 refuses it.")]
    [InlineData("[COORDS]\nJ1 1 2\n", "14:1: warning: '[COORDS]' is read as [COORDINATES], as EPANET 2.0 did; EPANET 2.3 refuses it.")]
    [InlineData("[TIMES]\nStart ClockTime 20 PM\n", "15:20: warning: '20 PM' is read as 20 hours after midnight, as EPANET 2.0 did; EPANET 2.3 refuses it.")]
    [InlineData("[DEMANDS]\nMULTIPLY 1.5\n", "15:1: warning: 'MULTIPLY' in [DEMANDS] is read as the demand multiplier, as EPANET 2.0 did; EPANET 2.3 refuses it.")]
    [InlineData("[PUMPS]\nPU J1 J2 60 20\n", "15:10: warning: The pump has numbers in place of keywords; they are read as EPANET 2.0 did, but EPANET 2.3 refuses them.")]
    [InlineData("[COORDINATES]\nJ9 1 2\n", "15:1: warning: There is no node 'J9', so its point is left out. Did you mean 'J1'?")]
    [InlineData("[PIPES]\nP4 J1\n", "15:1: warning: A pipe needs at least 3 entries, but the line has only 2; it is left out, as EPANET does.")]
    [InlineData("[OPTIONS]\nUNITS\n", "15:1: warning: The option 'UNITS' has no value and is left out.")]
    [InlineData("[TIMES]\nMINIMUM TRAVELTIME 5\n", "15:1: warning: 'MINIMUM TRAVELTIME' has had no meaning since EPANET 2 and is left out.")]
    [InlineData("[JUNCTIONS]\nJ3 1 2 \"\" surplus\n[PIPES]\nP4 J1 J3\n", "15:11: warning: 'surplus' and what follows it have no meaning on a junction and are left out.")]
    public void It_is_accepted_with_a_warning(string lines, string warning)
    {
        var file = SmallNetwork.Read(SmallNetwork.Text + lines, out var problems);
        Assert.Equal($"net.inp:{warning}", Assert.Single(problems).ToString());
        Assert.Equal(file.Pipes.Count, file.ToNetwork().Links.Kinds.Count(k => k == LinkKind.Pipe));
    }

    [Fact]
    public void A_pattern_line_longer_than_EPANET_reads_is_read_whole()
    {
        var file = SmallNetwork.Read($"{SmallNetwork.Text}[PATTERNS]\nweek {string.Join(' ', Enumerable.Range(1, 168))}\n", out var problems);
        Assert.Equal(168, file.Patterns[0].Multipliers.Count);
        Assert.Equal(
            "The line gives pattern 'week' 168 multipliers; all are read, but EPANET would leave out those after the 39th.",
            Assert.Single(problems).Sentence);
    }

    [Fact]
    public void Two_valves_that_contradict_on_neighbouring_lines_are_overlooked_as_EPANET_overlooks_them()
    {
        SmallNetwork.Read(SmallNetwork.Text + "[JUNCTIONS]\nJ3 1\n[PIPES]\nP4 J3 J1 1 1 1\n[VALVES]\nV1 J1 J2 9 PRV 1\nV2 J2 J3 9 PRV 1\n", out var problems);
        Assert.Equal(Severity.Warning, Assert.Single(problems).Severity);
    }

    [Fact]
    public void Lines_may_end_as_on_any_machine()
    {
        foreach (var end in (string[])["\n", "\r\n", "\r"])
        {
            var file = SmallNetwork.Read(SmallNetwork.Text.ReplaceLineEndings(end), out var problems);
            Assert.Empty(problems);
            Assert.Equal(3, file.Pipes.Count);
        }
    }
}
