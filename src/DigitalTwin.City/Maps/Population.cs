using DigitalTwin.Water.Network;

namespace DigitalTwin.Cities.Maps;

/// <summary>
/// How many people depend on each junction. Where the map does not say, they are estimated from the water they use.
/// </summary>
public static class Population
{
    /// <summary>
    /// Water use behind the estimate, litres per person and day: about the middle of the housing quotas of GB 50015-2019 (130 to 300 L).
    /// It counts all demand of a junction as domestic, so that shops and works appear as people.
    /// </summary>
    public const double LitresPerPersonPerDay = 200;

    /// <summary>Mean demand of each junction, m³/s: base demands times the mean of their patterns times the demand multiplier; never below 0.</summary>
    public static double[] MeanDemand(WaterNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var nodes = network.Nodes;
        var mean = new double[network.Patterns.Count];
        for (var p = 0; p < mean.Length; p++) mean[p] = network.Patterns[p].Multipliers is { Length: > 0 } m ? m.Average() : 1;
        var demand = new double[nodes.JunctionCount];
        for (var i = 0; i < demand.Length; i++)
        {
            for (var c = nodes.DemandStart[i]; c < nodes.DemandStart[i + 1]; c++)
                demand[i] += nodes.DemandBase[c] * (nodes.DemandPattern[c] < 0 ? 1 : mean[nodes.DemandPattern[c]]);
            demand[i] = Math.Max(0, demand[i] * network.Options.DemandMultiplier);
        }
        return demand;
    }

    /// <summary>People of each junction, estimated from its mean demand.</summary>
    public static double[] FromDemand(WaterNetwork network)
    {
        var people = MeanDemand(network);
        for (var i = 0; i < people.Length; i++) people[i] *= 86_400 * 1000 / LitresPerPersonPerDay;
        return people;
    }
}
