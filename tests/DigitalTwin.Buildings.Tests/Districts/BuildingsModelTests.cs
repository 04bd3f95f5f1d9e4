using DigitalTwin.Buildings.Districts;
using DigitalTwin.Buildings.Use;

namespace DigitalTwin.Buildings.Tests.Districts;

public class BuildingsModelTests
{
    private const double Hour = 3600;

    [Fact]
    public void Every_building_of_a_district_does_what_the_plain_definition_says()
    {
        var buildings = SomeBuildings.Of(70);
        var model = new BuildingsModel(buildings, UseProfiles.Shipped, SomeBuildings.Options);
        var state = model.InitialState();
        var weather = SomeBuildings.Weather(24 * 20, 100);
        var mass = Enumerable.Repeat(20.0, buildings.Length).ToArray();
        var total = new double[buildings.Length * Lane.Quantities];
        var (row, now) = (new double[Lane.Count], new double[Lane.Quantities]);
        var skies = new SkyOnSectors(model.Options);
        for (var hour = 0; hour < weather.Length; hour++)
        {
            model.Advance(state, weather.AsSpan(hour, 1), Hour * hour, Hour);
            var sky = skies.At(weather[hour], Hour * hour, Hour);
            for (var b = 0; b < buildings.Length; b++)
            {
                model.Row(b, row);
                var use = UseStepMaker.Of(model.Uses[buildings[b].Use], model.Options, weather[hour], sky.OnPhotovoltaics, 1.204 * 1006, Hour * hour, Hour);
                PlainStep.Advance(row, ref mass[b], sky, use, now);
                Near(mass[b], state.MassTemperature(b), 1e-10);
                for (var q = 0; q < Lane.Quantities; q++)
                {
                    total[(b * Lane.Quantities) + q] += now[q] * Hour;
                    Near(now[q], state.Now(b, (BuildingQuantity)q), 1e-9 * (1 + model.Buildings[b].Zone.FloorArea));
                }
            }
        }
        for (var b = 0; b < buildings.Length; b++)
            for (var q = 0; q < Lane.Quantities; q++) Near(total[(b * Lane.Quantities) + q], state.Total(b, (BuildingQuantity)q), 1e-9 * (1 + Math.Abs(total[(b * Lane.Quantities) + q])));
    }

    [Fact]
    public void Steps_at_once_give_the_bits_of_steps_one_by_one()
    {
        var model = new BuildingsModel(SomeBuildings.Of(100), UseProfiles.Shipped, SomeBuildings.Options);
        var (one, many) = (model.InitialState(), model.InitialState());
        var weather = SomeBuildings.Weather(130);
        for (var hour = 0; hour < weather.Length; hour++) model.Advance(one, weather.AsSpan(hour, 1), Hour * hour, Hour);
        model.Advance(many, weather, 0, Hour, weather.Length, []);
        Assert.Equal(Bytes(one), Bytes(many));
    }

    [Fact]
    public void A_city_cut_into_parts_keeps_every_bit_and_its_sums()
    {
        var buildings = SomeBuildings.Of(150);
        var weather = SomeBuildings.Weather(60, 4000);
        var (whole, sums) = Run(buildings);
        var (parts, added) = (new List<BuildingsState>(), new double[sums.Length]);
        foreach (var part in buildings.Chunk(37))
        {
            var (state, some) = Run(part);
            parts.Add(state);
            for (var i = 0; i < added.Length; i++) added[i] += some[i];
        }
        Assert.Equal(sums, added);
        for (var b = 0; b < buildings.Length; b++)
            foreach (var quantity in Enum.GetValues<BuildingQuantity>()) Assert.Equal(whole.Total(b, quantity), parts[b / 37].Total(b % 37, quantity));

        (BuildingsState State, double[] Sums) Run(Building[] some)
        {
            var model = new BuildingsModel(some, UseProfiles.Shipped, SomeBuildings.Options);
            var (state, all) = (model.InitialState(), new double[weather.Length * Lane.Quantities]);
            model.Advance(state, weather, 0, Hour, weather.Length, all);
            return (state, all);
        }
    }

    [Fact]
    public void A_state_is_read_back_to_the_bit_with_all_that_is_set()
    {
        var model = new BuildingsModel(SomeBuildings.Of(50), UseProfiles.Shipped, SomeBuildings.Options);
        var weather = SomeBuildings.Weather(48);
        var state = model.InitialState();
        state.SetControl(3, state.Control(3) with { Use = BuildingUse.Hospital, CoolingOffset = 2, People = 12 });
        state.SetControl(5, state.Control(5) with { Retrofit = new(Wall: 0.3, Window: 1.8), Photovoltaics = 9000, IsPowered = false });
        state.SetControl(7, state.Control(7) with { IsActive = false });
        model.Advance(state, weather.AsSpan(0, 24), 0, Hour, 24, []);
        var written = Bytes(state);
        var read = model.InitialState();
        read.Load(new(new MemoryStream(written)));
        Assert.Equal(written, Bytes(read));
        var copy = state.Clone();
        foreach (var other in new[] { state, read, copy }) model.Advance(other, weather.AsSpan(24), 24 * Hour, Hour, 24, []);
        Assert.Equal(Bytes(state), Bytes(read));
        Assert.Equal(Bytes(state), Bytes(copy));
    }

    internal static byte[] Bytes(BuildingsState state)
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory)) state.Save(writer);
        return memory.ToArray();
    }

    private static void Near(double expected, double found, double tolerance) => Assert.InRange(found, expected - tolerance, expected + tolerance);
}
