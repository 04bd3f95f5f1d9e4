using System.Numerics;
using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Weather;
using DigitalTwin.Buildings.Zones;
using DigitalTwin.Buildings.Zones.Iso13790;
using DigitalTwin.Numerics.Sun;

namespace DigitalTwin.Buildings.Tests.Zones;

/// <summary>What can be worked out by hand: one wall alone exchanges no radiation with itself, so that its inner film is convection, 2.5 W/(m² K) with constant films, and its outer one to the ground 25.</summary>
public sealed class ZonePhysicsTests
{
    private const double Inside = 2.5, Outside = 25;

    private static readonly MaterialLayer Concrete = new("concrete", 0.2, 1.6, 2300, 1000), Wool = new("wool", 0.1, 0.04, 30, 1000), Plaster = new("plaster", 0.015, 0.5, 1300, 1000);

    private static readonly SolarPosition Night = new(0, 0, -1, 1);

    private static readonly ZoneOptions Constant = new() { Films = FilmModel.Constant, Furniture = 0, LongestStep = 300 };

    private static ThermalZone OneWall(Exposure exposure, double area, params MaterialLayer[] layers)
    {
        Construction construction = new("wall", layers);
        return new()
        {
            // Next to nothing but the wall.
            FloorArea = 1e-10,
            Volume = 1e-6,
            Infiltration = 0,
            Windows = [],
            Opaque = [new() { Kind = SurfaceKind.Wall, Exposure = exposure, Area = area, UValue = 1 / (construction.Resistance + 0.17), Construction = construction }],
        };
    }

    private static Outdoors Ground(double temperature) => new(0, 50, 0, 0, 0, temperature, 0);

    private static ZoneControls Hold(double temperature) => new(0, 0, new SetPoints(temperature, temperature));

    [Fact]
    public void Heat_through_a_wall_at_rest_is_U_times_area_times_difference()
    {
        var model = new ZoneModel(OneWall(Exposure.Ground, 30, Concrete, Wool, Plaster), Constant);
        var state = model.InitialState(10);
        var step = default(ZoneStep);
        for (var day = 0; day < 400; day++) step = model.Advance(state, Ground(5), Night, Hold(21), 86400);
        var u = 1 / ((1 / Inside) + (0.2 / 1.6) + (0.1 / 0.04) + (0.015 / 0.5) + (1 / Outside));
        Assert.Equal(u * 30 * 16, step.Heating, 1e-7);
        Assert.Equal(-step.Heating, step.Balance.Outside, 1e-7);
    }

    [Fact]
    public void A_wall_known_by_its_U_value_has_it_at_rest_whatever_its_mass()
    {
        foreach (var mass in Enum.GetValues<ThermalMass>())
        {
            var zone = OneWall(Exposure.Ground, 30, Concrete) with { Mass = mass };
            var model = new ZoneModel(zone with { Opaque = [zone.Opaque[0] with { Construction = null, UValue = 0.5 }] }, Constant);
            var state = model.InitialState(10);
            var step = default(ZoneStep);
            for (var day = 0; day < 400; day++) step = model.Advance(state, Ground(5), Night, Hold(21), 86400);

            // The declared U-value counts 0.13 m² K/W inside; convection alone has 1 / 2.5.
            Assert.Equal(30 * 16 / ((1 / 0.5) - 0.13 + (1 / Inside)), step.Heating, 1e-6);
        }
    }

    /// <summary>Carslaw and Jaeger, <i>Conduction of Heat in Solids</i>, 2nd ed., 2.7 (3): into a thick body whose air jumps by ΔT flows h ΔT exp(a) erfc(√a), a = h² κ t / λ².</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(24)]
    public void A_thick_wall_takes_heat_in_as_a_semi_infinite_body(int hours)
    {
        // Two metres between equal zones: one is ours.
        var model = new ZoneModel(OneWall(Exposure.Adiabatic, 10, Concrete with { Thickness = 2 }), Constant with { LongestStep = 60 });
        var state = model.InitialState(20);
        model.Advance(state, Ground(0), Night, Hold(30), (hours * 3600) - 30);
        var heating = model.Advance(state, Ground(0), Night, Hold(30), 60).Heating;
        var a = Inside * Inside * 1.6 / 2300 / 1000 * hours * 3600 / (1.6 * 1.6);
        Assert.Equal(Inside * 10 * 10 * Math.Exp(a) * Erfc(Math.Sqrt(a)), heating, 0.005 * heating);
    }

    /// <summary>ISO 13786:2017, clause 8: the heat that a daily swing outside drives through a wall to a steady room, by multiplying the matrices of films and layers.</summary>
    [Fact]
    public void A_daily_swing_arrives_damped_and_late_as_ISO_13786_says()
    {
        const double Period = 86400;
        MaterialLayer[] layers = [Concrete, Wool, Plaster];
        var z = new Complex[,] { { 1, -1 / Inside }, { 0, 1 } };
        foreach (var l in Enumerable.Reverse(layers))
        {
            var depth = Math.Sqrt(l.Conductivity * Period / (Math.PI * l.Density * l.SpecificHeat));
            Complex x = new Complex(1, 1) * (l.Thickness / depth), y = new Complex(1, 1) * (l.Conductivity / depth);
            z = Times(z, new[,] { { Complex.Cosh(x), -Complex.Sinh(x) / y }, { -y * Complex.Sinh(x), Complex.Cosh(x) } });
        }
        z = Times(z, new Complex[,] { { 1, -1 / Outside }, { 0, 1 } });
        var transmittance = 1 / z[0, 1].Magnitude;

        var model = new ZoneModel(OneWall(Exposure.Ground, 1, layers), Constant with { LongestStep = 300 });
        var state = model.InitialState(0);
        Complex sum = 0;
        for (var k = 0; k < 20 * 288; k++)
        {
            var middle = 2 * Math.PI * (k + 0.5) / 288;
            var flow = model.Advance(state, Ground(Math.Cos(middle)), Night, Hold(0), 300);
            if (k >= 19 * 288) sum += (flow.Cooling - flow.Heating) * Complex.Exp(new Complex(0, -middle)) * 2 / 288;
        }
        Assert.Equal(transmittance, sum.Magnitude, 0.02 * transmittance);

        // Heat inwards is -1/Z12 times the swing outside, in the standard's signs: its phase is the lag, here in hours.
        var late = (sum.Phase - (-1 / z[0, 1]).Phase) * 24 / (2 * Math.PI);
        Assert.Equal(0, Math.IEEERemainder(late, 24), 0.15);
    }

    [Fact]
    public void The_air_alone_cools_with_its_own_time_constant()
    {
        var zone = OneWall(Exposure.Adiabatic, 1e-9, Concrete) with { FloorArea = 10, Volume = 25, Infiltration = 1 };
        var slabless = zone with { Opaque = [zone.Opaque[0] with { Kind = SurfaceKind.Floor, Tilt = 180, Area = 10, Construction = new("felt", [new("felt", 0.01, 0.04, 0, 0)]) }] };
        var model = new ZoneModel(slabless, Constant with { LongestStep = 1 });
        var state = model.InitialState(20);
        var rate = 1 / 3600.0;
        model.Advance(state, Ground(0) with { AirTemperature = 0, SkyTemperature = 0 }, Night, new(0, 0, SetPoints.FreeFloat), 3600);
        Assert.Equal(20 * Math.Exp(-3600 * rate), state.Air, 0.005);
    }

    private static Complex[,] Times(Complex[,] a, Complex[,] b) => new[,]
    {
        { (a[0, 0] * b[0, 0]) + (a[0, 1] * b[1, 0]), (a[0, 0] * b[0, 1]) + (a[0, 1] * b[1, 1]) },
        { (a[1, 0] * b[0, 0]) + (a[1, 1] * b[1, 0]), (a[1, 0] * b[0, 1]) + (a[1, 1] * b[1, 1]) },
    };

    /// <summary>By its series, good to 1e-12 below 3.</summary>
    private static double Erfc(double x)
    {
        double sum = 0, term = x;
        for (var n = 0; n < 200; n++)
        {
            sum += term / ((2 * n) + 1);
            term *= -x * x / (n + 1);
        }
        return 1 - (2 / Math.Sqrt(Math.PI) * sum);
    }
}
