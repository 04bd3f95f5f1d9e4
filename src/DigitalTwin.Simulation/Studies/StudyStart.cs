using DigitalTwin.Cities;
using DigitalTwin.Cities.Assets;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Scenarios;
using DigitalTwin.Scenarios.Variants;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Mobility;
using DigitalTwin.Simulation.Starting;
using DigitalTwin.Simulation.Water;
using DigitalTwin.Weather;

namespace DigitalTwin.Simulation.Studies;

/// <summary>How a study's domains start from a world.</summary>
internal sealed class StudyStart(StartingPoint start, City city, CitySites sites, Recording recording)
{
    /// <summary>A scenario as it is run from a world, which is where it should be without a warm-up.</summary>
    public static Scenario Prepare(Scenario scenario, City city, StartingPoint start, ProblemList problems)
    {
        var (file, period) = (scenario.File, scenario.Period);
        if (start.Map.Length > 0 && start.Map != city.ContentHash)
            problems.Warning(file, 0, 0, $"The world '{start.World}' is of another map, or of another version of '{city.Name}'; the run starts with what it knows of assets that both have.");
        if (start.Readings.Count == 0)
            problems.Warning(file, 0, 0, $"The world '{start.World}' knew nothing at {start.Instant:yyyy-MM-dd HH:mm:ss} UTC; the run starts with what the files of the map say.");
        if (period.WarmUp > 0) problems.Warning(file, 0, 0, $"The warm-up ({period.WarmUp:0} s) is left out: the run starts from the world '{start.World}'.");
        return scenario with { Period = period with { WarmUp = 0 } };
    }

    /// <summary>Where water starts with a variant's settings.</summary>
    public WaterStart Water(WaterSettings settings) => WaterStarting.Read(new StartLedger(start), sites.Water!, settings, recording);

    /// <summary>Where roads and parking start with a variant's settings.</summary>
    public MobilityStart Roads(MobilitySettings settings) => MobilityStarting.Read(new StartLedger(start), sites.Mobility!, settings);

    /// <summary>A variant's weather with what the stations measured.</summary>
    public WeatherInputs Weather(WeatherInputs inputs, EffectiveScenario variant) => WeatherStarting.Read(new StartLedger(start), inputs, variant.Settings, First);

    /// <summary>What a variant takes, and what it assumes.</summary>
    public StartReport Report(EffectiveScenario variant, Scenario scenario)
    {
        var ledger = new StartLedger(start);
        var moved = First - start.Instant;
        if (!scenario.Period.IsFromWorld && moved.Duration() >= TimeSpan.FromSeconds(scenario.Period.Step))
        {
            ledger.Remark(
                $"The scenario keeps its own start; the state of the world is put there, {StartWords.Age(moved.Duration())} {(moved < TimeSpan.Zero ? "before" : "after")} its own instant.",
                $"情景保留自身起始时间，世界状态移至该时刻（较其原时刻{(moved < TimeSpan.Zero ? "提前" : "推后")} {StartWords.AgeZh(moved.Duration())}）。");
        }
        if (sites.Water is { } water) WaterStarting.Read(ledger, water, WaterSettings.Of(variant.Settings), recording);
        if (sites.Mobility is { } roads) MobilityStarting.Read(ledger, roads, MobilitySettings.Of(variant.Settings));
        if (WeatherSetup.Inputs(city, variant) is { } inputs) WeatherStarting.Read(ledger, inputs, variant.Settings, First);
        return ledger.Close(First, id => AssetId.TryParse(id, out var asset, out _) && city.Assets.Find(asset) >= 0);
    }

    private DateTimeOffset First => recording.Start.AddSeconds(recording.First);
}
