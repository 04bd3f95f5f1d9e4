using System.Runtime.CompilerServices;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Hydraulics;

/// <summary>What patterns ask for at a time: demands of junctions, heads of reservoirs, speeds of pumps.</summary>
internal sealed class DemandPatterns
{
    private readonly WaterNetwork network;
    private readonly Pattern[] patterns;
    private readonly double[] multipliers;
    private readonly int[] patternOfDemand;
    private readonly (int Node, int Pattern)[] movingHeads;
    private readonly (int Link, int Pattern)[] movingSpeeds;
    private (double Time, long Period) clock = (double.NaN, 0);
    private long period = long.MinValue; // whose multipliers stand in the array

    public DemandPatterns(WaterNetwork network)
    {
        this.network = network;
        patterns = [.. network.Patterns];
        multipliers = new double[patterns.Length + 1];
        multipliers[^1] = 1; // for demands without a pattern
        patternOfDemand = Array.ConvertAll(network.Nodes.DemandPattern, p => p < 0 ? patterns.Length : p);
        movingHeads = [.. network.Tanks.Where(t => t.Area == 0 && t.HeadPattern >= 0).Select(t => (t.Node, t.HeadPattern))];
        movingSpeeds = [.. network.Pumps.Where(p => p.SpeedPattern >= 0).Select(p => (p.Link, p.SpeedPattern))];
    }

    /// <summary>Sets demands, reservoir heads and pump speeds for the state's time.</summary>
    public void Apply(WaterState state)
    {
        TurnTo(Period(state.Time));
        SetDemands(state);
        foreach (var (node, pattern) in movingHeads) state.Head[node] = network.Nodes.Elevation[node] * multipliers[pattern];
        foreach (var (link, pattern) in movingSpeeds)
        {
            if (!state.Locked[link]) LinkCommand.SetSetting(state, link, multipliers[pattern]);
        }
    }

    /// <summary>Pattern periods passed at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Period(double time)
    {
        if (time != clock.Time) clock = (time, PatternClock.Period(network.Times, time));
        return clock.Period;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void TurnTo(long now)
    {
        if (now == period) return;
        period = now;
        for (var k = 0; k < patterns.Length; k++)
            multipliers[k] = patterns[k].Multipliers.Length == 0 ? 1 : PatternClock.Multiplier(patterns[k], period);
    }

    private void SetDemands(WaterState state)
    {
        var nodes = network.Nodes;
        var junctions = nodes.JunctionCount;
        var (starts, bases, ofDemand, now) = (nodes.DemandStart, nodes.DemandBase, patternOfDemand, multipliers);
        var (full, delivered, factors, extra) = (state.FullDemand, state.Demand, state.DemandFactor, state.ExtraDemand);
        var overall = network.Options.DemandMultiplier;
        var (system, c) = (0.0, junctions > 0 ? starts[0] : 0);
        for (var i = 0; i < junctions; i++)
        {
            var (sum, positive) = (0.0, 0.0);
            for (var end = starts[i + 1]; c < end; c++)
            {
                var demand = bases[c] * now[ofDemand[c]] * overall;
                sum += demand;
                positive += Math.Max(demand, 0);
            }
            sum = sum * factors[i] + extra[i];
            system += positive * factors[i] + Math.Max(extra[i], 0);
            full[i] = sum;
            delivered[i] = sum;
        }
        state.SystemDemand = system;
    }
}
