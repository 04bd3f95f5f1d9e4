using DigitalTwin.Water;
using DigitalTwin.Water.Energy;

namespace DigitalTwin.Simulation.Water;

/// <summary>Adds up what flows in one network part during a coupling step, sub-step by sub-step.</summary>
internal sealed class StepTally
{
    private readonly WaterState state;
    private readonly double[] pressure, pressureMin, delivered, unserved, leakage, burst, flow, tankVolume, tankOutflow, pumpEnergy, pumpCost;
    private readonly PumpEnergy[] pumpsBefore;

    public StepTally(WaterState state)
    {
        this.state = state;
        var network = state.Network;
        var (n, l, t, p) = (network.Nodes.Count, network.Links.Count, network.Tanks.Count, network.Pumps.Count);
        (pressure, pressureMin) = (new double[n], new double[n]);
        (delivered, unserved, leakage, burst) = (new double[n], new double[n], new double[n], new double[n]);
        flow = new double[l];
        (tankVolume, tankOutflow) = (new double[t], new double[t]);
        (pumpEnergy, pumpCost) = (new double[p], new double[p]);
        pumpsBefore = new PumpEnergy[p];
        Values = [pressure, pressureMin, delivered, unserved, leakage, burst, flow, tankVolume, tankOutflow, pumpEnergy, pumpCost];
    }

    /// <summary>One array per quantity, in the order of <see cref="WaterQuantities.All"/>.</summary>
    public IReadOnlyList<double[]> Values { get; }

    /// <summary>Begins a step.</summary>
    public void Begin()
    {
        foreach (var values in Values) Array.Clear(values);
        Array.Fill(pressureMin, double.PositiveInfinity);
        state.PumpEnergy.CopyTo(pumpsBefore, 0);
    }

    /// <summary>Takes in a solution that holds for <paramref name="seconds"/>. Called before the tanks move on.</summary>
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
    }
}
