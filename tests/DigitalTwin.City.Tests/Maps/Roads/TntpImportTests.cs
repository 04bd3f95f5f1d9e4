using DigitalTwin.Cities.Maps;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Tests.Maps.Roads;

public class TntpImportTests
{
    private const string Net = """
        <NUMBER OF ZONES> 2
        <NUMBER OF NODES> 3
        <FIRST THRU NODE> 3
        <NUMBER OF LINKS> 4
        <END OF METADATA>
        ~ init_node term_node capacity length free_flow_time b power speed toll link_type ;
        1 3 1800 2 2 0.15 4 0 0 1 ;
        3 1 1800 2 2 0.15 4 0 0 1 ;
        2 3 3600 1 1 0.15 4 0 0 1 ;
        3 2 3600 1 1 0.15 4 0 0 1 ;
        """;

    private const string Nodes = "node X Y ;\n1 114.30 30.50 ;\n2 114.33 30.50 ;\n3 114.32 30.50 ;\n";

    private static Folder Files() => new Folder().With("town_net.tntp", Net).With("town_node.tntp", Nodes);

    private static ImportOptions From(Folder folder) => new() { RoadFile = folder["town_net.tntp"], RoadNodesFile = folder["town_node.tntp"], Folder = folder["town"], RoadUnits = new() { Length = 1000 } };

    [Fact]
    public void A_planners_network_becomes_the_roads_of_a_map()
    {
        using var folder = Files();
        var report = MapImport.Import(From(folder));
        Assert.Contains("town_net.tntp: 2 zones, 3 nodes, 4 links; a unit of length is taken as 1000 m, of time as 60 s, of capacity as 1 vehicles/h; lanes are as many as the capacity needs at 1800 vehicles/h each.", report.Statements);
        var roads = City.Load(folder["town"]).Roads!;
        Assert.Equal(4, roads.Links.Count);
        Assert.Equal([2000, 2000, 1000, 1000], roads.Links.Length);
        Assert.Equal([1, 1, 2, 2], roads.Links.Lanes);
        Assert.All(roads.Links.FreeSpeed, speed => Assert.Equal(1000 / 60.0, speed, 1e-9));
        Assert.Equal(0.5, roads.Links.Capacity[0], 1e-12);
        Assert.False(roads.Nodes.IsThrough[roads.FindNode("1")]);
        Assert.Equal(114.33, roads.Nodes.Longitude[roads.FindNode("2")]);
    }

    [Fact]
    public void A_planners_trips_are_spread_over_the_day_by_the_profile_that_is_named()
    {
        using var folder = Files().With("town_trips.tntp", "<NUMBER OF ZONES> 2\n<TOTAL OD FLOW> 300\n<END OF METADATA>\nOrigin 1\n1 : 100; 2 : 200;\n")
            .With("day.csv", "purpose,from,until,share\n*,07:00,09:00,0.75\n*,17:00,24:00,0.25\n");
        var options = From(folder) with { TripFile = folder["town_trips.tntp"], TripProfileFile = folder["day.csv"], TripFactor = 0.5 };
        var report = MapImport.Import(options);
        Assert.Contains("town_trips.tntp: 100 trips a day between zones (its own times 0.5), spread over the day by day.csv; those within a zone are left out.", report.Statements);
        Assert.StartsWith("origin,destination,from,until,trips,days\n1,2,07:00,09:00,75,", File.ReadAllText(folder["town/od.csv"]), StringComparison.Ordinal);
        Assert.Equal(100, City.Load(folder["town"]).Demand!.Sources.Sum(source => source.Expected(DayOfWeek.Monday, 2).Sum()), 1e-9);
        var problem = Assert.Single(Assert.Throws<InputException>(() => MapImport.Import(options with { TripProfileFile = null, Folder = folder["other"] })).Problems);
        Assert.StartsWith("The trips say not when in the day they depart;", problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Shares_that_are_rounded_lose_no_trip()
    {
        using var folder = Files().With("town_trips.tntp", "<NUMBER OF ZONES> 2\n<TOTAL OD FLOW> 300\n<END OF METADATA>\nOrigin 1\n1 : 100; 2 : 200;\n")
            .With("day.csv", "purpose,from,until,share\n*,07:00,09:00,0.749\n*,17:00,24:00,0.248\n");
        MapImport.Import(From(folder) with { TripFile = folder["town_trips.tntp"], TripProfileFile = folder["day.csv"] });
        Assert.Equal(200, City.Load(folder["town"]).Demand!.Sources.Sum(source => source.Expected(DayOfWeek.Monday, 2).Sum()), 1e-9);
    }

    [Fact]
    public void Without_places_of_its_nodes_it_is_refused_with_a_sentence()
    {
        using var folder = Files();
        string Said(ImportOptions options) => Assert.Single(Assert.Throws<InputException>(() => MapImport.Import(options)).Problems).Sentence;
        Assert.Equal("A network of TNTP form says not where its nodes lie; give their coordinates in degrees as --nodes NODE.tntp.", Said(From(folder) with { RoadNodesFile = null }));
        folder.With("town_node.tntp", Nodes.Replace("3 114.32 30.50 ;\n", ""));
        Assert.Equal("1 node of the network has no coordinates, '3' among them.", Said(From(folder)));
        folder.With("town_node.tntp", Nodes.Replace("114.33", "554333"));
        Assert.StartsWith("The coordinates of the nodes are no degrees", Said(From(folder)), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["town"]));
    }
}
