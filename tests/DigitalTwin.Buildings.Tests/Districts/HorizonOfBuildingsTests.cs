using DigitalTwin.Buildings.Sun;
using DigitalTwin.Buildings.Use;

namespace DigitalTwin.Buildings.Tests.Districts;

public class HorizonOfBuildingsTests
{
    private static readonly BuildingsModel Model = new(SomeBuildings.Of(20), UseProfiles.Shipped, SomeBuildings.Options);

    [Fact]
    public void Buildings_in_the_shade_need_less_cooling()
    {
        var (open, shaded) = (Model.InitialState(), Model.InitialState());
        for (var b = 0; b < shaded.Count; b++) shaded.SetHorizon(b, Around(Math.PI / 4));
        Summer(open);
        Summer(shaded);
        for (var b = 0; b < open.Count; b++)
            if (open.Total(b, BuildingQuantity.Cooling) > 0) Assert.True(shaded.Total(b, BuildingQuantity.Cooling) < open.Total(b, BuildingQuantity.Cooling));
    }

    [Fact]
    public void An_open_horizon_changes_no_bit()
    {
        var (one, other) = (Model.InitialState(), Model.InitialState());
        for (var b = 0; b < other.Count; b++) other.SetHorizon(b, Horizon.Open);
        Summer(one);
        Summer(other);
        Assert.Equal(Bytes(one), Bytes(other));
    }

    [Fact]
    public void A_renewed_building_stays_in_the_shade_and_so_does_one_that_was_loaded()
    {
        var kept = Model.InitialState();
        kept.SetHorizon(3, Around(1));
        kept.SetControl(3, kept.Control(3) with { Retrofit = new(Wall: 0.3) });
        var loaded = Model.InitialState();
        loaded.SetHorizon(3, Around(1));
        using (var stream = new MemoryStream(Bytes(kept)))
        using (var reader = new BinaryReader(stream)) loaded.Load(reader);
        var open = Model.InitialState();
        open.SetControl(3, open.Control(3) with { Retrofit = new(Wall: 0.3) });
        Summer(kept);
        Summer(loaded);
        Summer(open);
        Assert.Equal(Bytes(kept), Bytes(loaded));
        Assert.True(kept.Now(3, BuildingQuantity.AirTemperature) != open.Now(3, BuildingQuantity.AirTemperature) || kept.Total(3, BuildingQuantity.Cooling) < open.Total(3, BuildingQuantity.Cooling));
    }

    private static Horizon Around(double altitude)
    {
        var all = new float[Horizon.Sectors];
        Array.Fill(all, (float)altitude);
        return new Horizon(all);
    }

    private static void Summer(BuildingsState state)
    {
        const int first = 24 * 200;
        var weather = SomeBuildings.Weather(72, first);
        for (var hour = 0; hour < weather.Length; hour++) Model.Advance(state, weather.AsSpan(hour, 1), 3600.0 * (first + hour), 3600);
    }

    private static byte[] Bytes(BuildingsState state)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream)) state.Save(writer);
        return stream.ToArray();
    }
}
