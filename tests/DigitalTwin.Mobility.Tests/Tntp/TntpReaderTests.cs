using System.Text;
using DigitalTwin.Mobility.Tntp;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Tests.Tntp;

public class TntpReaderTests
{
    private const string Net = """
        <NUMBER OF ZONES> 2
        <NUMBER OF NODES> 3
        <FIRST THRU NODE> 3
        <NUMBER OF LINKS> 3
        <END OF METADATA>

        ~	init_node	term_node	capacity	length	free_flow_time	b	power	speed	toll	link_type	;
        	1	3	900	1.5	2	0.15	4	45	10	1	;
        	3	2	900	1.5	2	0.15	4	45	0	7;
        	3	2	500	3	4	0	0	45	0	7
        """;

    private static TntpNetwork? Read(string text, out ProblemList problems)
    {
        problems = [];
        return TntpReader.ReadNetwork(new MemoryStream(Encoding.UTF8.GetBytes(text)), "net", problems);
    }

    private static (Mobility.Assignment.DemandTable? Trips, ProblemList Problems) ReadTrips(string text)
    {
        var problems = new ProblemList();
        return (TntpReader.ReadTrips(new MemoryStream(Encoding.UTF8.GetBytes(text)), "trips", Read(Net, out _)!, problems), problems);
    }

    [Fact]
    public void A_network_is_read_with_parallel_links_tolls_and_zones_that_nobody_passes_through()
    {
        var file = Read(Net, out var problems)!;
        var network = file.Network;
        Assert.Equal([false, false, true], network.IsThrough);
        Assert.Equal(["1-3", "3-2", "3-2#2"], network.LinkIds);
        Assert.Equal([900.0, 900, 500], network.Capacity);
        Assert.Equal([10.0, 0, 0], network.Toll);
        Assert.Equal([1, 7, 7], network.Type);
        Assert.Equal([4.0, 4, 0], network.Power);
        Assert.Contains("1 link runs parallel", Assert.Single(problems).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_are_found_by_their_names()
    {
        var turned = Net.Replace("init_node	term_node	capacity	length	free_flow_time	b	power	speed	toll	link_type", "From	To	Free Flow Time (min)	Capacity (veh/h)	Power	B	Length", StringComparison.Ordinal)
            .Replace("900	1.5	2	0.15	4	45	10	1", "2	900	4	0.15	1.5", StringComparison.Ordinal).Replace("900	1.5	2	0.15	4	45	0	7", "2	900	4	0.15	1.5", StringComparison.Ordinal)
            .Replace("500	3	4	0	0	45	0	7", "4	500	0	0	3", StringComparison.Ordinal);
        var network = Read(turned, out _)!.Network;
        Assert.Equal([900.0, 900, 500], network.Capacity);
        Assert.Equal([2.0, 2, 4], network.FreeTime);
        Assert.Equal([1.5, 1.5, 3], network.Length);
        Assert.Equal([4.0, 4, 0], network.Power);
        Assert.Equal([0.0, 0, 0], network.Toll);
    }

    [Theory]
    [InlineData("<NUMBER OF NODES> 3", "<NUMBER OF NOODES> 3", "net: error: The metadata <NUMBER OF NODES> is missing.")]
    [InlineData("<NUMBER OF LINKS> 3", "<NUMBER OF LINKS> 4", "net:4: error: <NUMBER OF LINKS> says 4, but 3 follow.")]
    [InlineData("<NUMBER OF ZONES> 2", "<NUMBER OF ZONES> two", "net:1: error: <NUMBER OF ZONES> is 'two'; a whole number is expected.")]
    [InlineData("900	1.5	2	0.15	4	45	10", "-900	1.5	2	0.15	4	45	10", "net:8:6: error: The capacity -900 is negative; at least 0 is accepted.")]
    [InlineData("900	1.5	2	0.15	4	45	10", "0	1.5	2	0.15	4	45	10", "net:8:6: error: The link 1-3 has no capacity, but a time that grows with its flow; a capacity above 0 is expected.")]
    [InlineData("900	1.5	2	0.15	4	45	10", "900	1.5	fast	0.15	4	45	10", "net:8:14: error: 'fast' is not a number; free-flow time is expected here.")]
    [InlineData("900	1.5	2	0.15	4	45	10	1	;", "900	1.5 ;", "net:8:2: error: The link has 4 fields; at least 7 are expected: init node, term node, capacity, length, free-flow time, B, power.")]
    [InlineData("	1	3	900", "	x	3	900", "net:8:2: error: 'x' is not the number of a node; whole numbers from 1 are accepted.")]
    [InlineData("<END OF METADATA>", "<END OF METADATA", "net:5:1: error: A line that begins with '<' is metadata, but its tag is never closed with '>'.")]
    public void A_mistake_in_a_network_is_one_sentence_with_its_place(string right, string wrong, string sentence)
    {
        Assert.Contains(right, Net, StringComparison.Ordinal);
        Assert.Null(Read(Net.Replace(right, wrong, StringComparison.Ordinal), out var problems));
        Assert.Contains(problems, p => p.ToString().StartsWith(sentence, StringComparison.Ordinal));
        Assert.Equal(1, problems.ErrorCount);
    }

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        Read(Net.Replace("900", "x", StringComparison.Ordinal).Replace("0.15", "?", StringComparison.Ordinal), out var problems);
        Assert.Equal(4, problems.ErrorCount);
    }

    [Fact]
    public void Trips_are_read_zone_by_zone_and_checked_against_their_total()
    {
        var (trips, problems) = ReadTrips("<NUMBER OF ZONES> 2\n<TOTAL OD FLOW> 30\n<END OF METADATA>\n\nOrigin 1\n1 : 5.0; 2 : 20.5;\nOrigin  2\n 1 : 4.5 ;");
        Assert.Empty(problems);
        Assert.Equal(30, trips!.Total);
        Assert.Equal(25, trips.TotalBetweenZones);
        Assert.Equal([0, 2, 3], trips.Start);

        var (_, warned) = ReadTrips("<TOTAL OD FLOW> 31\n<END OF METADATA>\nOrigin 1\n2 : 20;");
        Assert.Equal("trips:1: warning: <TOTAL OD FLOW> says 31, but the trips add up to 20; the trips count.", Assert.Single(warned).ToString());
    }

    [Theory]
    [InlineData("Origin 1\n3 : 20;", "trips:2:1: error: There is no zone 3; the network has zones 1 to 2.")]
    [InlineData("Origin 9\n1 : 20;", "trips:1:8: error: There is no zone 9; the network has zones 1 to 2.")]
    [InlineData("Origin 1\n 2 : -4;", "trips:2:6: error: The number of trips -4 is negative; at least 0 is accepted.")]
    [InlineData("Origin 1\n2 = 20;", "trips:2:1: error: '2 = 20' is no entry of a trip table; 'zone : trips;' is expected.")]
    [InlineData("2 : 20;", "trips:1:1: error: Trips stand here before the first line 'Origin …'; their origin is not known.")]
    [InlineData("<NUMBER OF LINKS> 3\n<END OF METADATA>\n1 2 3", "trips:1: error: The file is a network; a trip table is expected.")]
    public void A_mistake_in_trips_is_one_sentence_with_its_place(string text, string sentence)
    {
        var (trips, problems) = ReadTrips(text);
        Assert.Null(trips);
        Assert.Equal(sentence, Assert.Single(problems).ToString());
    }

    [Fact]
    public void Flows_that_are_written_are_read_again_to_the_same_bits()
    {
        var file = Read(Net, out _)!;
        using var text = new StringWriter();
        double[] volume = [1.0 / 3, 0, 1e-17], cost = [Math.PI, 2, 4];
        TntpFlowsWriter.Write(file.Network, volume, cost, text);
        var problems = new ProblemList();
        var flows = TntpReader.ReadFlows(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), "flow", file, problems)!;
        Assert.Empty(problems);
        Assert.Equal(volume, flows.Volume);
        Assert.Equal(cost, flows.Cost);
    }

    [Fact]
    public void Flows_of_another_network_are_refused()
    {
        var problems = new ProblemList();
        Assert.Null(TntpReader.ReadFlows(new MemoryStream("From To Volume Cost\n1 2 3 4\n1 3 5"u8.ToArray()), "flow", Read(Net, out _)!, problems));
        Assert.Equal(
            ["flow:2:1: error: The network has no link 1-2.", "flow:3:1: error: The flow has 3 fields; 4 are expected: from, to, volume, cost.", "flow: error: 3 links of the network have no flow, the first is 1-3."],
            problems.Select(p => p.ToString()));
    }

    [Fact]
    public void Coordinates_are_degrees_when_all_of_them_can_be()
    {
        var problems = new ProblemList();
        var nodes = TntpReader.ReadNodes(new MemoryStream("node X Y ;\n1 -96.77 43.6 ;\n3 -96.71 43.5 ;"u8.ToArray()), "node", Read(Net, out _)!, problems)!;
        Assert.Empty(problems);
        Assert.True(nodes.AreDegrees);
        Assert.Equal([-96.77, double.NaN, -96.71], nodes.X);
    }

    [Fact]
    public void Roads_have_the_speed_capacity_and_lanes_that_the_units_make_of_the_file()
    {
        var roads = TntpRoads.Of(Read(Net.Replace("	900", "	3600", StringComparison.Ordinal), out _)!, new() { Length = 1000, Time = 60 });
        Assert.Equal(["1-3", "3-2", "3-2#2"], roads.Links.Ids);
        Assert.Equal(1500, roads.Links.Length[0]);
        Assert.Equal(12.5, roads.Links.FreeSpeed[0], 1e-12);
        Assert.Equal(1, roads.Links.Capacity[0], 1e-12);
        Assert.Equal(2, roads.Links.Lanes[0]);
        Assert.False(roads.Nodes.IsThrough[0]);
        Assert.Equal(120, roads.FreeTime(0), 1e-9);
    }
}
