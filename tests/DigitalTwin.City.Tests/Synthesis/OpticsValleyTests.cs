using DigitalTwin.Cities.Maps;
using DigitalTwin.Cities.Synthesis;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Tests.Synthesis;

public class OpticsValleyTests
{
    private static readonly string Map = Path.Combine(Repository.Root, "maps", "optics-valley");

    /// <summary>What the committed map was made from; its SOURCE.md says the same as a command.</summary>
    private static readonly SynthesisOptions Options = new()
    {
        Seed = 20250708, Junctions = 800, Longitude = 114.40, Latitude = 30.50, Name = "optics-valley", TitleEn = "Optics Valley", TitleZh = "光谷片区",
    };

    [Fact]
    public void The_committed_map_is_what_the_synthesis_makes()
    {
        using var folder = new Folder();
        MapSynthesis.Write(Options, folder["made"]);
        var made = Directory.GetFiles(folder["made"]).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(made, Directory.GetFiles(Map).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
        foreach (var file in made) Assert.True(File.ReadAllBytes(Path.Combine(Map, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(folder["made"], file))), file);
    }

    [Fact]
    public void It_is_small_and_nothing_is_wrong_with_it()
    {
        Assert.InRange(Directory.GetFiles(Map).Sum(f => new FileInfo(f).Length), 100_000, 4_000_000);
        var problems = new ProblemList();
        var city = City.Load(Map, problems);
        Assert.DoesNotContain(MapInfo.Of(city, problems).Findings, f => f.Severity != Severity.Note);
        Assert.Equal(4.4, MapInfo.Of(city, problems).Extent!.Width / 1000, 0.15);
        Assert.NotNull(city.Weather);
    }
}
