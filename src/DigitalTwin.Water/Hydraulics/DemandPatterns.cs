using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Hydraulics;

/// <summary>What patterns ask for at a time: demands of junctions, heads of reservoirs, speeds of pumps.</summary>
internal sealed class DemandPatterns(WaterNetwork network)
{
    private readonly double[] multipliers = [.. Enumerable.Repeat(1.0, network.Patterns.Count + 1)];
    private readonly int[] pattern = [.. network.Nodes.DemandPattern.Select(p => p < 0 ? network.Patterns.Count : p)];

    /// <summary>Sets demands, reservoir heads and pump speeds for the state's time.</summary>
    public void Apply(WaterState state)
    {
        var period = PatternClock.Period(network.Times, state.Time);
        for (var k = 0; k < network.Patterns.Count; k++)
            multipliers[k] = network.Patterns[k].Multipliers.Length == 0 ? 1 : PatternClock.Multiplier(network.Patterns[k], period);

        SetDemands(state);
        foreach (var tank in network.Tanks)
        {
            if (tank.Area == 0 && tank.HeadPattern >= 0) state.Head[tank.Node] = network.Nodes.Elevation[tank.Node] * multipliers[tank.HeadPattern];
        }
        foreach (var pump in network.Pumps)
        {
            if (pump.SpeedPattern >= 0 && !state.Locked[pump.Link]) LinkCommand.SetSetting(state, pump.Link, multipliers[pump.SpeedPattern]);
        }
    }

    private void SetDemands(WaterState state)
    {
        var nodes = network.Nodes;
        var (starts, bases) = (nodes.DemandStart, nodes.DemandBase);
        var (full, delivered, factors, extra) = (state.FullDemand, state.Demand, state.DemandFactor, state.ExtraDemand);
        var overall = network.Options.DemandMultiplier;
        var system = 0.0;
        for (var i = 0; i < nodes.JunctionCount; i++)
        {
            var (sum, positive) = (0.0, 0.0);
            for (var c = starts[i]; c < starts[i + 1]; c++)
            {
                var demand = bases[c] * multipliers[pattern[c]] * overall;
                sum += demand;
                if (demand > 0) positive += demand;
            }
            sum = sum * factors[i] + extra[i];
            system += positive * factors[i] + Math.Max(extra[i], 0);
            full[i] = sum;
            delivered[i] = sum;
        }
        state.SystemDemand = system;
    }
}
