using System.Text;
using DigitalTwin.Cities.Maps.Roads;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Cities.Tests.Maps.Roads;

public class RoadRoundTripTests
{
    private static RoadNetwork Again(RoadNetwork network)
    {
        using var folder = new Folder();
        using (var stream = File.Create(folder["roads.geojson"])) RoadGeoJson.Write(stream, network);
        var problems = new ProblemList();
        var plan = RoadGeoJson.Read(folder["roads.geojson"], problems);
        // Defaults that would spoil everything, were one of them taken.
        var wrong = RoadDefaults.Standard with { JamSpacing = 5, GreenShare = 0.1, Classes = [.. RoadDefaults.Standard.Classes.Select(_ => new ClassDefaults(1, 7, 0.001))] };
        var again = RoadBuilder.Build(plan, wrong, "roads.geojson", problems, out var report);
        Assert.Empty(problems);
        Assert.Equal(default, report.Uses);
        return again;
    }

    private static void Same(RoadNetwork a, RoadNetwork b)
    {
        Assert.Equal(a.Nodes.Ids, b.Nodes.Ids);
        Bits(a.Nodes.Longitude, b.Nodes.Longitude);
        Bits(a.Nodes.Latitude, b.Nodes.Latitude);
        Assert.Equal(a.Nodes.IsThrough, b.Nodes.IsThrough);
        Assert.Equal(a.Links.Ids, b.Links.Ids);
        Assert.Equal(a.Links.From, b.Links.From);
        Assert.Equal(a.Links.To, b.Links.To);
        Assert.Equal(a.Links.Class, b.Links.Class);
        Assert.Equal(a.Links.Names, b.Links.Names);
        Assert.Equal(a.Links.NamesZh, b.Links.NamesZh);
        Bits(a.Links.Length, b.Links.Length);
        Bits(a.Links.Lanes, b.Links.Lanes);
        Bits(a.Links.FreeSpeed, b.Links.FreeSpeed);
        Bits(a.Links.Capacity, b.Links.Capacity);
        Bits(a.Links.GreenShare, b.Links.GreenShare);
        Bits(a.Links.Storage, b.Links.Storage);
        for (var link = 0; link < a.Links.Count; link++) Bits(a.Links.Course[link] ?? [], b.Links.Course[link] ?? []);
        Assert.Equal(a.BannedTurns, b.BannedTurns);
        Assert.Equal(a.BannedSequences, b.BannedSequences);
    }

    private static void Bits(double[] a, double[] b) => Assert.Equal(a.Select(BitConverter.DoubleToInt64Bits), b.Select(BitConverter.DoubleToInt64Bits));

    [Fact]
    public void A_network_that_is_written_and_read_is_the_same_to_the_last_bit()
    {
        for (var seed = 0UL; seed < 20; seed++)
        {
            var network = Made(new KeyedRandom(seed));
            Same(network, Again(network));
        }
    }

    [Fact]
    public void A_network_without_places_comes_back_too()
    {
        // A zone that nobody drives through, joined by a connector; no node has coordinates.
        var plan = new StreetPlan(
            [new("1", double.NaN, double.NaN) { IsThrough = false }, new("2", double.NaN, double.NaN)],
            [new() { Id = "C", Class = RoadClass.Connector, From = "1", To = "2", Length = 123.456 }],
            []);
        var problems = new ProblemList();
        var network = RoadBuilder.Build(plan, RoadDefaults.Standard, "", problems, out _);
        Assert.Empty(problems);
        Assert.Equal(2, network.Links.Count);
        Same(network, Again(network));
    }

    [Fact]
    public void The_same_network_gives_the_same_bytes()
    {
        var network = Made(new KeyedRandom(7));
        Assert.Equal(Written(network), Written(Again(network)));

        static string Written(RoadNetwork network)
        {
            using var stream = new MemoryStream();
            RoadGeoJson.Write(stream, network);
            return Encoding.UTF8.GetString(stream.ToArray());
        }
    }

    /// <summary>Streets between 12 random places, every value drawn: one-way or not, bent or not, with or without names, signals and banned turns.</summary>
    private static RoadNetwork Made(KeyedRandom random)
    {
        var counter = 0UL;
        double Draw() => random.Uniform(1, counter++);
        (double X, double Y)[] places = [.. Enumerable.Range(0, 12).Select(_ => (114 + Draw(), 30 + Draw()))];
        var streets = new List<Street>();
        for (var i = 0; i < 30; i++)
        {
            var (a, b) = (places[(int)(12 * Draw())], places[(int)(12 * Draw())]);
            if (a == b) continue;
            double[] course = Draw() < 0.5 ? [a.X, a.Y, b.X, b.Y] : [a.X, a.Y, 114 + Draw(), 30 + Draw(), b.X, b.Y];
            var direction = (StreetDirection)(int)(3 * Draw());
            StreetLanes Lanes() => new(Math.Ceiling(4 * Draw()), 1 + 30 * Draw(), 0.01 + Draw(), 1 + 1000 * Draw(), Draw() < 0.5 ? double.NaN : 0.05 + 0.9 * Draw());
            streets.Add(new()
            {
                Id = $"街-{i}",
                Class = (RoadClass)(int)(8 * Draw()),
                Direction = direction,
                Course = course,
                Length = Draw() < 0.3 ? 1000 * Draw() + 1 : double.NaN,
                Forward = direction == StreetDirection.Backward ? StreetLanes.Unsaid : Lanes(),
                Backward = direction == StreetDirection.Forward ? StreetLanes.Unsaid : Draw() < 0.5 ? StreetLanes.Unsaid : Lanes(),
                Name = Draw() < 0.3 ? $"Street \"{i}\" \\ <&>" : "",
                NameZh = Draw() < 0.3 ? $"第{i}街" : "",
            });
        }
        var problems = new ProblemList();
        var network = RoadBuilder.Build(new([], streets, []), RoadDefaults.Standard, "", problems, out _);
        Assert.Empty(problems);
        var turns = Enumerable.Range(0, network.Links.Count).SelectMany(from => network.Out(network.Links.To[from]).ToArray().Where(_ => Draw() < 0.1).Select(to => (from, to))).ToArray();
        int[] Next(int link) => network.Out(network.Links.To[link]).ToArray();
        var over = Enumerable.Range(0, network.Links.Count).SelectMany(a => Next(a).SelectMany(b => Next(b).Where(_ => Draw() < 0.05).Select(c => (int[])[a, b, c]))).ToArray();
        return new(network.Nodes, network.Links, turns, over);
    }
}
