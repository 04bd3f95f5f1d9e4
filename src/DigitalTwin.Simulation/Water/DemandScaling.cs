using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Simulation.Water;

/// <summary>
/// Demands scaled to what meters said at the start. With d_i the demand of junction i in the first step (file, chance and heat, S3):
/// (S4) a metered junction has c_i = q_i / d_i; (S5) the others of a metered zone share c = (Q − L − Σ q_i) / Σ d_i, L the zone's losses; (S6) later
/// c(t) = 1 + (c − 1) e^(−(t − t₀)/τ). One for each partition, over the whole network, so that a zone may lie in several.
/// </summary>
internal sealed class DemandScaling(WaterSite site, WaterSettings settings, WaterStart start, double[] zoneLoss, KeyedRandom random, double first)
{
    /// <summary>Bounds of the factor of a zone: beyond, the meter and the network file speak of different zones.</summary>
    public const double LeastZone = 0.2, MostZone = 5;

    /// <summary>The greatest factor of a single junction.</summary>
    public const double MostJunction = 20;

    private double[]? factors;

    /// <summary>By node the factor in the first step.</summary>
    /// <param name="airTemperature">Air temperature of the first step by district, degC; empty when unknown.</param>
    public double[] Factors(ReadOnlySpan<double> airTemperature) => factors ??= Compute(airTemperature);

    /// <summary>(S6) A factor's share that is left at a time.</summary>
    public double At(double factor, double time) => 1 + (factor - 1) * Math.Exp(-(time - first) / settings.StartDemandMemory);

    private double[] Compute(ReadOnlySpan<double> airTemperature)
    {
        var network = site.Network;
        var demand = Asked(network);
        var drivers = new double[network.Nodes.Count];
        var ones = new double[network.Nodes.Count];
        Array.Fill(ones, 1);
        new DemandDrivers(settings, random, network, site.District).Apply(first, airTemperature, ones, drivers);
        for (var i = 0; i < network.Nodes.JunctionCount; i++) demand[i] *= drivers[i];
        return Of(start, site, demand, zoneLoss);
    }

    /// <summary>What the network file asks for at time 0 of its clock, m³/s by node (S3 without chance and heat).</summary>
    public static double[] Asked(WaterNetwork network)
    {
        var (nodes, times) = (network.Nodes, network.Times);
        var period = (long)Math.Floor(times.PatternStart / times.PatternStep);
        var asked = new double[nodes.Count];
        for (var i = 0; i < nodes.JunctionCount; i++)
        {
            for (var c = nodes.DemandStart[i]; c < nodes.DemandStart[i + 1]; c++)
            {
                var multipliers = nodes.DemandPattern[c] < 0 ? [] : network.Patterns[nodes.DemandPattern[c]].Multipliers;
                asked[i] += nodes.DemandBase[c] * (multipliers.Length == 0 ? 1 : multipliers[period % multipliers.Length]) * network.Options.DemandMultiplier;
            }
        }
        return asked;
    }

    /// <summary>(S4, S5) The factors by node, from the demand that each would have without them.</summary>
    public static double[] Of(WaterStart start, WaterSite site, double[] demand, double[] zoneLoss)
    {
        var factors = new double[demand.Length];
        for (var i = 0; i < factors.Length; i++)
            factors[i] = start.JunctionDemand[i] is var q && !double.IsNaN(q) && demand[i] > 0 ? Math.Clamp(q / demand[i], 0, MostJunction)
                : double.IsNaN(start.DemandFactor[i]) ? 1 : start.DemandFactor[i];
        for (var z = 0; z < site.Zones.Count; z++)
        {
            var metered = Metered(start, z, zoneLoss);
            if (double.IsNaN(metered)) continue;
            var (left, shared) = (metered, 0.0);
            for (var i = 0; i < site.Network.Nodes.JunctionCount; i++)
            {
                if (site.Zone[i] != z) continue;
                if (Shares(start, demand, i)) shared += demand[i];
                else left -= demand[i] * factors[i];
            }
            var factor = shared > 0 ? Math.Clamp(left / shared, LeastZone, MostZone) : 1;
            for (var i = 0; i < site.Network.Nodes.JunctionCount; i++)
                if (site.Zone[i] == z && Shares(start, demand, i)) factors[i] = factor;
        }
        return factors;
    }

    /// <summary>What the consumers of a zone draw by its meter, m³/s; NaN when it has none.</summary>
    public static double Metered(WaterStart start, int zone, double[] zoneLoss) =>
        double.IsNaN(start.ZoneDemand[zone]) ? start.ZoneInflow[zone] - zoneLoss[zone] : start.ZoneDemand[zone];

    /// <summary>Whether a junction shares its zone's factor: it draws water and no meter of its own says how much.</summary>
    private static bool Shares(WaterStart start, double[] demand, int i) => demand[i] > 0 && double.IsNaN(start.JunctionDemand[i]);
}
