using System.Globalization;
using System.Text;
using DigitalTwin.Buildings.Bestest;
using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Glazing;
using DigitalTwin.Buildings.Sun;

namespace DigitalTwin.Verification.Buildings.Ashrae140;

/// <summary>
/// The same source's tables B8-13 to B8-16: what falls on each side of the room over a year, what its glass lets through with and without overhang and fins, and how cold the sky is. Here every value has to lie within
/// the range of six programs, or within 1 % of it.
/// </summary>
public sealed class SunOnTheRoomTests
{
    [SharedDataFact]
    public void Sun_glass_shade_and_sky_are_those_of_six_programs()
    {
        var year = DenverYear.Weather;
        var rows = new List<(string What, double Least, double Most, double Ours)>
        {
            ("falls on the horizontal, kWh/m2", 1662.5, 1670, OnPlane(Plane.Of(0, 0))),
            ("falls on the north wall, kWh/m2", 399.0, 477.3, OnPlane(Plane.Of(0, 90))),
            ("falls on the east wall, kWh/m2", 1016.7, 1067.9, OnPlane(Plane.Of(90, 90))),
            ("falls on the south wall, kWh/m2", 1290.6, 1387, OnPlane(Plane.Of(180, 90))),
            ("falls on the west wall, kWh/m2", 903.1, 997, OnPlane(Plane.Of(270, 90))),
            ("through the south window (600), kWh/m2", 804.0, 825.5, Through("600")),
            ("through the west window (620), kWh/m2", 569.4, 623.8, Through("620")),
            ("below the overhang (610), kWh/m2", 631.3, 665.3, Through("610")),
            ("between overhang and fins (630), kWh/m2", 389.7, 445.5, Through("630")),
            ("temperature of the sky, mean, degC", -5.9, -2.02, Enumerable.Range(0, BestestWeather.Hours).Average(h => year[h].SkyTemperature)),
        };
        var table = new StringBuilder("| over a year | six programs | ours |\n|---|---|---|\n");
        foreach (var (what, least, most, ours) in rows) table.Append(CultureInfo.InvariantCulture, $"| {what} | {least} to {most} | {ours:0.0} |\n");
        Assert.True(rows.TrueForAll(r => r.Ours >= r.Least - (0.01 * Math.Abs(r.Least)) && r.Ours <= r.Most + (0.01 * Math.Abs(r.Most))), table.ToString());
        ReadmeTable.Assert("src/DigitalTwin.Buildings/README.md", "bestest-sun", table.ToString());

        double OnPlane(Plane plane) => Enumerable.Range(0, BestestWeather.Hours).Sum(h => Sky.Of(year[h], year.Sun(h)).On(plane).Total) / 1000;

        double Through(string name)
        {
            Window window = BestestCase.All.Single(c => c.Name == name).Zone.Windows[^1];
            var (glass, plane, shade) = (GlassOptics.Of(window), Plane.Of(window.Azimuth, window.Tilt), SurfaceShade.Of(window, Horizon.Open));
            double sum = 0;
            for (var h = 0; h < BestestWeather.Hours; h++)
            {
                var sky = Sky.Of(year[h], year.Sun(h));
                var on = shade is null ? sky.On(plane) : sky.On(plane, shade);
                sum += (on.Direct * glass[on.CosIncidence].Transmitted) + ((on.Sky + on.Ground) * glass.Diffuse.Transmitted);
            }
            return sum / 1000;
        }
    }
}
