using DigitalTwin.Mobility.Roads;
using DigitalTwin.Mobility.Traffic;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Tests.Traffic;

public class BannedSequenceTrafficTests
{
    /// <summary>A town of 16 nodes in which every third drive over three links is banned.</summary>
    private static RoadNetwork Town()
    {
        var grid = MadeTraffic.Grid(4);
        int[] Next(int link) => grid.Out(grid.Links.To[link]).ToArray();
        int[][] drives = [.. from a in Enumerable.Range(0, grid.Links.Count) from b in Next(a) from c in Next(b) select (int[])[a, b, c]];
        return new RoadNetwork(grid.Nodes, grid.Links, [], drives.Where((_, i) => i % 3 == 0));
    }

    [Fact]
    public void Nobody_drives_a_banned_sequence_though_roads_close_and_drivers_plan_anew_on_the_way()
    {
        var network = Town();
        var banned = network.BannedSequences.Select(s => (s[0], s[1], s[2])).ToHashSet();
        var model = MadeTraffic.Model(network, new MobilityOptions { StuckAfter = 600, UpdateInterval = 60 });
        var state = model.InitialState(new KeyedRandom(5));
        model.AddTrips(state, MadeTraffic.Trips(model, MadeTraffic.Scattered(network, 400, 900, 3)));
        for (var i = 0UL; i < 120; i++) state.Roads.Close(new KeyedRandom(9).Below(network.Links.Count, 1, i), 10 * (double)i, 10 * (double)i + 100);
        var driven = Enumerable.Range(0, 400).Select(_ => new List<int>()).ToArray();
        var (again, slices) = (0, 0);
        var routes = new int[]?[400];
        for (; state.Time < 3600; slices++)
        {
            model.Advance(state, state.Time + model.Options.Slice);
            for (var v = 0; v < 400; v++)
            {
                var (link, route) = (state.Vehicles.Motion[v].Link, state.Vehicles.Route[v]);
                if (state.Vehicles.Phase[v] != VehiclePhase.OnLink) continue;
                if (driven[v].Count > 0 && routes[v] is not null && !ReferenceEquals(route, routes[v])) again++;
                routes[v] = route;
                if (driven[v].Count == 0 || driven[v][^1] != link) driven[v].Add(link);
            }
        }
        Assert.True(again > 60, $"{again} planned anew");
        foreach (var drive in driven)
            for (var i = 2; i < drive.Count; i++) Assert.DoesNotContain((drive[i - 2], drive[i - 1], drive[i]), banned);
        Assert.True(driven.Count(d => d.Count > 3) > 100);
    }

    [Fact]
    public void A_state_that_is_saved_remembers_which_way_a_driver_came()
    {
        var network = Town();
        var model = MadeTraffic.Model(network, new MobilityOptions { StuckAfter = 600, UpdateInterval = 60 });
        var state = model.InitialState(new KeyedRandom(5));
        model.AddTrips(state, MadeTraffic.Trips(model, MadeTraffic.Scattered(network, 200, 300, 3)));
        for (var i = 0UL; i < 20; i++) state.Roads.Close(new KeyedRandom(9).Below(network.Links.Count, 1, i), 30 * (double)i, 30 * (double)i + 200);
        model.Advance(state, 240);
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true)) state.Save(writer);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        var loaded = model.Load(reader);
        model.Advance(state, 1800);
        model.Advance(loaded, 1800);
        Assert.Equal(Enumerable.Range(0, 200).Select(state.Outcome), Enumerable.Range(0, 200).Select(loaded.Outcome));
        Assert.Equal(state.Vehicles.Motion.Take(200).Select(m => (m.Link, m.Driven, m.DriveTime)), loaded.Vehicles.Motion.Take(200).Select(m => (m.Link, m.Driven, m.DriveTime)));
    }
}
