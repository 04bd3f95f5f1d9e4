using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Zones.Iso13790;

namespace DigitalTwin.Buildings.Tests.Zones;

public sealed class Iso13790Tests
{
    private static readonly ThermalZone Hut = new()
    {
        FloorArea = 48,
        Volume = 129.6,
        Opaque =
        [
            new() { Kind = SurfaceKind.Wall, Area = 63.6, UValue = 0.53 }, new() { Kind = SurfaceKind.Roof, Tilt = 0, Area = 48, UValue = 0.33 },
            new() { Kind = SurfaceKind.Floor, Tilt = 180, Exposure = Exposure.Ground, Area = 48, UValue = 0.4 },
        ],
        Windows = [new() { Area = 12, Azimuth = 180, UValue = 3.1, SolarFactor = 0.77 }],
    };

    [Fact]
    public void Heat_that_holds_a_set_point_for_ever_is_transmittance_times_difference()
    {
        var p = Rc5Parameters.Of(Hut);
        var drive = new Rc5Drive(-5, p.BehindOpaque(-5, 10), -5, 0.5 * p.Ventilation, 0, 0);
        var answer = default(Rc5Answer);
        var mass = 10.0;
        for (var hour = 0; hour < 5000; hour++) mass = (answer = Rc5Zone.Advance(p, mass, drive, new SetPoints(20, 26), 3600)).Mass;
        Assert.Equal(20, answer.Air, 9);

        // Without gains the net heat through every conductance adds up to the load.
        var lost = (p.OutdoorsToMass * (answer.Mass - drive.BehindOpaque)) + (p.Windows * (answer.Surface + 5)) + (drive.Ventilation * 25);
        Assert.Equal(answer.Load, lost, 6);
        Assert.InRange(answer.Load, 0.85 * 25 * (drive.Ventilation + p.Windows + (p.Opaque * 0.9)), 25 * (drive.Ventilation + p.Windows + p.Opaque));
    }

    [Fact]
    public void A_zone_without_heat_takes_the_temperature_around_it()
    {
        var p = Rc5Parameters.Of(Hut);
        var mass = 30.0;
        for (var hour = 0; hour < 5000; hour++) mass = Rc5Zone.Advance(p, mass, new(7, 7, 7, p.Ventilation, 0, 0), SetPoints.FreeFloat, 3600).Mass;
        Assert.Equal(7, mass, 9);
    }

    [Fact]
    public void A_closed_zone_without_ventilation_has_finite_temperatures()
    {
        var answer = Rc5Zone.Step(Rc5Parameters.Of(Hut), 20, new(0, 0, 0, 0, 100, 50), 0, 3600);
        Assert.True(double.IsFinite(answer.Air + answer.Surface + answer.Mass));
    }

    [Fact]
    public void Heating_stops_at_its_capacity_and_the_air_stays_colder()
    {
        var p = Rc5Parameters.Of(Hut);
        var answer = Rc5Zone.Advance(p, 5, new(-5, -5, -5, p.Ventilation, 0, 0), new(20, 26, 1000, 1000), 3600);
        Assert.Equal(1000, answer.Load);
        Assert.True(answer.Air < 20);
    }

    [Fact]
    public void The_mass_decays_with_the_time_constant_of_its_capacity_and_conductances()
    {
        var p = Rc5Parameters.Of(Hut);
        double h1 = p.SurfaceToAir * 20 / (p.SurfaceToAir + 20), h2 = h1 + p.Windows, h3 = h2 * p.MassToSurface / (h2 + p.MassToSurface);
        var tau = p.Capacity / (h3 + p.OutdoorsToMass);
        var mass = 10.0;
        for (var k = 0; k < 1000; k++) mass = Rc5Zone.Step(p, mass, new(0, 0, 0, 20, 0, 0), 0, tau / 1000).Mass;
        Assert.Equal(10 / Math.E, mass, 5);
    }

    [Fact]
    public void Layers_count_to_ten_centimetres_or_to_the_insulation()
    {
        MaterialLayer siding = new("siding", 0.009, 0.14, 530, 900), foam = new("foam", 0.0615, 0.04, 10, 1400), block = new("block", 0.1, 0.51, 1400, 1000);
        Assert.Equal(140_000, EffectiveCapacity.OfLayers(new("heavy wall", [siding, foam, block])), 6);
        Assert.Equal(70_000, EffectiveCapacity.OfLayers(new("bare wall", [block])), 6);
        Assert.Equal(140_000, EffectiveCapacity.OfLayers(new("thick wall", [block with { Thickness = 0.3 }])), 6);
    }

    [Fact]
    public void An_envelope_that_does_not_fit_its_floor_is_refused_with_both_numbers()
    {
        var told = Assert.Throws<ArgumentException>(() => Rc5Parameters.Of(Hut with { FloorArea = 1 }));
        Assert.Contains("W/K", told.Message, StringComparison.Ordinal);
    }
}
