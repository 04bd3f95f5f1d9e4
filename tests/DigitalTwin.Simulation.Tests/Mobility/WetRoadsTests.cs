using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Mobility;
using static DigitalTwin.Simulation.Tests.Mobility.Towns;

namespace DigitalTwin.Simulation.Tests.Mobility;

public class WetRoadsTests
{
    private static readonly LocalClock Noon = new(new DateTimeOffset(2025, 7, 8, 12, 0, 0, TimeSpan.FromHours(8)));

    [Theory]
    [InlineData(12.7, 20, 1 / 1.24, 1 / 1.24)]    // half an inch an hour of rain: 1 + 0.48 · 0.5
    [InlineData(25.4, 20, 1 / 1.48, 1 / 1.48)]
    [InlineData(2.54, -5, 0.90, 1 / 1.14)]        // a tenth of snow: 1 + 0.39 · 0.1 is less than snow on the road takes
    [InlineData(12.7, -5, 1 / 1.195, 1 / 1.7)]
    [InlineData(0.5, 20, 0.95, 0.95)]             // a drizzle wets the road, which takes more
    [InlineData(0.05, 20, 1, 1)]
    [InlineData(double.NaN, 20, 1, 1)]
    public void Capacity_and_speed_follow_the_manuals_equations_for_urban_streets(double rain, double temperature, double capacity, double speed)
    {
        var wet = new WetRoads(1, new MobilitySettings(), Noon);
        wet.Advance(new StepWindow(0, 0, 300), [rain], [temperature]);
        Assert.Equal(capacity, wet.Capacity[0], 1e-12);
        Assert.Equal(speed, wet.Speed[0], 1e-12);
    }

    [Fact]
    public void A_road_stays_wet_until_it_has_dried_longer_by_night()
    {
        // 68 °F: 5 min of runoff and 0.888 e^(−0.476) h to dry.
        var drying = 3600 * (0.083 + 0.888 * Math.Exp(-0.0070 * 68));
        Assert.Equal(drying, DryAfter(Noon), 60.0);
        Assert.Equal(drying + 0.19 * 3600, DryAfter(new LocalClock(Noon.Start.AddHours(10))), 60.0);

        static double DryAfter(LocalClock clock)
        {
            var wet = new WetRoads(1, new MobilitySettings(), clock);
            wet.Advance(new StepWindow(0, 0, 60), [10], [20]);
            for (var step = 1; ; step++)
            {
                wet.Advance(new StepWindow(step, step * 60, 60), [0], [20]);
                if (wet.Speed[0] == 1) return (step - 1) * 60;
                Assert.Equal(0.95, wet.Speed[0]);
            }
        }
    }

    [Fact]
    public void Rain_that_nobody_has_measured_counts_as_the_heaviest_that_was_and_its_effect_can_be_set()
    {
        var wet = new WetRoads(2, new MobilitySettings { HeaviestRain = 25.4 }, Noon);
        wet.Advance(new StepWindow(0, 0, 300), [25.4, 200], [20, 20]);
        Assert.Equal(wet.Speed[0], wet.Speed[1]);
        var half = new WetRoads(1, new MobilitySettings { RainEffect = 0.5 }, Noon);
        half.Advance(new StepWindow(0, 0, 300), [25.4], [20]);
        Assert.Equal(1 - (1 - 1 / 1.48) / 2, half.Speed[0], 1e-12);
    }

    [Fact]
    public void What_is_wet_is_saved_and_read_back()
    {
        var wet = new WetRoads(2, new MobilitySettings(), Noon);
        wet.Advance(new StepWindow(0, 0, 300), [10, 0], [20, 20]);
        var again = new WetRoads(2, new MobilitySettings(), Noon);
        Bytes.Read(Bytes.Of(wet.Save), again.Load);
        again.Advance(new StepWindow(1, 300, 300), [0, 0], [20, 20]);
        Assert.Equal([0.95, 1], again.Speed);
    }

    [Fact]
    public async Task Rain_in_a_district_slows_the_roads_of_that_district()
    {
        var site = Site(through: 40);
        var dry = await RunAsync(site, [], weather: new Sky((_, _) => 0));
        var east = await RunAsync(site, [], weather: new Sky((district, _) => district == 1 ? 25.4 : 0));
        var both = await RunAsync(site, [], weather: new Sky((_, _) => 25.4));
        Assert.Equal(Kpi(dry, "road.speed") / 1.48, Kpi(both, "road.speed"), 0.03 * Kpi(both, "road.speed"));
        Assert.InRange(Kpi(east, "road.speed"), Kpi(both, "road.speed") + 1, Kpi(dry, "road.speed") - 1);
        Assert.Equal(40, Kpi(both, "road.trips-finished"));
    }
}
