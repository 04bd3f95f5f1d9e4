using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Glazing;
using DigitalTwin.Buildings.Sun;

namespace DigitalTwin.Buildings.Zones;

/// <summary>A zone's opaque surfaces, inner slabs and windows, laid out as columns: one entry per face, and nodes from the outer to the inner side of each.</summary>
internal sealed class ZoneSurfaces
{
    private const double GlassRoughness = 1;
    private readonly List<double> capacity = [], conductance = [];

    public ZoneSurfaces(ThermalZone zone, ZoneOptions options)
    {
        // Storeys above the lowest have floors within the zone; each meets the air from above and from below.
        var slab = Math.Max(0, zone.FloorArea - zone.Opaque.Where(s => s.Kind == SurfaceKind.Floor).Sum(s => s.Area));
        if (slab < 0.01 * zone.FloorArea) slab = 0;
        Count = zone.Opaque.Count + zone.Windows.Count + (slab > 0 ? 2 : 0);
        if (Count == 0) throw new ArgumentException("A zone without any surface has nothing to exchange heat with.", nameof(zone));
        (First, Area, Plane) = (new int[Count + 1], new double[Count], new Plane[Count]);
        (Exposure, Emittance, Absorptance, Roughness) = (new Exposure[Count], new double[Count], new double[Count], new double[Count]);
        (Glass, GlassArea, ShadeFactor, Shade) = (new GlassOptics?[Count], new double[Count], new double[Count], new SurfaceShade?[Count]);
        (SkyView, Inner) = (new double[Count], new double[Count]);
        var e = 0;
        foreach (var s in zone.Opaque)
        {
            Set(e, s.Area, s.Azimuth, s.Tilt, s.Exposure, s.Emittance, WallNodes.Of(s, zone.Mass));
            (Absorptance[e], Roughness[e]) = (s.SolarAbsorptance, Films.Rough);
            if (s.Exposure == Envelope.Exposure.Outdoors && HorizonOf(s.Azimuth, options) is { IsOpen: false } horizon) Shade[e] = new(Plane[e], horizon);
            Finish(e++);
        }
        if (slab > 0)
        {
            foreach (var tilt in new[] { 180.0, 0 })
            {
                Set(e, slab, 0, tilt, Envelope.Exposure.Adiabatic, 0.9, WallNodes.InnerSlab(zone.Mass));
                Finish(e++);
            }
        }
        foreach (var w in zone.Windows)
        {
            var optics = GlassOptics.Of(w);
            Set(e, w.Area, w.Azimuth, w.Tilt, Envelope.Exposure.Outdoors, optics.Emittance, WallNodes.OfGlass(optics.Resistance));
            (Glass[e], GlassArea[e], ShadeFactor[e], Roughness[e]) = (optics, w.Area * (1 - w.FrameShare), w.ShadeFactor, GlassRoughness);
            Shade[e] = SurfaceShade.Of(w, HorizonOf(w.Azimuth, options));
            Finish(e++);
        }
        First[Count] = capacity.Count;
        (Capacity, Conductance) = ([.. capacity], [.. conductance]);
        (BeamShare, DiffuseShare) = Shares(zone, options);
        var emittances = new double[Count];
        for (var i = 0; i < Count; i++) emittances[i] = Glass[i]?.Emittance ?? options.InnerEmittance;
        Star = RadiantStar.Factors(Area, emittances);
    }

    public int Count { get; }

    /// <summary>First node of each face, and one past the last.</summary>
    public int[] First { get; }

    public double[] Area { get; }

    public Plane[] Plane { get; }

    public Exposure[] Exposure { get; }

    public double[] Emittance { get; }

    public double[] Absorptance { get; }

    public double[] Roughness { get; }

    public GlassOptics?[] Glass { get; }

    public double[] GlassArea { get; }

    public double[] ShadeFactor { get; }

    public SurfaceShade?[] Shade { get; }

    /// <summary>Part of the view outside that is as cold as the sky: F^1.5 with F = (1 + cos β) / 2 (Walton 1983: towards the horizon the sky is as warm as the air), past what stands around.</summary>
    public double[] SkyView { get; }

    /// <summary>Cosine to the zenith of the side that meets the zone's air.</summary>
    public double[] Inner { get; }

    /// <summary>Of nodes, J/(m² K).</summary>
    public double[] Capacity { get; }

    /// <summary>From a node to the next, W/(m² K); 0 after the last of a face.</summary>
    public double[] Conductance { get; }

    /// <summary>Part of the beam that enters which each face keeps.</summary>
    public double[] BeamShare { get; }

    /// <summary>Part of the diffuse radiation that enters which each face keeps.</summary>
    public double[] DiffuseShare { get; }

    /// <summary>F' of the radiant star.</summary>
    public double[] Star { get; }

    private static Horizon HorizonOf(double azimuth, ZoneOptions options) => options.Horizons?.Invoke(azimuth) ?? Horizon.Open;

    private void Set(int e, double area, double azimuth, double tilt, Exposure exposure, double emittance, WallNodes nodes)
    {
        if (!(area > 0)) throw new ArgumentException($"A surface has an area above 0; found {area} m2.");
        First[e] = capacity.Count;
        (Area[e], Plane[e], Exposure[e], Emittance[e]) = (area, Sun.Plane.Of(azimuth, tilt), exposure, emittance);
        capacity.AddRange(nodes.Capacity);
        conductance.AddRange(nodes.Conductance);
        conductance.Add(0);
    }

    private void Finish(int e)
    {
        var view = Plane[e].SkyView;
        (SkyView[e], Inner[e]) = (view * Math.Sqrt(view) * (Shade[e]?.SkyShare ?? 1), -Plane[e].Up);
    }

    private (double[] Beam, double[] Diffuse) Shares(ThermalZone zone, ZoneOptions options)
    {
        double[] beam = new double[Count], diffuse = new double[Count], kept = new double[Count];
        var floors = 0.0;
        for (var e = 0; e < Count; e++)
        {
            var isFloor = Glass[e] is null && Inner[e] > 0.7;
            kept[e] = Glass[e] is { } glass ? 1 - glass.Diffuse.Reflected : options.InnerAbsorptance;
            diffuse[e] = Area[e];
            beam[e] = isFloor ? Area[e] : 0;
            floors += beam[e];
        }
        return (SolarShares.Of(floors > 0 ? beam : diffuse, Area, kept), SolarShares.Of(diffuse, Area, kept));
    }
}
