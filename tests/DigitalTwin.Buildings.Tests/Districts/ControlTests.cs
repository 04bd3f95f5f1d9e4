using DigitalTwin.Buildings.Districts;
using DigitalTwin.Buildings.Use;

namespace DigitalTwin.Buildings.Tests.Districts;

public class ControlTests
{
    private const int Office = 6, Hours = 24 * 7;

    private static readonly BuildingsModel Model = new(SomeBuildings.Of(64), UseProfiles.Shipped, SomeBuildings.Options);

    /// <summary>A hot week and a cold week of one building under a control.</summary>
    private static (BuildingsState Hot, BuildingsState Cold) Weeks(int building, Func<BuildingControl, BuildingControl> set)
    {
        return (Week(4600), Week(200));

        BuildingsState Week(int first)
        {
            var state = Model.InitialState();
            state.SetControl(building, set(state.Control(building)));
            Model.Advance(state, SomeBuildings.Weather(Hours, first), 3600.0 * first, 3600, Hours, []);
            return state;
        }
    }

    [Fact]
    public void What_is_bought_less_what_is_sold_is_what_is_used_less_what_the_roof_gives()
    {
        var (hot, _) = Weeks(0, c => c with { Photovoltaics = 2e5 });
        for (var b = 0; b < hot.Count; b++)
        {
            BuildingQuantity[] used = [BuildingQuantity.HeatingElectricity, BuildingQuantity.CoolingElectricity, BuildingQuantity.Lighting, BuildingQuantity.Equipment, BuildingQuantity.HotWaterElectricity];
            var net = used.Sum(q => hot.Total(b, q)) - hot.Total(b, BuildingQuantity.Photovoltaics);
            Assert.Equal(net, hot.Total(b, BuildingQuantity.Import) - hot.Total(b, BuildingQuantity.Export), 1e-9 * hot.Total(b, BuildingQuantity.Equipment));
        }
        Assert.True(hot.Total(0, BuildingQuantity.Export) > 0);
    }

    [Fact]
    public void A_raised_cooling_set_point_saves_electricity_and_makes_it_warmer()
    {
        var (usual, _) = Weeks(Office, c => c);
        var (raised, _) = Weeks(Office, c => c with { CoolingOffset = 2 });
        Assert.True(raised.Total(Office, BuildingQuantity.CoolingElectricity) < 0.95 * usual.Total(Office, BuildingQuantity.CoolingElectricity));
        Assert.True(raised.Total(Office, BuildingQuantity.AirTemperature) > usual.Total(Office, BuildingQuantity.AirTemperature));
        // Nobody else notices.
        Assert.Equal(usual.Total(Office + 1, BuildingQuantity.Import), raised.Total(Office + 1, BuildingQuantity.Import));
    }

    [Fact]
    public void Without_electricity_nothing_runs_and_it_gets_as_cold_as_it_may()
    {
        var (_, usual) = Weeks(Office, c => c);
        var (_, dark) = Weeks(Office, c => c with { IsPowered = false });
        foreach (var q in new[] { BuildingQuantity.Import, BuildingQuantity.Heating, BuildingQuantity.Lighting, BuildingQuantity.HotWaterElectricity, BuildingQuantity.Photovoltaics }) Assert.Equal(0, dark.Total(Office, q));
        Assert.True(dark.Extreme(Office, BuildingExtreme.ColdestNegated) > usual.Extreme(Office, BuildingExtreme.ColdestNegated));
        Assert.True(dark.Total(Office, BuildingQuantity.Water) > 0);
    }

    [Fact]
    public void A_better_envelope_needs_less_heat()
    {
        var (_, usual) = Weeks(Office, c => c);
        var (_, renewed) = Weeks(Office, c => c with { Retrofit = new(Wall: 0.2, Roof: 0.15, Window: 1.1, Infiltration: 0.1) });
        Assert.True(renewed.Total(Office, BuildingQuantity.Heating) < 0.9 * usual.Total(Office, BuildingQuantity.Heating));
    }

    [Fact]
    public void What_is_not_built_needs_nothing_and_counts_no_hours()
    {
        var (hot, cold) = Weeks(Office, c => c with { IsActive = false });
        foreach (var state in new[] { hot, cold })
            foreach (var q in Enum.GetValues<BuildingQuantity>().Where(q => q < BuildingQuantity.AirTemperature)) Assert.Equal(0, state.Total(Office, q));
    }

    [Fact]
    public void Water_follows_the_people_who_are_there_and_what_the_network_gives()
    {
        var (usual, _) = Weeks(1, c => c);
        var (full, _) = Weeks(1, c => c with { PeopleFactor = 1.5 });
        var (short_, _) = Weeks(1, c => c with { WaterSupply = 0.4 });
        Assert.Equal(1.5 * usual.Total(1, BuildingQuantity.Water), full.Total(1, BuildingQuantity.Water), 1e-9);
        Assert.Equal(0.4 * usual.Total(1, BuildingQuantity.Water), short_.Total(1, BuildingQuantity.Water), 1e-9);
        var (counted, _) = Weeks(1, c => c with { People = 7 });
        Assert.Equal(7.0 * Hours * 3600, counted.Total(1, BuildingQuantity.Occupants), 1e-6);
    }

    [Fact]
    public void A_week_draws_seven_times_the_daily_quota_of_all_who_belong_there()
    {
        var (usual, _) = Weeks(0, c => c);
        foreach (var use in Enum.GetValues<BuildingUse>())
        {
            var b = Enumerable.Range(0, Model.Buildings.Count).First(i => Model.Buildings[i].Use == use);
            var quota = 7 * Model.Buildings[b].Occupants * Model.Uses[use].WaterPerPerson;
            // Hours in which nearly nobody is there draw for those who are: a little less than the quota.
            Assert.InRange(usual.Total(b, BuildingQuantity.Water), 0.9 * quota, 1.0001 * quota);
        }
    }

    [Fact]
    public void A_change_of_use_moves_a_building_without_touching_the_others()
    {
        var state = Model.InitialState();
        Model.Advance(state, SomeBuildings.Weather(24), 0, 3600, 24, []);
        var before = Enumerable.Range(0, state.Count).Select(b => state.MassTemperature(b)).ToArray();
        state.SetControl(Office, state.Control(Office) with { Use = BuildingUse.Hotel });
        Assert.Equal(before, Enumerable.Range(0, state.Count).Select(b => state.MassTemperature(b)));
        Model.Advance(state, SomeBuildings.Weather(24, 24), 24 * 3600, 3600, 24, []);
        Assert.Equal(Model.Buildings[Office].Zone.FloorArea / 20 * Model.Uses[BuildingUse.Hotel].Occupancy[47], state.Now(Office, BuildingQuantity.Occupants), 1e-9);
    }

    [Fact]
    public void What_cannot_be_set_is_refused_with_a_sentence_and_changes_nothing()
    {
        var state = Model.InitialState();
        var before = BuildingsModelTests.Bytes(state);
        var control = state.Control(2);
        foreach (var wrong in new[] { control with { LoadFactor = 1.2 }, control with { WaterSupply = -1 }, control with { Use = (BuildingUse)99 }, control with { Retrofit = new(Wall: 0) }, control with { CoolingOffset = double.NaN } })
            Assert.Contains(Model.Buildings[2].Id, Assert.Throws<ArgumentException>(() => state.SetControl(2, wrong)).Message, StringComparison.Ordinal);
        Assert.Equal(before, BuildingsModelTests.Bytes(state));
    }

    [Fact]
    public void A_block_holds_what_lane_says()
    {
        Assert.Equal(Lane.Quantities, Enum.GetValues<BuildingQuantity>().Length);
        Assert.Equal(Lane.Extremes, Enum.GetValues<BuildingExtreme>().Length);
    }
}
