using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Water.Epanet;
using DigitalTwin.Water.Epanet.Rows;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Tests.Epanet;

/// <summary>What a file's numbers become in SI.</summary>
public sealed class ConversionTests
{
    [Fact]
    public void Nodes_are_numbered_junctions_first_then_in_file_order()
    {
        var network = SmallNetwork.With("[RESERVOIRS]\nR2 90\n[PIPES]\nP9 R2 J1 10 100 120\n[JUNCTIONS]\nJ3 1\n[VALVES]\nV1 J2 J3 100 TCV 4\n[PIPES]\nP10 J3 J1 5 100 120\n").ToNetwork();
        Assert.Equal(["J1", "J2", "J3", "R1", "T1", "R2"], network.Nodes.Ids);
        Assert.Equal(["P1", "P2", "P3", "P9", "V1", "P10"], network.Links.Ids);
        Assert.Equal(3, network.Nodes.JunctionCount);
        Assert.Equal([3, 4, 5], network.Tanks.Select(t => t.Node));
    }

    [Theory]
    [InlineData("CFS", 1.0)]
    [InlineData("GPM", 448.831)]
    [InlineData("MGD", 0.64632)]
    [InlineData("IMGD", 0.5382)]
    [InlineData("AFD", 1.9837)]
    [InlineData("LPS", 28.317)]
    [InlineData("LPM", 1699.0)]
    [InlineData("MLD", 2.4466)]
    [InlineData("CMH", 101.94)]
    [InlineData("CMD", 2446.6)]
    [InlineData("CMS", 0.028317)]
    public void A_cubic_foot_per_second_is_what_EPANET_takes_it_for(string unit, double perCubicFoot)
    {
        var network = SmallNetwork.With($"[OPTIONS]\nUNITS {unit}\n[DEMANDS]\nJ1 {perCubicFoot:R}\n").ToNetwork();
        Assert.Equal(0.3048 * 0.3048 * 0.3048, network.Nodes.DemandBase[0], 1e-15);
        var metric = unit is not ("CFS" or "GPM" or "MGD" or "IMGD" or "AFD");
        Assert.Equal(metric ? 10 : 3.048, network.Nodes.Elevation[0], 1e-12);
        Assert.Equal(metric ? 0.3 : 300 * 0.0254, network.Links.Diameter[0], 1e-12);
    }

    [Theory]
    [InlineData("GPM", "", 0.3048 / 0.4333)]
    [InlineData("GPM", "PRESSURE FEET\n", 0.3048)]
    [InlineData("GPM", "PRESSURE METERS\n", 1.0)]
    [InlineData("GPM", "SPECIFIC GRAVITY 2\n", 0.3048 / 0.8666)]
    [InlineData("LPS", "", 1.0)]
    [InlineData("LPS", "PRESSURE KPA\n", 0.3048 / (6.895 * 0.4333))]
    [InlineData("LPS", "PRESSURE BAR\n", 0.3048 / (0.068948 * 0.4333))]
    [InlineData("LPS", "PRESSURE PSI\n", 0.3048 / 0.4333)]
    public void A_pressure_setting_becomes_metres_of_head(string flow, string pressure, double metres)
    {
        var network = SmallNetwork.With($"[VALVES]\nV1 J1 J2 100 PRV 50\n[OPTIONS]\nUNITS {flow}\n{pressure}").ToNetwork();
        Assert.Equal(50 * metres, network.Links.Setting[3], 1e-9);
    }

    [Fact]
    public void A_demand_section_replaces_the_junctions_own_demand()
    {
        var network = SmallNetwork.With("[PATTERNS]\n1 1\nday 0.5 1.5\n[DEMANDS]\nJ1 3 day ;homes\nJ1 4\nR1 9\n").ToNetwork();
        Assert.Equal([0, 2, 3, 3, 3], network.Nodes.DemandStart);
        Assert.Equal([3.0, 4.0, 0.0], network.Nodes.DemandBase.Select(d => Math.Round(d * 28.317 / 0.028316846592, 9)));
        Assert.Equal([1, 0, 0], network.Nodes.DemandPattern); // day; the default pattern "1"; the same for J2, which has no demand
    }

    [Fact]
    public void A_demand_without_pattern_is_constant_when_there_is_no_default()
    {
        var network = SmallNetwork.With("[PATTERNS]\n2 1\n").ToNetwork();
        Assert.Equal([-1, -1], network.Nodes.DemandPattern);
        Assert.Equal([0, 0], SmallNetwork.With("[PATTERNS]\n2 1\n[OPTIONS]\nPATTERN 2\n").ToNetwork().Nodes.DemandPattern);
    }

    [Fact]
    public void A_status_opens_closes_or_sets_what_it_names()
    {
        var network = SmallNetwork.With(
            "[PUMPS]\nA J1 J2 POWER 5 SPEED 0.8\nB J1 J2 POWER 5\nC J1 J2 POWER 5\n[VALVES]\nV1 J1 J2 9 PRV 30\nV2 J1 J2 9 TCV 7\nV3 J1 J2 9 FCV 2\n" +
            "[STATUS]\nA OPEN\nB 0\nC 1.2\nV1 CLOSED\nV2 9\nP1 CLOSED\n").ToNetwork();
        Assert.Equal(
            ["P1 Closed NaN", "P2 Open NaN", "P3 Open NaN", "A Open 1", "B Closed 0", "C Open 1.2", "V1 Closed NaN", "V2 Active 9", "V3 Active 0.001999989"],
            network.Links.Ids.Select((id, i) => $"{id} {network.Links.Status[i]} {Math.Round(network.Links.Setting[i], 9)}"));
    }

    [Fact]
    public void A_range_of_statuses_goes_by_number_or_by_letters()
    {
        const string pipes = "[PIPES]\n10 J1 J2 1 1 1\n15 J1 J2 1 1 1\n20 J1 J2 1 1 1\n";
        InitialStatus[] Of(string status) => SmallNetwork.With($"{pipes}[STATUS]\n{status}\n").ToNetwork().Links.Status;
        Assert.Equal([InitialStatus.Closed, InitialStatus.Closed, InitialStatus.Open], Of("9 15 CLOSED")[3..]);
        Assert.Equal([InitialStatus.Open, InitialStatus.Closed, InitialStatus.Closed], Of("P2 P9 CLOSED")[..3]);
    }

    [Fact]
    public void A_level_control_becomes_a_total_head_and_a_time_whole_seconds()
    {
        var network = SmallNetwork.With(
            "[PUMPS]\nA J1 J2 POWER 5\n[CONTROLS]\nLINK A 1.5 IF NODE T1 BELOW 2.5\nLINK A CLOSED IF NODE J1 ABOVE 40\nLINK P1 0 AT TIME 1:30\nLINK A OPEN AT CLOCKTIME 10 PM DISABLED\n").ToNetwork();
        Assert.Equal(new Control(3, null, 1.5, ControlTrigger.Below, 3 + 0, 52.5, double.NaN), network.Controls[0]);
        Assert.Equal(new Control(3, InitialStatus.Closed, double.NaN, ControlTrigger.Above, 0, 50, double.NaN), network.Controls[1]);
        Assert.Equal(new Control(0, InitialStatus.Closed, double.NaN, ControlTrigger.AtTime, -1, double.NaN, 5400), network.Controls[2]);
        Assert.Equal(new Control(3, InitialStatus.Open, double.NaN, ControlTrigger.AtClockTime, -1, double.NaN, 79_200, false), network.Controls[3]);
    }

    [Fact]
    public void A_rule_keeps_its_premises_actions_and_priority()
    {
        var rule = Assert.Single(SmallNetwork.With(
            "[RULES]\nRULE night\nIF SYSTEM CLOCKTIME >= 8 PM\nOR TANK T1 LEVEL BELOW 2\nAND PIPE P2 STATUS IS OPEN\nTHEN PIPE P3 STATUS IS CLOSED\nAND LINK P1 SETTING = 1\nELSE PIPE P3 STATUS IS OPEN\nPRIORITY 3\n").ToNetwork().Rules);
        Assert.Equal(
            [
                new Premise(Conjunction.If, PremiseObject.System, -1, PremiseVariable.ClockTime, Relation.GreaterOrEqual, 72_000, null),
                new Premise(Conjunction.Or, PremiseObject.Node, 3, PremiseVariable.Level, Relation.Less, 2, null),
                new Premise(Conjunction.And, PremiseObject.Link, 1, PremiseVariable.Status, Relation.Equal, double.NaN, InitialStatus.Open),
            ],
            rule.Premises);
        Assert.Equal([new RuleAction(2, InitialStatus.Closed, double.NaN), new RuleAction(0, InitialStatus.Open, double.NaN)], rule.Then);
        Assert.Equal([new RuleAction(2, InitialStatus.Open, double.NaN)], rule.Else);
        Assert.Equal(3, rule.Priority);
    }

    [Fact]
    public void Emitters_and_leaks_count_per_metre_of_head_and_of_pipe()
    {
        var us = SmallNetwork.With("[OPTIONS]\nUNITS GPM\n[EMITTERS]\nJ1 10\n[LEAKAGE]\nP1 3 0.2\n").ToNetwork();
        Assert.Equal(10 * (0.028316846592 / 448.831) * Math.Sqrt(0.4333 / 0.3048), us.Nodes.EmitterCoefficient[0], 1e-12);
        Assert.Equal(3e-6 / 30.48, us.Links.LeakArea[0], 1e-16);
        var metric = SmallNetwork.With("[LEAKAGE]\nP1 3 0.2\n").ToNetwork();
        Assert.Equal(3e-8, metric.Links.LeakArea[0], 1e-20);
        Assert.Equal(0.2e-8, metric.Links.LeakExpansion[0], 1e-20);
    }

    [Fact]
    public void A_curve_used_in_two_ways_becomes_two()
    {
        var network = SmallNetwork.With("[PUMPS]\nA J1 J2 HEAD C\n[CURVES]\nC 10 50\nD 1 2\n[ENERGY]\nPUMP A EFFIC C\n").ToNetwork();
        Assert.Equal(["C Efficiency 50", "C PumpHead 50", "D Unused 2"], network.Curves.Select(c => $"{c.Id} {c.Kind} {c.Y[0]}"));
        Assert.Equal((1, 0), (network.Pumps[0].HeadCurve, network.Pumps[0].EfficiencyCurve));
    }

    [Fact]
    public void Times_are_fitted_to_each_other_as_EPANET_does()
    {
        var times = SmallNetwork.With("[TIMES]\nDURATION 2 DAYS\nHYDRAULIC TIMESTEP 1:00\nPATTERN TIMESTEP 0:30\nREPORT START 99\nSTART CLOCKTIME 6:30 AM\n").ToNetwork().Times;
        Assert.Equal((172_800.0, 1800.0, 1800.0, 180.0, 0.0, 23_400.0), (times.Duration, times.HydraulicStep, times.PatternStep, times.RuleStep, times.ReportStart, times.StartClockTime));
    }

    [Fact]
    public void A_network_built_in_code_is_checked_like_a_file()
    {
        var file = new EpanetFile { Name = "made" };
        file.Junctions.Add(new("A", 1));
        file.Junctions.Add(new("B", 1));
        file.Reservoirs.Add(new("R", 50, "gone"));
        file.Pipes.Add(new("P", "R", "A", 100, 200, 130));
        file.Pipes.Add(new("P", "A", "C", -1, 200, 130));
        file.Pumps.Add(new PumpRow("Q", "A", "R"));
        var mistakes = Assert.Throws<InputException>(file.ToNetwork).Problems.Select(p => p.ToString());
        Assert.Equal(
            [
                "made: error: There is no pattern 'gone'.",
                "made: error: Link 'P' is defined twice.",
                "made: error: Link 'P' names node 'C', which does not exist.",
                "made: error: Pipe 'P' has length -1, diameter 200, roughness 130 and minor loss NaN, but the first three must be greater than 0 and the last not negative.",
                "made: error: Pump 'Q' has neither a head curve nor a power; HEAD curve or POWER value is expected.",
            ],
            mistakes);
    }
}
