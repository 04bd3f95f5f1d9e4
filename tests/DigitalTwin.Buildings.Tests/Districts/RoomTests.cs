using DigitalTwin.Buildings.Districts;
using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Schedules;
using DigitalTwin.Buildings.Sun;
using DigitalTwin.Buildings.Use;
using DigitalTwin.Buildings.Weather;
using DigitalTwin.Buildings.Zones.Iso13790;
using DigitalTwin.Numerics.Sun;

namespace DigitalTwin.Buildings.Tests.Districts;

public class RoomTests
{
    private static readonly UseProfile Nobody = UseProfiles.Shipped[BuildingUse.Other] with
    {
        Occupancy = WeekProfile.Constant(0), Lighting = WeekProfile.Constant(0), Equipment = WeekProfile.Constant(0), HeatingSetPoint = WeekProfile.Constant(20), CoolingSetPoint = WeekProfile.Constant(26),
        HeatingCapacity = 1e6, CoolingCapacity = 1e6,
    };

    [Fact]
    public void Under_steady_cold_and_dark_heating_is_the_heat_that_the_envelope_loses()
    {
        var building = SomeBuildings.Of(1)[0] with { Use = BuildingUse.Other };
        var model = new BuildingsModel([building], UseProfiles.Shipped.With(Nobody), SomeBuildings.Options);
        var state = model.InitialState();
        var cold = new Outdoors(-5, 80, 0, 0, -5, -5, 2);
        model.Advance(state, [.. Enumerable.Repeat(cold, 24 * 200)], 0, 3600, 24 * 200, []);
        var p = Rc5Parameters.Of(building.Zone);
        var behindSurface = p.Windows + (1 / ((1 / p.MassToSurface) + (1 / p.OutdoorsToMass)));
        var loss = (p.Ventilation * building.Zone.Infiltration) + (1 / ((1 / p.SurfaceToAir) + (1 / behindSurface)));
        Assert.Equal(25 * loss, state.Now(0, BuildingQuantity.Heating), 1e-6 * loss);
        Assert.Equal(20, state.Now(0, BuildingQuantity.AirTemperature), 1e-9);
    }

    [Theory]
    [InlineData(137, 90)]
    [InlineData(45, 90)]
    [InlineData(170, 30)]
    [InlineData(0, 0)]
    public void Sun_that_lights_both_directions_beside_a_wall_warms_it_exactly(double azimuth, double tilt)
    {
        var surface = new OpaqueSurface { Kind = SurfaceKind.Wall, Area = 100, Azimuth = azimuth, Tilt = tilt, UValue = 1 };
        var zone = new ThermalZone { FloorArea = 100, Volume = 270, Opaque = [surface], Windows = [] };
        var row = new double[Lane.Count];
        EnvelopeColumns.Write(zone, Horizon.Open, row);
        // Eleven in summer: the sun stands in the east to south.
        var weather = new Outdoors(30, 60, 700, 0, 30, 20, 2, Albedo: 0);
        var begin = 3600.0 * ((24 * 172) + 10.5);
        var sky = new SkyOnSectors(SomeBuildings.Options).At(weather, begin, 3600);
        var sun = SolarPosition.MeanOver(SolarPosition.Day(SomeBuildings.Options.Clock.Start) + (begin / 86400), 3600, 30.5, 114.3);
        var expected = Rc5Surfaces.Aperture(surface) * Sky.Of(weather, sun).On(Plane.Of(azimuth, tilt)).Direct;
        Assert.True(expected > 0);
        Assert.Equal(expected, PlainStep.SolarGains(row, sky, new UseStep()), 1e-9 * expected);
    }

    [Fact]
    public void A_horizon_above_the_sun_takes_its_beam_and_a_part_of_the_sky()
    {
        var zone = SomeBuildings.Of(1)[0].Zone;
        var weather = new Outdoors(30, 60, 700, 200, 30, 20, 2);
        var sky = new SkyOnSectors(SomeBuildings.Options).At(weather, 3600.0 * ((24 * 172) + 9), 3600);
        var (open, walled) = (new double[Lane.Count], new double[Lane.Count]);
        EnvelopeColumns.Write(zone, Horizon.Open, open);
        EnvelopeColumns.Write(zone, new Horizon([.. Enumerable.Repeat(1.5f, Horizon.Sectors)]), walled);
        var (free, hidden) = (PlainStep.SolarGains(open, sky, new UseStep()), PlainStep.SolarGains(walled, sky, new UseStep()));
        // What is left is the ground before it, which lies in the sun.
        Assert.InRange(hidden, 0.01 * free, 0.35 * free);
    }

    [Fact]
    public void The_district_heats_and_cools_as_the_plain_zone_with_glass_of_its_own_does()
    {
        var building = SomeBuildings.Of(3)[2] with { Use = BuildingUse.Other };
        building = building with { Zone = building.Zone with { Windows = [.. building.Zone.Windows.Select(w => w with { ShadeFactor = 1 })] } };
        var model = new BuildingsModel([building], UseProfiles.Shipped.With(Nobody), SomeBuildings.Options);
        var (state, weather) = (model.InitialState(), SomeBuildings.Weather(8760));
        model.Advance(state, weather, 0, 3600, weather.Length, []);
        var (p, sun, mass, heating, cooling) = (Rc5Parameters.Of(building.Zone), new Rc5Sun(building.Zone), 20.0, 0.0, 0.0);
        var start = SolarPosition.Day(SomeBuildings.Options.Clock.Start);
        for (var h = 0; h < weather.Length; h++)
        {
            var w = weather[h];
            var gains = sun.Gains(Sky.Of(w, SolarPosition.MeanOver(start + (h / 24.0), 3600, 30.5, 114.3)), w.AirTemperature, w.SkyTemperature);
            var drive = new Rc5Drive(w.AirTemperature, p.BehindOpaque(w.AirTemperature, w.GroundTemperature), w.AirTemperature, p.Ventilation * building.Zone.Infiltration, 0, gains);
            var answer = Rc5Zone.Advance(p, mass, drive, new(20, 26), 3600);
            mass = answer.Mass;
            (heating, cooling) = (heating + Math.Max(0, answer.Load), cooling + Math.Max(0, -answer.Load));
        }
        Assert.InRange(state.Total(0, BuildingQuantity.Heating) / 3600, 0.97 * heating, 1.03 * heating);
        Assert.InRange(state.Total(0, BuildingQuantity.Cooling) / 3600, 0.97 * cooling, 1.03 * cooling);
    }

    [Fact]
    public void Steps_of_five_minutes_come_to_the_year_of_hours()
    {
        var model = new BuildingsModel(SomeBuildings.Of(8), UseProfiles.Shipped, SomeBuildings.Options);
        var weather = SomeBuildings.Weather(24 * 14, 4500);
        var (hours, minutes) = (model.InitialState(), model.InitialState());
        model.Advance(hours, weather, 0, 3600, weather.Length, []);
        for (var h = 0; h < weather.Length; h++) model.Advance(minutes, [.. Enumerable.Repeat(weather[h], 12)], 3600.0 * h, 300, 12, []);
        for (var b = 0; b < 8; b++)
        {
            var expected = hours.Total(b, BuildingQuantity.Cooling);
            Assert.InRange(minutes.Total(b, BuildingQuantity.Cooling), 0.93 * expected, 1.07 * expected);
            Assert.Equal(hours.Total(b, BuildingQuantity.Lighting), minutes.Total(b, BuildingQuantity.Lighting), 1e-6 * hours.Total(b, BuildingQuantity.Lighting));
        }
    }
}
