using DigitalTwin.Simulation.Mobility;
using DigitalTwin.Simulation.Starting;
using static DigitalTwin.Simulation.Tests.Mobility.Towns;

namespace DigitalTwin.Simulation.Tests.Starting;

public class MobilityStartTests
{
    private static readonly DateTimeOffset Six = Morning().Start;

    [Fact]
    public async Task A_run_starts_with_the_cars_that_twins_have_counted_and_they_leave()
    {
        var site = Site(workers: 60, spaces: 40);
        var (start, report) = Read(site, Reading("parking/lot/L-1", "occupancy", 25), Reading("parking/lot/L-2", "occupancy", 50), Reading("parking/kerb/K-1", "occupancy", 3));
        var record = await RunAsync(site, [], start: start, hours: 10);
        var parked = record.Series.Single(s => s.Name == "parking.occupancy").Values;
        Assert.InRange(parked[0], 60, 78);
        Assert.Equal(0, parked[^1]);
        Assert.Equal(60 + 78, Kpi(record, "road.trips-finished") + Kpi(record, "road.trips-failed"));
        Assert.Contains(report.Remarks, r => r.En == "parking/lot/L-2 holds 50 cars on 40 spaces; the run starts with all of them.");
        Assert.Equal((3, 2), (report.Lines.Single(l => l is { AssetType: "parking/lot", Property: "occupancy" }).Assets, report.Lines.Single(l => l is { AssetType: "parking/lot", Property: "occupancy" }).Taken));
    }

    [Fact]
    public async Task What_a_world_has_closed_stays_closed_until_the_scenario_opens_it()
    {
        var site = Site(workers: 100, spaces: 60);
        var (start, _) = Read(site, Reading("parking/lot/L-1", "status", double.NaN, "closed"), Reading("road/link/2-2~3-2.f", "status", 0));
        Assert.True(start.IsFacilityClosed[0] && start.IsLinkClosed[site.Roads.FindLink("2-2~3-2.f")]);
        Assert.DoesNotContain(await OccupanciesAsync([]), cars => cars > 0);
        Assert.Contains(await OccupanciesAsync([Action(5400, "open", "parking/lot/L-1")]), cars => cars > 0);

        async Task<IEnumerable<float>> OccupanciesAsync(IReadOnlyList<DigitalTwin.Simulation.Loop.DueAction> actions) =>
            (await RunAsync(site, actions, start: start)).Layers.Single(l => l.Name == "parking_lot").Fields.Single(f => f.Name == "occupancy").Values.Select(row => row[0]);
    }

    [Fact]
    public void What_makes_no_sense_is_refused_with_a_sentence_and_what_is_too_old_is_not_used()
    {
        var site = Site(workers: 1, spaces: 10);
        var (start, report) = Read(site, Reading("parking/lot/L-1", "occupancy", -3), Reading("parking/lot/L-2", "occupancy", 5, minutesOld: 600), Reading("parking/lot/L-3", "status", double.NaN, "ajar"));
        Assert.All(start.Occupancy, cars => Assert.True(double.IsNaN(cars)));
        Assert.Contains(report.Remarks, r => r.En.StartsWith("The occupancy of parking/lot/L-1 is -3, which is no number of cars", StringComparison.Ordinal));
        Assert.Contains(report.Remarks, r => r.En.Contains("accepted are open (1) and closed (0)", StringComparison.Ordinal));
        Assert.Equal(1, report.Lines.Single(l => l is { AssetType: "parking/lot", Property: "occupancy" }).Stale);
    }

    [Fact]
    public async Task The_end_of_a_run_is_the_beginning_of_the_next()
    {
        var site = Site(workers: 80, spaces: 40);
        var first = await RunAsync(site, [], hours: 3);
        var lots = first.Layers.Single(l => l.Name == "parking_lot");
        var (start, _) = Read(site, [.. lots.AssetIds.Select((id, i) => Reading(id, "occupancy", lots.Fields.Single(f => f.Name == "occupancy").Values[^1][i]) with { Origin = ReadingOrigin.Simulated })]);
        Assert.Equal(lots.Fields.Single(f => f.Name == "occupancy").Values[^1].Sum(), (float)start.Occupancy.Where(c => !double.IsNaN(c)).Sum());
        Assert.True(SimulatedProperties.AreTaken("occupancy"));
    }

    private static (MobilityStart Start, StartReport Report) Read(MobilitySite site, params StartingReading[] readings)
    {
        var ledger = new StartLedger(StartingPoint.Of("live", "", Six, readings));
        var start = MobilityStarting.Read(ledger, site, new MobilitySettings());
        return (start, ledger.Close(Six, _ => true));
    }

    private static StartingReading Reading(string asset, string property, double value, string? text = null, double minutesOld = 5) =>
        new(asset, property, value, text, Six.AddMinutes(-minutesOld), ReadingQuality.Good, "gates", ReadingOrigin.Observed);
}
