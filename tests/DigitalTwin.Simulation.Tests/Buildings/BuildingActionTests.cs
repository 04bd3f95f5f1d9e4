using DigitalTwin.Buildings;
using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Buildings;
using static DigitalTwin.Simulation.Tests.Buildings.Quarters;

namespace DigitalTwin.Simulation.Tests.Buildings;

public class BuildingActionTests
{
    private const string Tower = "building/building/T", First = "building/building/B-0", North = "city/district/north";

    [Fact]
    public async Task Hot_days_need_cooling_and_no_heating()
    {
        var record = await RunAsync(Site(), []);
        Assert.True(Kpi(record, "building.cooling") > 0);
        Assert.Equal(0, Kpi(record, "building.heating"));
        Assert.Equal(0, Kpi(record, "building.photovoltaics"));
        Assert.True(Kpi(record, "building.peak-power") > 0);
        // Power over time is energy: the curve's sum is the KPI.
        var power = record.Series.Single(s => s.Name == "building.electricity");
        Assert.Equal(Kpi(record, "building.electricity"), power.Values.Sum() / 4, 1e-6 * Kpi(record, "building.electricity"));
    }

    [Fact]
    public async Task A_report_of_cold_days_draws_heating_and_one_of_hot_days_the_warmth_of_rooms()
    {
        var (hot, cold) = ((await RunAsync(Site(), [])).Layers.Single().Fields, (await RunAsync(Site(), [], new Heat(_ => 2))).Layers.Single().Fields);
        Assert.Equal(("indoor_temperature", KpiDirection.More), (hot[0].Name, hot[0].Worse));
        Assert.Equal(("heating", KpiDirection.More), (cold[0].Name, cold[0].Worse));
        Assert.Equal(KpiDirection.Less, cold.Single(f => f.Name == "indoor_temperature").Worse);
        Assert.Equal(hot.Select(f => f.Name).Order(), cold.Select(f => f.Name).Order());
    }

    [Fact]
    public async Task What_an_empty_office_reaches_at_night_is_not_the_hottest_building()
    {
        var record = await RunAsync(Site(), [], new Heat(_ => 42), days: 2);
        var fields = record.Layers.Single().Fields;
        var (air, people) = (fields.Single(f => f.Name == "indoor_temperature").Values, fields.Single(f => f.Name == "occupancy").Values);
        var (anywhere, withPeople) = (0.0, 0.0);
        for (var hour = 0; hour < air.Length; hour++)
            for (var b = 0; b < 12; b++)
            {
                anywhere = Math.Max(anywhere, air[hour][b]);
                if (people[hour][b] >= 0.2 * 6 * 400 / 25.0) withPeople = Math.Max(withPeople, air[hour][b]);
            }
        Assert.True(anywhere > withPeople + 1);
        // The layers are hourly, the KPI looks at every quarter of an hour.
        Assert.InRange(Kpi(record, "building.hottest"), withPeople, anywhere - 0.5);
        // The curve looks at the same buildings, and at the same instants as the KPI.
        var curve = record.Series.Single(s => s.Name == "building.hottest").Values;
        Assert.Equal(Kpi(record, "building.hottest"), curve.Where(double.IsFinite).Max());
    }

    [Fact]
    public async Task An_added_tower_is_there_from_its_event_on_with_its_people_and_its_shade()
    {
        var (without, with) = (await RunAsync(Site(), [], days: 2), await RunAsync(Site(), [Action(Noon, "build", Tower)], days: 2));
        var people = Field(with, "occupancy", Tower);
        Assert.All(people[..11], p => Assert.True(float.IsNaN(p)));
        Assert.All(people[12..], p => Assert.True(p >= 0));
        Assert.True(people[12..].Max() > 100);
        Assert.All(Field(without, "occupancy", Tower), p => Assert.True(float.IsNaN(p)));
        // North of the tower the second day's cooling is less; a block far away keeps its bits.
        Assert.True(Field(with, "cooling", First)[24..].Sum() < Field(without, "cooling", First)[24..].Sum());
        Assert.Equal(Field(without, "cooling", First)[..11], Field(with, "cooling", First)[..11]);
    }

    [Fact]
    public async Task What_is_demolished_uses_nothing_and_shades_nothing()
    {
        var (standing, gone) = (await RunAsync(Site(), [Action(0, "build", Tower)]), await RunAsync(Site(), [Action(0, "build", Tower), Action(Noon, "demolish", Tower)]));
        Assert.All(Field(gone, "power", Tower)[12..], p => Assert.True(float.IsNaN(p)));
        Assert.True(Kpi(gone, "building.electricity") < Kpi(standing, "building.electricity"));
        Assert.True(Field(gone, "cooling", First)[12..18].Sum() > Field(standing, "cooling", First)[12..18].Sum());
    }

    [Fact]
    public async Task A_retrofit_lowers_cooling_and_photovoltaics_lower_what_is_imported()
    {
        var (before, after) = (await RunAsync(Site(), []), await RunAsync(Site(), [Action(0, "retrofit", North, ("wall", 0.4), ("window", 1.8), ("solar-factor", 0.35), ("photovoltaics", 100))]));
        Assert.True(Kpi(after, "building.cooling") < Kpi(before, "building.cooling"));
        Assert.True(Kpi(after, "building.photovoltaics") > 0);
        Assert.True(Kpi(after, "building.photovoltaic-share") > 0);
        Assert.True(Kpi(after, "building.carbon") < Kpi(before, "building.carbon"));
    }

    [Fact]
    public async Task A_demand_response_cuts_power_while_it_lasts_and_rooms_get_warmer()
    {
        var response = Action(Noon, "demand-response", North, ("cooling", 3), ("shed", 30));
        var (before, after) = (await RunAsync(Site(), []), await RunAsync(Site(), [response, response with { Time = Noon + 4 * 3600, Undo = true }]));
        var (power, cut) = (Field(before, "power", First), Field(after, "power", First));
        Assert.Equal(power[..11], cut[..11]);
        for (var hour = 12; hour < 15; hour++) Assert.True(cut[hour] < power[hour]);
        Assert.True(Field(after, "indoor_temperature", First)[14] > Field(before, "indoor_temperature", First)[14]);
        // Beginnings and ends are in the log, one for the district.
        Assert.Equal(2, after.Log.Count(e => e.Kind == "action.demand-response"));
    }

    [Fact]
    public async Task Only_those_who_take_part_answer_to_the_grid()
    {
        var (all, half, none) = (await With(100), await With(50), await With(0));
        Assert.True(all < half && half < none);

        static async Task<double> With(double share) => Kpi(await RunAsync(Site(40), [Action(Noon, "demand-response", North, ("shed", 50), ("participation", share))]), "building.electricity");
    }

    [Fact]
    public async Task In_an_outage_nothing_is_drawn_from_the_grid_and_where_two_overlap_the_second_end_counts()
    {
        var (one, other) = (Action(Noon, "outage", First), Action(Noon + 3600, "outage", North));
        var record = await RunAsync(Site(), [one, other, one with { Time = Noon + 7200, Undo = true }, other with { Time = Noon + 4 * 3600, Undo = true }]);
        var power = Field(record, "power", First);
        Assert.All(power[12..15], p => Assert.Equal(0, p));
        Assert.True(power[11] > 0 && power[17] > 0);
    }

    [Fact]
    public async Task Set_points_and_uses_change_and_change_back()
    {
        var (warmer, housing) = (Action(Noon, "setpoint", First, ("cooling", 30)), Action(Noon, "change-use", "building/building/B-2", ("use", "residential")));
        var (before, after) = (await RunAsync(Site(), [], days: 2),
            await RunAsync(Site(), [warmer, warmer with { Time = Noon + 3 * 3600, Undo = true }, housing, housing with { Time = Noon + 86400, Undo = true }], days: 2));
        Assert.True(Field(after, "indoor_temperature", First)[13] > Field(before, "indoor_temperature", First)[13] + 1);
        // At 22:00 offices are empty and homes are full.
        Assert.True(Field(after, "occupancy", "building/building/B-2")[21] > 5 * Field(before, "occupancy", "building/building/B-2")[21]);
        Assert.Equal(Field(before, "occupancy", "building/building/B-2")[45], Field(after, "occupancy", "building/building/B-2")[45]);
    }

    [Fact]
    public async Task Dry_taps_give_no_water_but_people_go_on_wanting_it()
    {
        var (wet, dry) = (await RunAsync(Site(water: true), [], new Heat(HotDays, served: _ => 1)), await RunAsync(Site(water: true), [], new Heat(HotDays, served: time => time < Noon ? 1 : 0.25)));
        var (full, short_) = (Field(wet, "water_flow", First), Field(dry, "water_flow", First));
        Assert.Equal(full[..11], short_[..11]);
        for (var hour = 13; hour < 24; hour++) Assert.Equal(0.25 * full[hour], short_[hour], 1e-9);
    }

    [Fact]
    public async Task Who_is_on_the_road_is_missing_from_the_building_to_which_the_trip_leads()
    {
        var settings = new BuildingsSettings { PeopleByTrips = false };
        var (there, away) = (await RunAsync(Site(roads: true), [], new Heat(HotDays, missing: _ => 0)), await RunAsync(Site(roads: true), [], new Heat(HotDays, missing: _ => 50)));
        var unread = await RunAsync(Site(roads: true), [], new Heat(HotDays, missing: _ => 50), settings: settings);
        var noon = there.Series.Single(s => s.Name == "building.people").Values[50] - away.Series.Single(s => s.Name == "building.people").Values[50];
        Assert.Equal(50, noon, 1e-6);
        Assert.Equal(Kpi(there, "building.people"), Kpi(unread, "building.people"));
    }

    [Fact]
    public async Task What_differs_from_usual_water_is_nothing_on_a_usual_day_and_all_of_it_for_a_new_tower()
    {
        var (site, seen) = (Site(), 0);
        var profile = site.Uses[BuildingUse.Residential];
        await RunAsync(site, [Action(0, "build", Tower)], new Heat(HotDays)
        {
            Watch = (step, exchange) =>
            {
                var change = exchange.Now("building.water-change").Span;
                for (var b = 0; b < site.OnMap; b++) Assert.Equal(0, change[b], 1e-12);
                // 8 July 2025 is a Tuesday.
                var hour = 24 + (int)(step.Start / 3600);
                Assert.Equal(site.Buildings[^1].Occupants * profile.WaterPerPerson / 86400 * profile.Water[hour], change[^1], 1e-9);
                seen++;
            },
        });
        Assert.Equal(96, seen);
    }
}
