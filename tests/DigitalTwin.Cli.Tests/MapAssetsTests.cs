namespace DigitalTwin.Cli.Tests;

public sealed class MapAssetsTests : IDisposable
{
    private readonly SmallTown town = new();

    [Fact]
    public async Task A_table_of_car_parks_becomes_a_map_that_can_be_looked_at_and_not_simulated()
    {
        File.WriteAllText(town.At("lots.csv"), "Code,Spaces\nBull Ring,3053\nA,10\n");
        var (code, said, error) = await SmallTown.TwinAsync(
            "map", "import", "--assets", $"parking/lot={town.At("lots.csv")}", "--columns", "id=Code", "capacity=Spaces", "--at=-1.9,52.48", "--out", town.At("lots"));
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("parking/lot                 2", said, StringComparison.Ordinal);
        (code, said, _) = await SmallTown.TwinAsync("map", "info", town.At("lots"), "--json");
        Assert.Equal(0, code);
        Assert.Contains("\"parking/lot\"", said, StringComparison.Ordinal);
        town.Scenario("none.yaml", "scenario: none\ntitle: None\nmap: lots\nperiod: { start: 2025-07-08T00:00+08:00, duration: 1 h, step: 5 min }\nseed: 1\n");
        (code, _, error) = await SmallTown.TwinAsync("run", town.At("none.yaml"), "--out", town.At("runs"));
        Assert.Equal(2, code);
        Assert.Contains("The map 'lots' has neither a water network nor weather nor roads with demand nor buildings: there is nothing in it to simulate.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_pair_gets_its_sentence()
    {
        var (code, _, error) = await SmallTown.TwinAsync("map", "import", "--assets", "parking/lot", "--out", town.At("lots"));
        Assert.Equal(2, code);
        Assert.Contains("--assets has 'parking/lot'; a type and a file are expected, as in parking/lot=lots.csv.", error, StringComparison.Ordinal);
    }

    public void Dispose() => town.Dispose();
}
