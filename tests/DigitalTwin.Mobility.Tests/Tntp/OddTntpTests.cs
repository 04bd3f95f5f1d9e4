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
    public void A_node_that_has_two_places_is_told()
    {
        var (network, _) = Network("2", "2");
        var problems = new ProblemList();
        var nodes = TntpReader.ReadNodes(new MemoryStream(Encoding.UTF8.GetBytes("Node X Y\n1 114 30\n2 114.1 30\n1 115 31\n")), "node.tntp", network!, problems);
        Assert.Equal(114, nodes!.X[0]);
        Assert.Equal("1 of its lines are of a node that stands above already, 1 in line 4 the first; the first place counts.", Assert.Single(problems).Sentence);
    }
}
