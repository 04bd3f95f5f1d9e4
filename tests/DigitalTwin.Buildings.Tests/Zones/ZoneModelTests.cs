using DigitalTwin.Buildings.Bestest;
using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Sun;
using DigitalTwin.Buildings.Weather;
using DigitalTwin.Buildings.Zones;
using DigitalTwin.Buildings.Zones.Iso13790;
using DigitalTwin.Numerics.Sun;
using FsCheck;
using FsCheck.Fluent;

namespace DigitalTwin.Buildings.Tests.Zones;

public sealed class ZoneModelTests
{
    private static readonly ThermalZone Room = BestestCase.All.First(c => c.Name == "900").Zone;

    private static readonly SolarPosition Noon = new(0, -0.6, 0.8, 1), Night = new(0, 0, -1, 1);

    private static readonly Outdoors Summer = new(30, 50, 700, 150, 12, 15, 3), Winter = new(-5, 60, 0, 0, -20, 8, 4);

    [Fact]
    public void Heat_is_conserved_at_every_step()
    {
        var model = new ZoneModel(Room with { FloorArea = 200 });
        Prop.ForAll(
            (from air in Gen.Choose(-30, 45) from direct in Gen.Choose(0, 1000) from diffuse in Gen.Choose(0, 400) from wind in Gen.Choose(0, 30)
             from gains in Gen.Choose(0, 5000) from up in Gen.Choose(-50, 99) from fan in Gen.Choose(0, 20)
             select (air, direct, diffuse, wind, gains, up / 100.0, fan / 10.0)).ToArbitrary(),
            c =>
            {
                var state = model.InitialState(20);
                var sun = new SolarPosition(0, -Math.Sqrt(1 - (c.Item6 * c.Item6)), c.Item6, 1);
                var residual = 0.0;
                for (var k = 0; k < 20; k++)
                {
                    var step = model.Advance(state, new(c.air, 50, c.direct, c.diffuse, c.air - 15, 10, c.wind), sun, new(c.gains, c.gains, new(20, 26, 3000, 3000), c.Item7), 900);
                    residual = Math.Max(residual, Math.Abs(step.Balance.Residual) / (1000 + Math.Abs(step.Balance.Outside)));
                }
                return residual < 1e-9;
            }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Nothing_changes_where_everything_is_as_warm_as_everything_else()
    {
        var model = new ZoneModel(Room);
        var state = model.InitialState(13);
        for (var k = 0; k < 100; k++) model.Advance(state, new(13, 50, 0, 0, 13, 13, 3), Night, new(0, 0, SetPoints.FreeFloat), 3600);
        Assert.Equal(13, state.Air, 10);
        Assert.Equal(13, state.Radiant, 10);
    }

    [Fact]
    public void A_set_point_is_held_and_a_capacity_is_not_passed()
    {
        var model = new ZoneModel(Room);
        var state = model.InitialState(20);
        var held = model.Advance(state, Winter, Night, new(0, 0, new(20, 27)), 600);
        Assert.Equal(20, held.Air, 9);
        Assert.True(held is { Heating: > 0, Cooling: 0 });
        var weak = model.Advance(state, Winter, Night, new(0, 0, new(20, 27, 500)), 3600);
        Assert.Equal(500, weak.Heating, 9);
        Assert.True(state.Air < 20);
        var hot = model.InitialState(30);
        Assert.Equal(800, model.Advance(hot, Summer, Noon, new(0, 0, new(20, 26, 0, 800)), 600).Cooling, 9);
    }

    [Fact]
    public void A_state_that_was_written_and_read_goes_on_with_the_same_bits()
    {
        var model = new ZoneModel(Room);
        var one = model.InitialState(18);
        var controls = new ZoneControls(100, 100, new(20, 26));
        for (var k = 0; k < 10; k++) model.Advance(one, Summer, Noon, controls, 3600);
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true)) one.WriteTo(writer);
        stream.Position = 0;
        var other = model.InitialState();
        other.ReadFrom(new BinaryReader(stream));
        var copy = one.Clone();
        for (var k = 0; k < 10; k++)
        {
            var step = model.Advance(one, Winter, Night, controls, 3600);
            Assert.Equal(step, model.Advance(other, Winter, Night, controls, 3600));
            Assert.Equal(step, model.Advance(copy, Winter, Night, controls, 3600));
        }
        stream.Position = 0;
        Assert.Throws<InvalidDataException>(() => new ZoneModel(BestestCase.All[0].Zone).InitialState().ReadFrom(new BinaryReader(stream)));
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        var model = new ZoneModel(Room);
        var state = model.InitialState();
        var controls = new ZoneControls(100, 100, new(20, 26));
        for (var k = 0; k < 50; k++) model.Advance(state, Summer, Noon, controls, 3600);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var k = 0; k < 100; k++) model.Advance(state, Summer, Noon, controls, 3600);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void More_storeys_store_more_and_swing_less()
    {
        double Swing(ThermalZone zone)
        {
            var model = new ZoneModel(zone);
            var state = model.InitialState(20);
            double low = 99, high = -99;
            for (var hour = 0; hour < 240; hour++)
            {
                var day = hour % 24 is >= 8 and < 18;
                var air = model.Advance(state, day ? Summer : Summer with { AirTemperature = 18, DirectNormal = 0, DiffuseHorizontal = 0 }, day ? Noon : Night, new(0, 0, SetPoints.FreeFloat), 3600).Air;
                if (hour >= 216) (low, high) = (Math.Min(low, air), Math.Max(high, air));
            }
            return high - low;
        }
        var light = Room with { Opaque = [.. Room.Opaque.Select(s => s with { Construction = null })], Mass = ThermalMass.VeryLight };
        Assert.True(Swing(light with { FloorArea = 144 }) < 0.95 * Swing(light));
        Assert.True(Swing(light with { Mass = ThermalMass.Heavy }) < 0.9 * Swing(light));
    }

    [Fact]
    public void At_rest_and_with_constant_films_both_models_need_the_same_heat()
    {
        var zone = Room with { Opaque = [.. Room.Opaque.Select(s => s with { Construction = null, UValue = 0.5 })], Windows = [.. Room.Windows.Select(w => w with { Glass = null, UValue = 2.2 })] };
        var model = new ZoneModel(zone, new() { Films = FilmModel.Constant });
        var state = model.InitialState(20);
        var detailed = default(ZoneStep);
        var p = Rc5Parameters.Of(zone);
        var (mass, simple) = (20.0, default(Rc5Answer));
        for (var hour = 0; hour < 5000; hour++)
        {
            detailed = model.Advance(state, new(0, 50, 0, 0, 0, 0, 0), Night, new(0, 0, new(20, 27)), 3600);
            mass = (simple = Rc5Zone.Advance(p, mass, new(0, 0, 0, zone.Infiltration * p.Ventilation, 0, 0), new(20, 27), 3600)).Mass;
        }
        Assert.Equal(simple.Load, detailed.Heating, 0.05 * simple.Load);
    }

    [Fact]
    public void Shades_overhangs_and_neighbours_keep_the_sun_out()
    {
        double Through(ThermalZone zone, ZoneOptions? options = null, double down = 0)
        {
            var model = new ZoneModel(zone, options);
            return model.Advance(model.InitialState(), Summer, Noon, new(0, 0, SetPoints.FreeFloat, ShadesDown: down), 600).Transmitted;
        }
        var open = Through(Room);
        Assert.True(open > 1000);
        var shaded = Room with { Windows = [.. Room.Windows.Select(w => w with { ShadeFactor = 0.3 })] };
        Assert.Equal(0.3 * open, Through(shaded, down: 1), 9);
        Assert.Equal(open, Through(shaded), 9);
        Assert.True(Through(Room with { Windows = [.. Room.Windows.Select(w => w with { Overhang = 1 })] }) < 0.7 * open);
        var wall = new float[Horizon.Sectors];
        Array.Fill(wall, 1.2f);
        Assert.True(Through(Room, new() { Horizons = _ => new Horizon(wall) }) < 0.3 * open);
    }

    [Fact]
    public void What_cannot_be_is_refused_with_a_sentence()
    {
        Assert.Contains("found 0 m2", Assert.Throws<ArgumentException>(() => new ZoneModel(Room with { FloorArea = 0 })).Message, StringComparison.Ordinal);
        Assert.Contains("area above 0", Assert.Throws<ArgumentException>(() => new ZoneModel(Room with { Opaque = [Room.Opaque[0] with { Area = 0 }] })).Message, StringComparison.Ordinal);
        Assert.Contains("'bad'", Assert.Throws<ArgumentException>(() => new ZoneModel(Room with { Opaque = [Room.Opaque[0] with { Construction = new("bad", [new("x", 0, 1, 1, 1)]) }] })).Message, StringComparison.Ordinal);
        Assert.Contains("U-value", Assert.Throws<ArgumentException>(() => new ZoneModel(Room with { Opaque = [Room.Opaque[0] with { Construction = null, UValue = 0 }] })).Message, StringComparison.Ordinal);
        Assert.Contains("emittance", Assert.Throws<ArgumentException>(() => new ZoneModel(Room, new() { InnerEmittance = 2 })).Message, StringComparison.Ordinal);
        var model = new ZoneModel(Room);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Advance(model.InitialState(), Summer, Noon, default, 0));
        var lacking = Summer with { SkyTemperature = double.NaN };
        Assert.Contains("no number", Assert.Throws<ArgumentException>(() => model.Advance(model.InitialState(), lacking, Noon, default, 600)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sun_that_enters_ends_somewhere()
    {
        var shares = SolarShares.Of([0, 1, 0], [10, 20, 5], [0.6, 0.5, 0.9]);
        Assert.Equal(1, shares.Sum(), 12);
        Assert.True(shares[1] > 0.5 && shares[0] > 0 && shares[2] > 0);
        Assert.Equal(1, SolarShares.Of([1], [10], [0.5]).Sum(), 12);
    }

    /// <summary>A black face of a cube loses σ A (T⁴ - mean of the five others); with the mean of all six, itself included, that is 6/5 of the difference.</summary>
    [Fact]
    public void A_face_of_a_cube_exchanges_six_fifths_of_its_difference_from_the_mean()
    {
        var cube = RadiantStar.Factors([1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1]);
        Assert.All(cube, f => Assert.Equal(1.2, f, 9));
        var grey = RadiantStar.Factors([1, 1, 1, 1, 1, 1], [0.9, 0.9, 0.9, 0.9, 0.9, 0.9]);
        Assert.All(grey, f => Assert.Equal(1 / ((1 / 1.2) + (0.1 / 0.9)), f, 9));
    }
}
