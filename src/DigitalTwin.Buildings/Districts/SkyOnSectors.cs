using DigitalTwin.Buildings.Systems;
using DigitalTwin.Buildings.Weather;

namespace DigitalTwin.Buildings.Districts;

/// <summary>Resolves the sun and the sky of a step on the directions of <see cref="Lane"/>.</summary>
internal sealed class SkyOnSectors(BuildingsOptions options)
{
    private const double Degree = Math.PI / 180;

    /// <summary>The sky of a step.</summary>
    /// <param name="weather">Means over the step.</param>
    /// <param name="from">Begin, s.</param>
    /// <param name="seconds">Length, s.</param>
    public SkyStep At(in Outdoors weather, double from, double seconds)
    {
        var sky = new SkyStep();
        if (!(weather.DirectNormal > 0 || weather.DiffuseHorizontal > 0)) return sky;
        sky.IsDay = true;
        var sun = SunAngles.Middle(options, from, seconds);
        var (height, direct) = (Math.Sin(sun.Altitude * Degree), sun.Altitude > 0 ? weather.DirectNormal : 0);
        var global = weather.DiffuseHorizontal + (direct * Math.Max(0, height));
        sky.DiffuseVertical = 0.5 * (weather.DiffuseHorizontal + (weather.Albedo * global));
        sky.DiffuseHorizontal = weather.DiffuseHorizontal;
        sky.Altitude = sun.Altitude;
        var turned = sun.Azimuth / (360.0 / Lane.Horizons);
        sky.HorizonBefore = (int)turned % Lane.Horizons;
        sky.HorizonAfter = (sky.HorizonBefore + 1) % Lane.Horizons;
        sky.HorizonBetween = turned - Math.Floor(turned);
        sky.UpOnOpaque = direct * Math.Max(0, height);
        sky.UpThroughGlass = sky.UpOnOpaque * ThroughGlass(height);
        Sectors(ref sky, sun, direct);
        sky.OnPhotovoltaics = OnPhotovoltaics(options.Photovoltaics, weather, sun, direct, global);
        return sky;
    }

    private void Sectors(ref SkyStep sky, SunAngles sun, double direct)
    {
        var flat = Math.Cos(sun.Altitude * Degree);
        // Shades close: the open directions come first, then those behind shades.
        for (var pass = 0; pass < 2; pass++)
        {
            for (var sector = 0; sector < Lane.Sectors; sector++)
            {
                var incidence = flat * Math.Cos((sun.Azimuth - (sector * 360.0 / Lane.Sectors)) * Degree);
                var on = direct * incidence;
                if (!(on > 0) || (on + sky.DiffuseVertical > options.ShadesAbove) != (pass == 1)) continue;
                sky.Sector[sky.Lit] = sector;
                sky.OnOpaque[sky.Lit] = on;
                sky.ThroughGlass[sky.Lit] = on * ThroughGlass(incidence);
                sky.Lit++;
            }
            if (pass == 0) sky.Open = sky.Lit;
        }
    }

    /// <summary>Transmittance over that at normal incidence by cosine of the angle.</summary>
    private static double ThroughGlass(double cosine) => cosine <= 0 ? 0 : Math.Clamp(1 - (0.1 * ((1 / cosine) - 1)), 0, 1);

    private static double OnPhotovoltaics(PhotovoltaicOptions plane, in Outdoors weather, SunAngles sun, double direct, double global)
    {
        var (sine, cosine) = (Math.Sin(plane.Tilt * Degree), Math.Cos(plane.Tilt * Degree));
        var incidence = (Math.Sin(sun.Altitude * Degree) * cosine) + (Math.Cos(sun.Altitude * Degree) * sine * Math.Cos((sun.Azimuth - plane.Azimuth) * Degree));
        return (direct * Math.Max(0, incidence)) + (weather.DiffuseHorizontal * (1 + cosine) / 2) + (global * weather.Albedo * (1 - cosine) / 2);
    }
}
