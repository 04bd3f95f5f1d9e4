using DigitalTwin.Cities.Maps;
using DigitalTwin.Cities.Synthesis;

namespace DigitalTwin.Verification.CityScale;

/// <summary>Real and large input from end to end: a published network under Wuhan's climate, and a synthetic city of 50,000 junctions.</summary>
public class RealInputTests
{
    [LongFact(NeedsSharedData = true)]
    public async Task L_Town_under_Wuhans_climate_is_imported_bursts_and_compares()
    {
        using var trial = new Trial();
        MapImport.Import(new ImportOptions
        {
            WaterFile = SharedData.Path("epanet", "L-TOWN.inp"),
            WeatherFile = SharedData.Path("weather", "CHN_HB_Wuhan-Nanhu.574940_SWERA.epw"),
            Folder = Path.Combine(trial.Folder, "l-town"),
        });
        var hashes = await trial.RunAsync(trial.Burst("l-town", "p257", replications: 10), "out", threads: 2);
        Assert.Equal((30, 30), (hashes.Count, hashes.Values.Distinct().Count()));
        Assert.True(trial.Kpi("out", "isolated", "water.burst-loss") < trial.Kpi("out", "left", "water.burst-loss"));
        Assert.True(trial.Kpi("out", "quick", "water.burst-loss") < trial.Kpi("out", "isolated", "water.burst-loss"));
        Assert.All(trial.Compare("out").Kpis, kpi => Assert.All(kpi.Cells, cell => Assert.Equal(10, cell.Sample.Count)));
    }

    [LongFact]
    public async Task Fifty_thousand_junctions_burst_and_compare_with_the_same_bits_however_spread()
    {
        using var trial = new Trial();
        var map = Path.Combine(trial.Folder, "large");
        MapSynthesis.Write(new SynthesisOptions { Seed = 7, Junctions = 50_000, Name = "large" }, map);
        var scenario = trial.Burst("large", "P-001087", replications: 10, step: "1 h");
        var hashes = await trial.RunAsync(scenario, "out", threads: 2);
        Assert.Equal((30, 30), (hashes.Count, hashes.Values.Distinct().Count()));
        Assert.True(trial.Kpi("out", "isolated", "water.burst-loss") < trial.Kpi("out", "left", "water.burst-loss"));
        var one = trial.Burst("large", "P-001087", replications: 1, step: "1 h");
        Assert.All(await trial.RunAsync(one, "again", threads: 1, partitions: 8, variants: ["left"]), run => Assert.Equal(hashes[run.Key], run.Value));
    }
}
