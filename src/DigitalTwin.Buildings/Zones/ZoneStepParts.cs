using DigitalTwin.Buildings.Sun;

namespace DigitalTwin.Buildings.Zones;

/// <summary>What lies outside: temperatures of air, sky and ground, °C, and the wind at the zone's height, m/s.</summary>
internal readonly record struct Boundary(double Air, double Sky, double Ground, double Wind);

/// <summary>Exchange of an outer face: Drive - Coefficient × temperature, W/m².</summary>
internal readonly record struct OuterFilm(double Coefficient, double Drive)
{
    /// <summary>Eliminates the nodes of a face from outside to inside (Thomas' algorithm) up to the innermost, whose row still lacks what the inner side adds.</summary>
    public void Eliminate(in SurfaceSun light, ZoneState state, double[] capacity, int from, int last, double dt)
    {
        double[] t = state.Nodes, d = state.Factor, r = state.Right, link = state.Link;
        double before = 0, fromBefore = 0;
        for (var i = from; i <= last; i++)
        {
            var store = capacity[i] / dt;
            d[i] = store + before + link[i];
            r[i] = store * t[i];
            if (i == from)
            {
                d[i] += Coefficient;
                r[i] += Drive + light.Outer;
            }
            else
            {
                d[i] -= before * before / d[i - 1];
                r[i] += fromBefore;
            }
            if (i == last) r[i] += light.Inner;
            before = link[i];
            fromBefore = before * r[i] / d[i];
        }
    }
}

/// <summary>What the sun does to one face, W per m² of it.</summary>
/// <param name="Outer">Absorbed at the outer face.</param>
/// <param name="Inner">Absorbed at the inner face.</param>
internal readonly record struct SurfaceSun(double Outer, double Inner)
{
    /// <summary>Shares the sun out over all faces and gives back what came through the windows, W.</summary>
    public static double Fill(Span<SurfaceSun> light, ZoneSurfaces s, in Sky sky, double shadesDown)
    {
        double beam = 0, diffuse = 0;
        for (var e = 0; e < light.Length; e++)
        {
            light[e] = default;
            if (s.Exposure[e] != Envelope.Exposure.Outdoors) continue;
            var on = s.Shade[e] is { } shade ? sky.On(s.Plane[e], shade) : sky.On(s.Plane[e]);
            if (s.Glass[e] is not { } glass)
            {
                light[e] = new(s.Absorptance[e] * on.Total, 0);
                continue;
            }
            var let = s.GlassArea[e] * (1 - (shadesDown * (1 - s.ShadeFactor[e])));
            var (direct, rest) = (let * on.Direct, let * (on.Sky + on.Ground));
            var (forDirect, forRest) = (glass[on.CosIncidence], glass.Diffuse);
            beam += direct * forDirect.Transmitted;
            diffuse += rest * forRest.Transmitted;
            light[e] = new(((direct * forDirect.Outer) + (rest * forRest.Outer)) / s.Area[e], ((direct * forDirect.Inner) + (rest * forRest.Inner)) / s.Area[e]);
        }
        if (beam + diffuse <= 0) return 0;
        for (var e = 0; e < light.Length; e++)
        {
            var kept = ((beam * s.BeamShare[e]) + (diffuse * s.DiffuseShare[e])) / s.Area[e];
            if (s.Glass[e] is not { } glass) light[e] = new(light[e].Outer, light[e].Inner + kept);
            else
            {
                // Of what a window keeps, a part leaves through it, and its panes absorb the rest: the inner one as the outer one does from outside.
                var all = 1 - glass.Diffuse.Reflected;
                light[e] = new(light[e].Outer + (kept * glass.Diffuse.Inner / all), light[e].Inner + (kept * glass.Diffuse.Outer / all));
            }
        }
        return beam + diffuse;
    }
}

/// <summary>Sums over the steps of a call.</summary>
internal struct Totals
{
    private double heating, cooling, air, radiant;
    private HeatBalance balance;

    public void Add(double load, double airNow, double radiantNow, in HeatBalance b)
    {
        if (load > 0) heating += load;
        else cooling -= load;
        air += airNow;
        radiant += radiantNow;
        balance = new(balance.Gains + b.Gains, balance.Sun + b.Sun, balance.Outside + b.Outside, balance.Air + b.Air, balance.Load + b.Load, balance.Stored + b.Stored);
    }

    public readonly ZoneStep Mean(int count, double transmitted)
    {
        var b = new HeatBalance(balance.Gains / count, balance.Sun / count, balance.Outside / count, balance.Air / count, balance.Load / count, balance.Stored / count);
        return new(heating / count, cooling / count, air / count, radiant / count, transmitted, b);
    }
}
