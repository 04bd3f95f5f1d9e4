namespace DigitalTwin.Verification.CityScale;

/// <summary>A tower for a thousand people from an IFC file changes the city as the sums of scenarios/README.md say, made by hand.</summary>
public class ATowerIsBuilt
{
    private const double People = 1000, Floor = 30 * 24 * 24;

    [LongFact]
    public async Task Its_water_people_cars_and_power_are_those_that_one_reckons_by_hand()
    {
        using var trial = new Trial();
        await trial.RunAsync(trial.Shipped("a-tower-is-built.yaml", replications: 1), "tower", threads: 2);
        double Change(string kpi) => trial.Kpi("tower", "tower", kpi) - trial.Kpi("tower", "as-is", kpi);

        // 180 L a day and person, less what the few per cent of them who are on the road do not draw.
        Assert.InRange(Change("building.water"), 0.93 * 0.180 * People, 0.180 * People);
        // Of a weekday's hours people spend 0.69 at home by schedule, less those on the road.
        Assert.InRange(Change("building.people"), 0.93 * 0.69 * People, 0.70 * People);
        // The map's rates: 0.035 + 0.034 + 0.03 + 0.016 + 0.006 + 0.0012 + ... cars a day and person set out; most of those that come back need a space.
        Assert.InRange(Change("parking.parked"), 0.05 * People, 0.14 * People);
        Assert.InRange(Change("road.trips-finished"), 0.05 * People, 0.2 * People);
        // Light, machines and cooling of flats on a July evening: 15 to 30 W/m2.
        Assert.InRange(Change("building.peak-power"), 15 * Floor / 1000, 30 * Floor / 1000);
        // 2 L/s more in a network that delivers 400 L/s: centimetres, downwards.
        Assert.InRange(Change("water.pressure-min"), -0.2, -0.005);
        Assert.Equal(0, Change("water.unserved"), 1e-6);
    }
}
