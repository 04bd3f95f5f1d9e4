using System.Text;
using DigitalTwin.Mobility.Tntp;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Tests.Tntp;

/// <summary>Files that are wrong in their numbers: a sentence each, and nothing is thrown.</summary>
public class OddTntpTests
{
    private const string Links = "~ \tinit node \tterm node \tcapacity \tlength \tfree flow time \tb \tpower ;\n1 2 1000 1 1 0.15 4 ;\n2 1 1000 1 1 0.15 4 ;\n";

    private static (TntpNetwork? Network, ProblemList Problems) Network(string zones, string nodes, string links = Links)
    {
        var problems = new ProblemList();
        var text = $"<NUMBER OF ZONES> {zones}\n<NUMBER OF NODES> {nodes}\n<FIRST THRU NODE> 1\n<NUMBER OF LINKS> 2\n<END OF METADATA>\n{links}";
        return (TntpReader.ReadNetwork(new MemoryStream(Encoding.UTF8.GetBytes(text)), "net.tntp", problems), problems);
    }

    [Fact]
    public void More_nodes_than_any_network_has_are_refused_before_room_is_made_for_them()
    {
        var (network, problems) = Network("2", "2000000000");
        Assert.Null(network);
        Assert.Equal("<NUMBER OF NODES> is 2000000000; at most 16,777,216 are accepted.", Assert.Single(problems).Sentence);
    }

    [Fact]
    public void Zones_that_links_do_not_name_are_told_and_nothing_is_thrown()
    {
        var (network, problems) = Network("3", "3", Links.Replace("1 2", "100 200").Replace("2 1", "200 100"));
        Assert.Null(network);
        Assert.Contains(problems, p => p.Sentence == "The file says 3 zones, but links name only 2 nodes.");
    }

    [Fact]
    public void Only_the_first_line_of_flows_may_be_of_names()
    {
        var (network, _) = Network("2", "2");
        var problems = new ProblemList();
        var flows = TntpReader.ReadFlows(new MemoryStream(Encoding.UTF8.GetBytes("From To Volume Cost\n1 2 10 1\nx1 1 20 1\n2 1 20 1\n")), "flow.tntp", network!, problems);
        Assert.Null(flows);
        Assert.Equal("'x1' is not the number of a node; whole numbers from 1 are accepted.", Assert.Single(problems).Sentence);
    }

    [Fact]
    public void An_infinite_time_over_no_length_is_none_and_over_a_length_the_link_is_left_out()
    {
        var (network, problems) = Network("3", "3", Links.Replace("1 2 1000 1 1", "1 2 1000 0 inf").Replace("2 1 1000 1 1", "2 1 1000 2.5 Inf") + "2 3 1000 1 1 0.15 4 ;\n3 2 1000 1 -inf 0.15 4 ;\n");
        Assert.Null(network);
        Assert.Equal("'-inf' is not a number; free-flow time is expected here.", Assert.Single(problems, p => p.Severity == Severity.Error).Sentence);
        (network, problems) = Network("3", "3", Links.Replace("1 2 1000 1 1", "1 2 1000 0 inf").Replace("2 1 1000 1 1", "2 1 1000 2.5 Inf") + "2 3 1000 1 1 0.15 4 ;\n");
        Assert.Equal(["1-2", "2-3"], network!.Network.LinkIds);
        Assert.Equal([0, 1], network.Network.FreeTime);
        Assert.Equal(
            [
                "7: 1 link of no length, 1-2 here, has an infinite free-flow time; its time is taken as 0.", "8: 1 link, 2-1 here, has an infinite free-flow time: nobody can use it, and it is left out.",
                "4: <NUMBER OF LINKS> says 2, but 3 follow; all are used.",
            ],
            problems.Where(p => p.Severity == Severity.Warning).Select(p => $"{p.Line}: {p.Sentence}"));
    }

    [Fact]
    public void Times_that_are_speed_over_length_are_told_and_kept()
    {
        string Row(int i, double time) => FormattableString.Invariant($"{i} {i + 1} 1000 {0.5 + 0.1 * i:0.0} {time:0.0} 0.15 4 {40 + i} ;\n");
        string Rows(Func<int, double> time) => "~ init term capacity length time b power speed ;\n" + string.Concat(Enumerable.Range(1, 12).Select(i => Row(i, time(i))));
        var (network, problems) = Network("13", "13", Rows(i => (40 + i) / (0.5 + 0.1 * i)));
        Assert.Equal(68.3, network!.Network.FreeTime[0]);
        Assert.Contains(problems, p => p.Sentence == "The free-flow times of 12 of 12 links are their speed over their length (68.3 is 41 / 0.6 on 1-2), where a time is length over speed: the file looks divided the wrong way round. It is taken as it stands.");
        Assert.DoesNotContain(Network("13", "13", Rows(i => 60 * (0.5 + 0.1 * i) / (40 + i))).Problems, p => p.Severity == Severity.Warning && p.Sentence.StartsWith("The free-flow times", StringComparison.Ordinal));
    }

    [Fact]
    public void A_node_that_has_two_places_is_told()
    {
        var (network, _) = Network("2", "2");
        var problems = new ProblemList();
        var nodes = TntpReader.ReadNodes(new MemoryStream(Encoding.UTF8.GetBytes("Node X Y\n1 114 30\n2 114.1 30\n1 115 31\n")), "node.tntp", network!, problems);
        Assert.Equal(114, nodes!.X[0]);
        Assert.Equal("1 of its lines are of a node that stands above already, 1 in line 4 the first; the first place counts.", Assert.Single(problems).Sentence);
    }

    [Theory]
    [InlineData("<NUMBER OF NODES> 2\n", "", "0: The metadata <NUMBER OF NODES> is missing.")]
    [InlineData("<FIRST THRU NODE> 1", "<FIRST THRU NODE> 77", "3: <FIRST THRU NODE> is 77, but there are 2 nodes: nobody could drive through any of them.")]
    [InlineData("2 1 1000 1 1", "2 19 1000 1 1", "2: <NUMBER OF NODES> says 2, but links name 3, up to 19.")]
    [InlineData("capacity \tlength", "length \tkapacity", "6: The comment above the links names their columns in another order than the usual one, and none is the capacity. Did you mean 'kapacity'?")]
    [InlineData("0.15 4 ;\n2", "0.15 400 ;\n2", "7: The link 1-2 has the power 400; at most 100 is accepted.")]
    public void A_network_that_contradicts_itself_gets_one_sentence(string find, string replace, string expected)
    {
        var problems = new ProblemList();
        var text = $"<NUMBER OF ZONES> 2\n<NUMBER OF NODES> 2\n<FIRST THRU NODE> 1\n<NUMBER OF LINKS> 2\n<END OF METADATA>\n{Links}";
        Assert.Contains(find, text, StringComparison.Ordinal);
        Assert.Null(TntpReader.ReadNetwork(new MemoryStream(Encoding.UTF8.GetBytes(text.Replace(find, replace, StringComparison.Ordinal))), "net.tntp", problems));
        var problem = Assert.Single(problems);
        Assert.Equal(expected, $"{problem.Line}: {problem.Sentence}");
    }

    [Fact]
    public void Columns_that_nobody_reads_are_named_and_comments_end_a_line()
    {
        var (network, problems) = Network("2", "2", Links.Replace("power ;", "power \tlanes \tcritical speed (km/h) ;").Replace(" 4 ;", " 4 2 60 ~ as counted"));
        Assert.Equal([4, 4], network!.Network.Power);
        Assert.Equal("The columns lanes, critical speed (km/h) of the links are not used.", Assert.Single(problems).Sentence);
        var trips = TntpReader.ReadTrips(new MemoryStream("<NUMBER OF ZONES> 2\n<TOTAL OD FLOW> 7\n<END OF METADATA>\nOrigin 1\n 2 : 7; ~ 1 : 9;\n"u8.ToArray()), "trips.tntp", network, problems);
        Assert.Equal(7, trips!.TotalBetweenZones);
        Assert.Single(problems);
    }

    [Fact]
    public void A_misspelt_origin_gets_one_sentence_and_its_trips_go_to_nobody_else()
    {
        var (network, problems) = Network("2", "2");
        Assert.Null(TntpReader.ReadTrips(new MemoryStream("<NUMBER OF ZONES> 2\n<END OF METADATA>\nOrgin 1\n 2 : 7;\n 1 : 5;\n"u8.ToArray()), "trips.tntp", network!, problems));
        Assert.Equal("'Orgin 1' is no entry of a trip table; 'zone : trips;' is expected. Did you mean 'Origin'?", Assert.Single(problems).Sentence);
    }
}
