using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Sun;
using DigitalTwin.Buildings.Weather;
using DigitalTwin.Numerics.Sun;

namespace DigitalTwin.Buildings.Zones;

/// <summary>
/// The detailed model of one zone: conduction through the layers of every element, convection and radiation at their faces, sun through glass by its angle, and the air, implicit in time.
/// It is given the same <see cref="ThermalZone"/> as the 5R1C model, knows no city, allocates nothing per step, and may be shared by any number of states and threads.
/// </summary>
public sealed class ZoneModel
{
    private readonly ZoneSurfaces surfaces;
    private readonly ZoneOptions options;
    private readonly double airCapacity, density, infiltration, wind;

    /// <summary>A zone.</summary>
    /// <param name="zone">The zone; a surface with layers conducts as these say, one without by its U-value and the zone's class of mass.</param>
    /// <param name="options">Choices; the defaults where null.</param>
    /// <exception cref="ArgumentException">An option, a surface or a layer cannot be; the sentence says which.</exception>
    public ZoneModel(ThermalZone zone, ZoneOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(zone);
        this.options = options ?? new();
        this.options.Check();
        if (!(zone.FloorArea > 0 && zone.Volume > 0)) throw new ArgumentException($"A zone has a floor and a volume above 0; found {zone.FloorArea} m2 and {zone.Volume} m3.", nameof(zone));
        Zone = zone;
        surfaces = new(zone, this.options);
        density = ZoneAir.Density(zone.Altitude);
        airCapacity = ZoneAir.Capacity(zone) + (this.options.Furniture * zone.FloorArea);
        infiltration = zone.Infiltration * ZoneAir.HeatPerChange(zone);
        wind = Math.Pow(Math.Max(0.5, double.IsNaN(this.options.Height) ? MiddleOf(zone) : this.options.Height) / 10, this.options.WindExponent);
    }

    /// <summary>The zone.</summary>
    public ThermalZone Zone { get; }

    /// <summary>All nodes and the air at one temperature, °C.</summary>
    public ZoneState InitialState(double temperature = 20)
    {
        var state = new ZoneState(surfaces.Conductance) { Air = temperature, Radiant = temperature };
        Array.Fill(state.Nodes, temperature);
        return state;
    }

    /// <summary>Advances a state.</summary>
    /// <param name="state">A state of this model.</param>
    /// <param name="outdoors">The weather, as means over the time.</param>
    /// <param name="sun">Where the sun stands: <see cref="SolarPosition.MeanOver"/> of the interval that the radiation is the mean of.</param>
    /// <param name="controls">What happens inside.</param>
    /// <param name="seconds">How long; it is cut into steps of at most <see cref="ZoneOptions.LongestStep"/>.</param>
    /// <returns>Means over the time.</returns>
    /// <exception cref="ArgumentException">Something of the weather is no number, the time is not above 0, or the state is another zone's.</exception>
    public ZoneStep Advance(ZoneState state, in Outdoors outdoors, in SolarPosition sun, in ZoneControls controls, double seconds)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!(seconds > 0)) throw new ArgumentOutOfRangeException(nameof(seconds), seconds, "A step is longer than 0 s.");
        if (!double.IsFinite(outdoors.AirTemperature + outdoors.DirectNormal + outdoors.DiffuseHorizontal + outdoors.SkyTemperature + outdoors.GroundTemperature + outdoors.WindSpeed + outdoors.Albedo))
            throw new ArgumentException($"A zone needs the whole weather, and something of it is no number: {outdoors}.", nameof(outdoors));
        if (state.Nodes.Length != surfaces.Capacity.Length) throw new ArgumentException("The state belongs to a zone of another envelope.", nameof(state));
        Span<SurfaceSun> light = surfaces.Count <= 64 ? stackalloc SurfaceSun[surfaces.Count] : new SurfaceSun[surfaces.Count];
        var transmitted = SurfaceSun.Fill(light, surfaces, Sky.Of(outdoors, sun, options.Sky), controls.ShadesDown);
        var parts = (int)Math.Ceiling(seconds / options.LongestStep);
        var sum = new Totals();
        for (var k = 0; k < parts; k++) Step(state, outdoors, controls, light, seconds / parts, ref sum);
        return sum.Mean(parts, transmitted);
    }

    private void Step(ZoneState state, in Outdoors outdoors, in ZoneControls controls, ReadOnlySpan<SurfaceSun> light, double dt, ref Totals sum)
    {
        double te = outdoors.AirTemperature, air0 = state.Air;
        var boundary = new Boundary(te, outdoors.SkyTemperature, outdoors.GroundTemperature, Math.Max(0, outdoors.WindSpeed) * wind);
        var supply = double.IsNaN(controls.SupplyTemperature) ? te : controls.SupplyTemperature;
        var ventilation = controls.Ventilation * density * ZoneAir.SpecificHeat;
        double[] t = state.Nodes, d = state.Factor, r = state.Right;

        // Heat balances of air (a) and radiant star (s): [aa as; as ss] [T_a T_s] = [ra + Φ, rs], into which every face is eliminated.
        double aa = (airCapacity / dt) + infiltration + ventilation, ss = 0, cross = 0;
        var ra = (airCapacity / dt * air0) + (infiltration * te) + (ventilation * supply) + controls.ConvectiveGains;
        var rs = controls.RadiantGains;
        for (var e = 0; e < surfaces.Count; e++)
        {
            var (from, last) = (surfaces.First[e], surfaces.First[e + 1] - 1);
            if (surfaces.Glass[e] is { } glass) state.Link[from] = glass.Conductance(0.5 * (t[from] + t[last]));
            Outer(e, boundary, t[from]).Eliminate(light[e], state, surfaces.Capacity, from, last, dt);
            var (hc, hr) = Inner(e, t[last], air0, state.Radiant);
            double area = surfaces.Area[e], whole = d[last] + hc + hr;
            aa += area * hc * (1 - (hc / whole));
            ss += area * hr * (1 - (hr / whole));
            cross -= area * hc * hr / whole;
            ra += area * hc * r[last] / whole;
            rs += area * hr * r[last] / whole;
        }

        // The air's temperature is linear in the load.
        var det = (aa * ss) - (cross * cross);
        var free = ((ra * ss) - (cross * rs)) / det;
        var (set, load) = (controls.SetPoints, 0.0);
        if (free < set.HeatingSetPoint) load = Math.Min(set.HeatingCapacity, (set.HeatingSetPoint - free) * det / ss);
        else if (free > set.CoolingSetPoint) load = -Math.Min(set.CoolingCapacity, (free - set.CoolingSetPoint) * det / ss);
        var airEnd = (((ra + load) * ss) - (cross * rs)) / det;
        var star = ((aa * rs) - (cross * (ra + load))) / det;

        double outside = 0, absorbed = 0, stored = airCapacity * (airEnd - air0) / dt;
        for (var e = 0; e < surfaces.Count; e++)
        {
            var (from, last) = (surfaces.First[e], surfaces.First[e + 1] - 1);
            var (hc, hr) = Inner(e, t[last], air0, state.Radiant);
            var film = Outer(e, boundary, t[from]);
            var x = (r[last] + (hc * airEnd) + (hr * star)) / (d[last] + hc + hr);
            var gained = 0.0;
            for (var i = last; ; i--)
            {
                gained += surfaces.Capacity[i] * (x - t[i]);
                t[i] = x;
                if (i == from) break;
                x = (r[i - 1] + (state.Link[i - 1] * x)) / d[i - 1];
            }
            stored += surfaces.Area[e] * gained / dt;
            outside += surfaces.Area[e] * (film.Drive - (film.Coefficient * x));
            absorbed += surfaces.Area[e] * (light[e].Outer + light[e].Inner);
        }
        var withAir = (infiltration * (te - airEnd)) + (ventilation * (supply - airEnd));
        (state.Air, state.Radiant) = (airEnd, star);
        sum.Add(load, airEnd, star, new(controls.ConvectiveGains + controls.RadiantGains, absorbed, outside, withAir, load, stored));
    }

    /// <summary>Half of the volume over the footprint, which is the larger of roof and lowest floor.</summary>
    private static double MiddleOf(ThermalZone zone)
    {
        double roof = zone.Opaque.Where(s => s.Tilt < 30).Sum(s => s.Area), floor = zone.Opaque.Where(s => s.Tilt > 150).Sum(s => s.Area);
        var footprint = Math.Max(roof, floor);
        return zone.Volume / (footprint > 0 ? Math.Min(footprint, zone.FloorArea) : zone.FloorArea) / 2;
    }

    /// <summary>Convection and radiation at the inner face, W/(m² K).</summary>
    private (double Convective, double Radiative) Inner(int e, double face, double air, double radiant)
    {
        var facing = surfaces.Inner[e];
        var convective = options.Films == FilmModel.Constant ? Films.Constant(face - air, facing) : Math.Max(0.1, Films.Natural(face - air, facing));
        return (convective, surfaces.Star[e] * Films.Radiative(face, radiant));
    }

    /// <summary>The outer face's exchange with what it borders on.</summary>
    private OuterFilm Outer(int e, in Boundary b, double face)
    {
        if (surfaces.Exposure[e] == Exposure.Adiabatic) return default;
        if (surfaces.Exposure[e] == Exposure.Ground) return new(WallNodes.GroundFilm, WallNodes.GroundFilm * b.Ground);
        var convective = options.Films == FilmModel.Constant
            ? Films.ConstantOutside
            : Math.Max(0.1, Films.Outside(face - b.Air, surfaces.Plane[e].Up, b.Wind, surfaces.Roughness[e]));
        var sky = surfaces.Emittance[e] * surfaces.SkyView[e] * Films.Radiative(face, b.Sky);
        var around = surfaces.Emittance[e] * (1 - surfaces.SkyView[e]) * Films.Radiative(face, b.Air);
        return new(convective + sky + around, ((convective + around) * b.Air) + (sky * b.Sky));
    }
}
