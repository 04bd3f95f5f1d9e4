using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Mobility;
using DigitalTwin.Simulation.Results;
using static DigitalTwin.Simulation.Tests.Mobility.Towns;

namespace DigitalTwin.Simulation.Tests.Mobility;

public class MobilityLayersTests
{
    [Fact]
    public async Task Refusals_and_money_of_the_layers_add_up_to_those_of_the_city()
    {
        var record = await RunAsync(Site(workers: 200, through: 100, spaces: 30), [], hours: 10);
        Assert.True(Kpi(record, "parking.turned-away") > 0);
        Assert.Equal(Kpi(record, "parking.turned-away"), Total(record, "parking_lot", "turned_away") + Total(record, "parking_kerb", "turned_away"), 1e-6);
        Assert.Equal(Kpi(record, "parking.revenue"), Total(record, "parking_lot", "revenue") + Total(record, "parking_kerb", "revenue"), 0.01);
        Assert.Equal(Kpi(record, "parking.failures"), Total(record, "demand_place", "gave_up"));
    }

    [Fact]
    public async Task Over_a_whole_day_walk_and_search_at_the_destination_and_at_the_facilities_are_those_of_the_city()
    {
        // One destination, one frame: what is told of it is what is told of all.
        var record = await Recorded(Site(workers: 60, through: 100, spaces: 60), hours: 10, interval: 10 * 3600);
        Assert.Equal(0, Kpi(record, "parking.failures"));
        Assert.True(Kpi(record, "parking.parked") > 50);
        Assert.Equal(Kpi(record, "parking.walk"), Known(record, "demand_place", "walk").Single(), 1e-3);
        Assert.Equal(60 * Kpi(record, "parking.search-time"), Known(record, "demand_place", "search_time").Single(), 1e-3);
        var (walked, parked) = (0.0, 0.0);
        foreach (var layer in (string[])["parking_lot", "parking_kerb"])
        {
            var (walk, arrivals) = (Layer(record, layer, "walk").Values.Single(), Layer(record, layer, "arrivals").Values.Single());
            for (var f = 0; f < walk.Length; f++)
            {
                Assert.Equal(arrivals[f] == 0, float.IsNaN(walk[f]));
                if (arrivals[f] > 0) (walked, parked) = (walked + (walk[f] * arrivals[f]), parked + arrivals[f]);
            }
            Assert.All(Known(record, layer, "search_share"), share => Assert.InRange(share, 0, 100));
        }
        Assert.Equal(Kpi(record, "parking.parked"), parked);
        Assert.Equal(Kpi(record, "parking.walk"), walked / parked, 1e-2);
    }

    [Fact]
    public async Task A_road_carries_in_an_interval_what_entered_it_in_its_steps()
    {
        var site = Site(workers: 50, through: 200, spaces: 30);
        var (hourly, stepwise) = (await Recorded(site, 3, 3600), await Recorded(site, 3, 300));
        var (hours, steps) = (Layer(hourly, "road_link", "flow"), Layer(stepwise, "road_link", "flow"));
        for (var link = 0; link < hours.Values[0].Length; link++)
            for (var hour = 0; hour < hours.Values.Length; hour++)
                Assert.Equal(steps.Values.Skip(12 * hour).Take(12).Sum(row => row[link]) / 12, hours.Values[hour][link], 1e-6);
        Assert.All(Known(hourly, "road_link", "speed_share"), share => Assert.InRange(share, 0, 100));
    }

    private static async Task<RunRecord> Recorded(MobilitySite site, double hours, double interval)
    {
        var mobility = new MobilityDomain(site, new MobilitySettings(), Morning(hours, interval), false, null, 1, null);
        var run = new CityRun(new RunPlan([mobility], 300, (int)(hours * 12), []), 1, new KeyedRandom(1), new Workers(1));
        await run.AdvanceAsync(int.MaxValue);
        return Record(run, site);
    }

    private static ResultField Layer(RunRecord record, string layer, string field) => record.Layers.Single(l => l.Name == layer).Fields.Single(f => f.Name == field);

    private static IEnumerable<float> Known(RunRecord record, string layer, string field) => Layer(record, layer, field).Values.SelectMany(row => row).Where(float.IsFinite);

    private static double Total(RunRecord record, string layer, string field) => Known(record, layer, field).Sum(v => (double)v);
}
