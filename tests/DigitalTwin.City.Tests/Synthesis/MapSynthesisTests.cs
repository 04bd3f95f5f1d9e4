using DigitalTwin.Cities.Maps;
using DigitalTwin.Cities.Synthesis;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Tests.Synthesis;

public class MapSynthesisTests
{
    private static SynthesisOptions Options(int junctions, ulong seed = 1) => new() { Seed = seed, Junctions = junctions, Name = "made" };

    private static string Make(Folder folder, SynthesisOptions options, string name)
    {
        MapSynthesis.Write(options, folder[name]);
        return folder[name];
    }

    [Fact]
    public void The_same_seed_and_size_give_the_same_bytes_and_another_seed_does_not()
    {
        using var folder = new Folder();
        var (once, again, other) = (Make(folder, Options(300), "a"), Make(folder, Options(300), "b"), Make(folder, Options(300, 2), "c"));
        var files = Directory.GetFiles(once).Select(f => Path.GetFileName(f)!).Order().ToArray();
        Assert.Equal(
            [
                "SOURCE.md", "buildings.city.json", "city.yaml", "climate-synthetic.epw", "districts.geojson", "dwell.csv", "gates.geojson", "groups.csv", "network.inp", "parking.geojson", "population.csv", "profiles.csv",
                "purposes.csv", "rates.csv", "stations.geojson", "streets.geojson", "tariffs.yaml", "zones.geojson",
            ],
            files.Order(StringComparer.Ordinal));
        foreach (var file in files) Assert.Equal(File.ReadAllBytes(Path.Combine(once, file)), File.ReadAllBytes(Path.Combine(again, file)));
        Assert.NotEqual(File.ReadAllBytes(Path.Combine(once, "network.inp")), File.ReadAllBytes(Path.Combine(other, "network.inp")));
    }

    [Theory]
    [InlineData(12)]
    [InlineData(60)]
    [InlineData(301)]
    [InlineData(2500)]
    public void A_synthetic_map_is_a_map_with_nothing_wrong(int junctions)
    {
        using var folder = new Folder();
        var problems = new ProblemList();
        var city = City.Load(Make(folder, Options(junctions), "a"), problems);
        var info = MapInfo.Of(city, problems);
        Assert.DoesNotContain(info.Findings, f => f.Severity != Severity.Note);
        Assert.Equal(junctions, city.Assets.OfType("water/junction")!.Count);
        Assert.Equal(city.WaterPlaces!.People.Sum(), city.Districts.Sum(d => d.People));
        for (var i = 0; i < city.Water!.Nodes.JunctionCount; i++)
            Assert.True(city.DistrictAt(city.WaterPlaces.Longitude[i], city.WaterPlaces.Latitude[i]) >= 0 || city.WaterPlaces.People[i] == 0);
        for (var k = 0; k < city.Districts.Count; k++)
            for (var l = k + 1; l < city.Districts.Count; l++)
                Assert.True(city.Districts[k].Area.Intersection(city.Districts[l].Area).Area < 1e-9 * city.Districts[k].Area.Area);
        Assert.True(city.Stations.Count >= 3);
    }

    [Fact]
    public void The_area_and_the_people_of_a_district_of_eight_hundred_junctions_are_those_of_a_real_one()
    {
        using var folder = new Folder();
        var report = MapSynthesis.Write(Options(800), folder["a"]);
        Assert.InRange(report.Width, 3800, 4200);
        Assert.InRange(report.People / (report.Width * report.Height / 1e6), 5000, 15_000);
        Assert.InRange(report.MeanDemand * 86_400_000 / report.People, 200, 450);
        Assert.InRange(report.PipeLength / (report.Width * report.Height) * 1000, 8, 16);
    }

    [Fact]
    public void Supply_areas_are_networks_of_their_own_and_their_quarters_are_joined_by_shut_pipes()
    {
        var file = MapSynthesis.MakeNetwork(Options(12_000));
        Assert.Equal(12_000, file.Junctions.Count);
        Assert.Equal(10, file.Tanks.Count);
        var parts = new DisjointSetsOfNames(file.Junctions.Select(j => j.Id));
        foreach (var pipe in file.Pipes) parts.Join(pipe.From, pipe.To);
        foreach (var valve in file.Valves) parts.Join(valve.From, valve.To);
        // Ten quarters in rows of four make supply areas of 2 x 2: columns 0-1 and 2-3 of rows 0-1, and of row 2 what is left.
        Assert.Equal(3, parts.Count);
        Assert.True(file.Tags.Count(t => t.Tag == "boundary") > 20);
    }

    private sealed class DisjointSetsOfNames(IEnumerable<string> names)
    {
        private readonly Dictionary<string, string> parent = names.ToDictionary(n => n, n => n);

        public int Count => parent.Count(p => p.Key == p.Value);

        public void Join(string a, string b)
        {
            if (!parent.ContainsKey(a) || !parent.ContainsKey(b)) return;
            parent[Root(a)] = Root(b);
        }

        private string Root(string a)
        {
            while (parent[a] != a) a = parent[a] = parent[parent[a]];
            return a;
        }
    }

    [Fact]
    public void Options_that_cannot_be_are_all_told()
    {
        var problems = Assert.Throws<InputException>(() => MapSynthesis.Write(new() { Seed = 1, Junctions = 5, Name = "A B", Latitude = 80 }, "x")).Problems;
        Assert.Equal(
            [
                "The size of a synthetic map is 12 to 2,000,000 junctions; found 5.",
                "The middle of a synthetic map is a longitude and a latitude up to 70 degrees; found 114.4, 80.",
                "The name 'A B' is not small letters, digits and hyphens, as in 'optics-valley'.",
            ],
            problems.Select(p => p.Sentence));
    }

    [Fact]
    public void A_folder_with_something_in_it_is_never_written_over()
    {
        using var folder = new Folder().With("precious.txt", "");
        Assert.Equal(
            "The folder is not empty, and a map is never written over something. Choose another folder or empty this one.",
            Assert.Throws<InputException>(() => MapSynthesis.Write(Options(20), folder.Path)).Problems.Single().Sentence);
        Assert.Throws<InputException>(() => MapSynthesis.Write(Options(20), folder["precious.txt"]));
        Assert.Equal(["precious.txt"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_cancelled_synthesis_leaves_nothing_behind()
    {
        using var folder = new Folder();
        using var cancel = new CancellationTokenSource();
        var progress = new Watcher(f => { if (f > 0.3) cancel.Cancel(); });
        Assert.Throws<OperationCanceledException>(() => MapSynthesis.Write(Options(6000), folder["a"], progress, cancel.Token));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    private sealed class Watcher(Action<double> heard) : IProgress<double>
    {
        public void Report(double value) => heard(value);
    }
}
