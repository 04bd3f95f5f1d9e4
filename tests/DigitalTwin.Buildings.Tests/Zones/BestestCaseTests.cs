using DigitalTwin.Buildings.Bestest;
using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Weather;

namespace DigitalTwin.Buildings.Tests.Zones;

public sealed class BestestCaseTests
{
    private static BestestCase Case(string name) => BestestCase.All.Single(c => c.Name == name);

    [Fact]
    public void Every_room_has_the_standards_shell_of_171_6_square_metres_and_12_of_window()
    {
        foreach (var c in BestestCase.All)
        {
            Assert.Equal(171.6, c.Zone.Opaque.Sum(s => s.Area) + c.Zone.Windows.Sum(w => w.Area), 9);
            Assert.Equal(c.Name == "195" ? 0 : 12, c.Zone.Windows.Sum(w => w.Area), 9);
        }
    }

    /// <summary>The standard's light wall has 1.789 and its roof 2.993 m² K/W; both floors 25.25.</summary>
    [Fact]
    public void Walls_and_roofs_have_the_standards_resistances()
    {
        double Of(string name, SurfaceKind kind) => Case(name).Zone.Opaque.First(s => s.Kind == kind).Construction!.Resistance;
        Assert.Equal(1.789, Of("600", SurfaceKind.Wall), 1e-3);
        Assert.Equal(2.993, Of("600", SurfaceKind.Roof), 1e-3);
        Assert.Equal(1.798, Of("900", SurfaceKind.Wall), 1e-3);
        Assert.Equal(25.25, Of("600", SurfaceKind.Floor), 0.01);
        Assert.Equal(25.25, Of("900", SurfaceKind.Floor), 0.01);
    }

    [Fact]
    public void The_set_point_rises_from_seven_to_eight()
    {
        var c = Case("640");
        Assert.Equal(10, c.At(7).SetPoints.HeatingSetPoint);
        Assert.Equal(15, c.At(7.5).SetPoints.HeatingSetPoint, 9);
        Assert.Equal(20, c.At(8).SetPoints.HeatingSetPoint);
        Assert.Equal(20, c.At(23).SetPoints.HeatingSetPoint);
        Assert.Equal(10, c.At(23.5).SetPoints.HeatingSetPoint);
    }

    [Fact]
    public void The_fan_runs_at_night_and_cooling_by_day()
    {
        var c = Case("950");
        Assert.True(c.At(7).Ventilation > 0 && c.At(18.5).Ventilation > 0 && c.At(12).Ventilation == 0);
        Assert.Equal(27, c.At(12).SetPoints.CoolingSetPoint);
        Assert.Equal(double.PositiveInfinity, c.At(19).SetPoints.CoolingSetPoint);
        Assert.Equal(double.NegativeInfinity, c.At(12).SetPoints.HeatingSetPoint);
    }

    [Fact]
    public void In_still_weather_a_year_is_a_constant_for_both_models()
    {
        var hours = new Outdoors[BestestWeather.Hours];
        Array.Fill(hours, new Outdoors(5, 50, 0, 0, 5, 5, 0));
        var weather = new BestestWeather(hours, 39.8, -104.65, TimeSpan.FromHours(-7));
        foreach (var year in new[] { BestestRun.Detailed(Case("600"), weather), BestestRun.Simple(Case("600"), weather) })
        {
            Assert.Equal(year.Heating, year.PeakHeating * 8760, 1);
            Assert.Equal(0, year.Cooling);
            Assert.Equal(20, year.Mean, 6);
        }
        Assert.Throws<ArgumentException>(() => new BestestWeather(hours.AsSpan(1), 0, 0, default));
    }
}
