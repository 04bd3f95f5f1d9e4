using DigitalTwin.Buildings.Glazing;
using DigitalTwin.Buildings.Sun;
using DigitalTwin.Buildings.Weather;
using DigitalTwin.Numerics.Sun;

namespace DigitalTwin.Buildings.Districts;

/// <summary>Resolves the sun and the sky of a step on the directions of <see cref="Lane"/>.</summary>
internal sealed class SkyOnSectors
{
    /// <summary>How glass follows the angle of incidence: two plain panes stand for all windows of a district.</summary>
    public static readonly GlassOptics Glass = GlassOf();

    private static readonly Plane[] Walls = [.. Enumerable.Range(0, Lane.Sectors).Select(s => Plane.Of(s * 360.0 / Lane.Sectors, 90))];
    private readonly BuildingsOptions options;
    private readonly Plane modules;
    private readonly double startDay;

    /// <summary>For a place and a clock.</summary>
    public SkyOnSectors(BuildingsOptions options)
    {
        this.options = options;
        modules = Plane.Of(options.Photovoltaics.Azimuth, options.Photovoltaics.Tilt);
        startDay = SolarPosition.Day(options.Clock.Start);
    }

    /// <summary>The sky of a step.</summary>
    /// <param name="weather">Means over the step.</param>
    /// <param name="from">Begin, s.</param>
    /// <param name="seconds">Length, s.</param>
    public SkyStep At(in Outdoors weather, double from, double seconds)
    {
        var step = new SkyStep();
        if (!(weather.DirectNormal > 0 || weather.DiffuseHorizontal > 0)) return step;
        step.IsDay = true;
        var sun = SolarPosition.MeanOver(startDay + (from / 86400), seconds, options.Latitude, options.Longitude);
        var sky = Sky.Of(weather, sun);
        var (wall, roof) = (sky.On(Walls[0]), sky.On(Plane.Of(0, 0)));
        (step.SkyVertical, step.GroundVertical, step.SkyHorizontal) = (wall.Sky, wall.Ground, roof.Sky);
        (step.Altitude, step.Horizon) = (Math.Asin(Math.Clamp(sun.Up, -1, 1)), Lane.Horizon + Horizon.SectorOf(sun.East, sun.North));
        (step.UpOnOpaque, step.UpThroughGlass) = (roof.Direct, roof.Direct * Glass.Modifier(roof.CosIncidence));
        step.OnPhotovoltaics = sky.On(modules).Total;
        // Open directions first, then those behind shades.
        for (var pass = 0; pass < 2; pass++)
        {
            for (var sector = 0; sector < Lane.Sectors; sector++)
            {
                var on = sky.On(Walls[sector]);
                if (!(on.Direct > 0) || (on.Total > options.ShadesAbove) != (pass == 1)) continue;
                step.Sector[step.Lit] = sector;
                step.OnOpaque[step.Lit] = on.Direct;
                step.ThroughGlass[step.Lit] = on.Direct * Glass.Modifier(on.CosIncidence);
                step.Lit++;
            }
            if (pass == 0) step.Open = step.Lit;
        }
        return step;
    }

    private static GlassOptics GlassOf()
    {
        var (unit, factor) = GlassUnit.Of(2, 2.8, 0.7);
        return new(unit, factor);
    }
}
