using DigitalTwin.Water;
using DigitalTwin.Water.Energy;
using DigitalTwin.Water.Hydraulics;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Simulation.Water;

/// <summary>Adds up what flows in one network part during a coupling step, sub-step by sub-step.</summary>
internal sealed class StepTally
{
    private readonly WaterState state;
    private readonly double[] pressure, pressureMin, delivered, unserved, leakage, burst, flow, tankVolume, tankOutflow, pumpEnergy, pumpCost, position, setting;
    private readonly PumpEnergy[] pumpsBefore;

    /// <param name="state">The part's state.</param>
    /// <param name="scalesDemand">Whether the factors of demand are told too.</param>
    public StepTally(WaterState state, bool scalesDemand)
    {
        this.state = state;
        var network = state.Network;
        var (n, l, t, p) = (network.Nodes.Count, network.Links.Count, network.Tanks.Count, network.Pumps.Count);
        (pressure, pressureMin) = (new double[n], new double[n]);
        (delivered, unserved, leakage, burst) = (new double[n], new double[n], new double[n], new double[n]);
        flow = new double[l];
        (tankVolume, tankOutflow) = (new double[t], new double[t]);
        (pumpEnergy, pumpCost) = (new double[p], new double[p]);
        (position, setting, DemandFactor) = (new double[l], new double[l], new double[n]);
        pumpsBefore = new PumpEnergy[p];
        Values = [pressure, pressureMin, delivered, unserved, leakage, burst, flow, tankVolume, tankOutflow, pumpEnergy, pumpCost, position, setting, .. scalesDemand ? (double[][])[DemandFactor] : []];
    }

    /// <summary>By node the factor that demand is scaled with at the end of the step, by the meters at the start of the run.</summary>
    public double[] DemandFactor { get; }

    /// <summary>One array per quantity, in the order of <see cref="WaterQuantities.All"/>.</summary>
    public IReadOnlyList<double[]> Values { get; }

    /// <summary>Begins a step.</summary>
    public void Begin()
    {
        foreach (var values in Values) Array.Clear(values);
        Array.Fill(pressureMin, double.PositiveInfinity);
        state.PumpEnergy.CopyTo(pumpsBefore, 0);
    }

    /// <summary>Takes in a solution that held for <paramref name="seconds"/>. Called when the tanks have moved on: their pressures are levels at the end.</summary>
    public void Add(double seconds)
    {
        var network = state.Network;
        for (var i = 0; i < network.Nodes.JunctionCount; i++)
        {
            delivered[i] += state.Demand[i] * seconds;
            unserved[i] += Math.Max(0, state.FullDemand[i] - state.Demand[i]) * seconds;
            leakage[i] += (state.EmitterFlow[i] + state.LeakageFlow[i]) * seconds;
            burst[i] += state.BurstFlow[i] * seconds;
        }
        for (var i = 0; i < pressure.Length; i++)
        {
            pressure[i] = state.Pressure(i);
            pressureMin[i] = Math.Min(pressureMin[i], pressure[i]);
        }
        for (var t = 0; t < tankOutflow.Length; t++)
            if (network.Tanks[t].Area > 0) tankOutflow[t] += Math.Max(0, -state.Demand[network.Tanks[t].Node]) * seconds;
        state.Flow.CopyTo(flow, 0);
    }

    /// <summary>Ends a step.</summary>
    public void End()
    {
        state.TankVolume.CopyTo(tankVolume, 0);
        for (var p = 0; p < pumpEnergy.Length; p++)
        {
            pumpEnergy[p] = state.PumpEnergy[p].Energy - pumpsBefore[p].Energy;
            pumpCost[p] = state.PumpEnergy[p].Cost - pumpsBefore[p].Cost;
        }
        for (var link = 0; link < position.Length; link++) (position[link], setting[link]) = Told(link);
    }

    /// <summary>What a link is told to do (<see cref="Position"/> less 1: 0 closed, 1 open, 2 regulating) and with which speed or setting; NaN where hydraulics alone decides.</summary>
    private (double Position, double Setting) Told(int link)
    {
        var isClosed = state.Status[link] == LinkStatus.Closed;
        return state.Network.Links.Kinds[link] switch
        {
            LinkKind.CheckValvePipe => (double.NaN, double.NaN),
            LinkKind.Pipe => (isClosed ? 0 : 1, double.NaN),
            LinkKind.Pump => (isClosed ? 0 : 1, state.Setting[link]),
            LinkKind.GeneralPurpose => (isClosed ? 0 : double.NaN, double.NaN),
            // A regulating valve may be shut by a reverse flow: it still obeys its setting.
            _ when !double.IsNaN(state.Setting[link]) => (2, state.Setting[link]),
            _ => (isClosed ? 0 : 1, double.NaN),
        };
    }
}
