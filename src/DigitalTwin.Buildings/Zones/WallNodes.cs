using DigitalTwin.Buildings.Envelope;

namespace DigitalTwin.Buildings.Zones;

/// <summary>An element as a chain of nodes from its outer to its inner face: capacities at the nodes, conductances between them, per m².</summary>
/// <param name="Capacity">Of each node, J/(m² K).</param>
/// <param name="Conductance">From each node to the next, W/(m² K); one less.</param>
internal sealed record WallNodes(double[] Capacity, double[] Conductance)
{
    /// <summary>Step for which layers are cut, s: a cell is as deep as a change of temperature reaches within it, √(a Δt).</summary>
    private const double CutStep = 600;

    private const int MostCells = 40;

    /// <summary>R_si for walls, roofs (heat rises) and floors (heat sinks), and R_se, m² K/W (ISO 6946:2017, table 7).</summary>
    private const double InsideWall = 0.13, InsideRoof = 0.10, InsideFloor = 0.17, Outside = 0.04;

    /// <summary>Film between the lowest node and the ground's temperature, W/(m² K): as an outer film, so that U counts as it does outdoors.</summary>
    public const double GroundFilm = 1 / Outside;

    /// <summary>Of a surface: its layers where they are known, else five nodes with its U-value and the capacity of its class.</summary>
    /// <exception cref="ArgumentException">A layer or a U-value cannot be.</exception>
    public static WallNodes Of(OpaqueSurface surface, ThermalMass mass)
    {
        if (!(surface.UValue > 0) && surface.Construction is null) throw new ArgumentException($"A {surface.Kind} of {surface.Area} m2 has neither layers nor a U-value above 0; found {surface.UValue} W/(m2 K).");
        var nodes = surface.Construction is { } construction ? OfLayers(construction, surface) : OfClass(Resistance(surface), ArealCapacity(mass));

        // Behind the middle of a party wall lies the neighbour's half: half of the resistance, half of the capacity.
        return surface.Exposure == Exposure.Adiabatic ? nodes.Half() : nodes;
    }

    /// <summary>Half of a slab between two storeys: 0.2 m² K/W in all, with the capacity of its class.</summary>
    public static WallNodes InnerSlab(ThermalMass mass) => OfClass(0.2, ArealCapacity(mass)).Half();

    /// <summary>A window: two faces without capacity.</summary>
    public static WallNodes OfGlass(double resistance) => new([0, 0], [1 / resistance]);

    /// <summary>κ_m, J/(m² K) (ISO 52016-1:2017, table B.14; from memory).</summary>
    private static double ArealCapacity(ThermalMass mass) => mass switch
    {
        ThermalMass.VeryLight => 50_000,
        ThermalMass.Light => 75_000,
        ThermalMass.Medium => 110_000,
        ThermalMass.Heavy => 175_000,
        ThermalMass.VeryHeavy => 250_000,
        _ => throw new ArgumentOutOfRangeException(nameof(mass)),
    };

    /// <summary>From face to face; at least 0.02 m² K/W, below which a U-value is all film.</summary>
    private static double Resistance(OpaqueSurface surface) => Math.Max(0.02, (1 / surface.UValue) - Outside - InsideFilm(surface.Tilt));

    private static double InsideFilm(double tilt) => tilt < 30 ? InsideRoof : tilt > 150 ? InsideFloor : InsideWall;

    /// <summary>ISO 52016-1:2017, 6.5.7.2: R/6, R/3, R/3, R/6 and, mass evenly spread (class D), κ/8, κ/4, κ/4, κ/4, κ/8.</summary>
    private static WallNodes OfClass(double resistance, double capacity) =>
        new([capacity / 8, capacity / 4, capacity / 4, capacity / 4, capacity / 8], [6 / resistance, 3 / resistance, 3 / resistance, 6 / resistance]);

    private static WallNodes OfLayers(Construction construction, OpaqueSurface surface)
    {
        List<double> capacity = [0], conductance = [];
        if (construction.Layers.Count == 0) throw new ArgumentException($"The construction '{construction.Name}' has no layers.");

        // The ground's own resistance is what the U-value has beyond the layers.
        if (surface.Exposure == Exposure.Ground && surface.UValue > 0)
        {
            var soil = (1 / surface.UValue) - Outside - InsideFilm(surface.Tilt) - construction.Resistance;
            if (soil > 1e-3) Add(1 / soil, 0);
        }
        foreach (var layer in construction.Layers)
        {
            if (!(layer.Thickness > 0 && layer.Conductivity > 0 && layer.Density >= 0 && layer.SpecificHeat >= 0))
                throw new ArgumentException($"In '{construction.Name}' the layer '{layer.Material}' has a thickness, conductivity, density or specific heat that cannot be: {layer.Thickness} m, {layer.Conductivity} W/(m K), {layer.Density} kg/m3, {layer.SpecificHeat} J/(kg K).");
            var depth = layer.ArealHeatCapacity > 0 ? Math.Sqrt(layer.Conductivity * layer.Thickness / layer.ArealHeatCapacity * CutStep) : double.PositiveInfinity;
            var cells = Math.Clamp((int)Math.Ceiling(layer.Thickness / depth), 1, MostCells);
            for (var k = 0; k < cells; k++) Add(cells * layer.Conductivity / layer.Thickness, layer.ArealHeatCapacity / cells);
        }
        return new([.. capacity], [.. conductance]);

        void Add(double g, double c)
        {
            conductance.Add(g);
            capacity[^1] += 0.5 * c;
            capacity.Add(0.5 * c);
        }
    }

    private WallNodes Half() => new([.. Capacity.Select(c => 0.5 * c)], [.. Conductance.Select(g => 2 * g)]);
}
