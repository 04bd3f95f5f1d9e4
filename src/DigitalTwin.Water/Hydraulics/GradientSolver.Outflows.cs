using System.Runtime.CompilerServices;

namespace DigitalTwin.Water.Hydraulics;

/// <content>
/// What leaves at junctions: demand, emitters, leaks and bursts. All that depends on pressure is a virtual link from the junction to a reservoir at its
/// elevation, with a head loss h(q) of its own (equations W9, W15 to W18).
/// </content>
internal sealed partial class GradientSolver
{
    private readonly List<int> burstNodes = [];
    private readonly List<double> burstLoss = [];
    private readonly double emitterPower; // n of h = k q^n

    private bool PressureDriven => options.DemandModel == DemandModel.PressureDriven;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void LoadOutflows()
    {
        burstNodes.Clear();
        burstLoss.Clear();
        for (var i = 0; i < plan.JunctionCount; i++)
        {
            if (state.BurstArea[i] > 0)
            {
                burstNodes.Add(i);
                burstLoss.Add(Orifice.Loss(state.BurstArea[i]));
                if (!(state.BurstFlow[i] > 0)) state.BurstFlow[i] = Foot.Flow;
            }
            else if (state.BurstFlow[i] != 0)
            {
                state.BurstFlow[i] = 0;
            }
        }
    }

    private double OutflowAt(int node) => state.Demand[node] + state.EmitterFlow[node] + state.LeakageFlow[node] + state.BurstFlow[node];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AssembleOutflows()
    {
        var rows = plan.RowOfNode;
        var demand = state.Demand;
        for (var i = 0; i < plan.JunctionCount; i++) matrix.RightHandSide[rows[i]] -= demand[i];
        var outflows = plan.Outflows;
        for (var e = 0; e < outflows.EmitterNodes.Length; e++)
        {
            var i = outflows.EmitterNodes[e];
            var (loss, gradient) = EmitterLoss(outflows.EmitterLoss[e], state.EmitterFlow[i]);
            Attach(i, state.EmitterFlow[i], loss, gradient, 0);
        }
        for (var b = 0; b < burstNodes.Count; b++)
        {
            var i = burstNodes[b];
            var (loss, gradient) = Orifice.Evaluate(burstLoss[b], state.BurstFlow[i]);
            Attach(i, state.BurstFlow[i], loss, gradient, 0);
        }
        for (var k = 0; k < outflows.LeakNodes.Length; k++)
        {
            var i = outflows.LeakNodes[k];
            if (outflows.FixedLeakLoss[k] > 0) AttachLeak(i, state.FixedLeak[k], Leak.Evaluate(outflows.FixedLeakLoss[k], 2, state.FixedLeak[k]));
            if (outflows.GrowingLeakLoss[k] > 0) AttachLeak(i, state.GrowingLeak[k], Leak.Evaluate(outflows.GrowingLeakLoss[k], 2.0 / 3, state.GrowingLeak[k]));
        }
        if (PressureDriven) AssemblePressureDemands();
    }

    private void AttachLeak(int node, double q, (double Loss, double Gradient) leak) => Attach(node, q, leak.Loss, leak.Gradient, 0);

    // A virtual link to a reservoir at the node's elevation plus a pressure: 1/h' to ground, its flow and correction on the right.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Attach(int node, double q, double loss, double gradient, double pressure)
    {
        var row = plan.RowOfNode[node];
        matrix.Ground[row] += 1 / gradient;
        matrix.RightHandSide[row] += (loss + plan.Network.Nodes.Elevation[node] + pressure) / gradient - q;
    }

    private void AssemblePressureDemands()
    {
        var demand = new PressureDemand(options, false);
        for (var i = 0; i < plan.JunctionCount; i++)
        {
            if (state.FullDemand[i] <= 0) continue;
            var (loss, gradient) = demand.Evaluate(state.Demand[i], state.FullDemand[i]);
            // The demand itself is already on the right.
            Attach(i, 0, loss, gradient, options.MinimumPressure);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void UpdateOutflows(ref double sum, ref double change)
    {
        var outflows = plan.Outflows;
        for (var e = 0; e < outflows.EmitterNodes.Length; e++)
        {
            var i = outflows.EmitterNodes[e];
            var (loss, gradient) = EmitterLoss(outflows.EmitterLoss[e], state.EmitterFlow[i]);
            Move(ref state.EmitterFlow[i], (loss - PressureAt(i)) / gradient * relaxation, ref sum, ref change);
        }
        for (var b = 0; b < burstNodes.Count; b++)
        {
            var i = burstNodes[b];
            var (loss, gradient) = Orifice.Evaluate(burstLoss[b], state.BurstFlow[i]);
            Move(ref state.BurstFlow[i], (loss - PressureAt(i)) / gradient * relaxation, ref sum, ref change);
        }
        if (PressureDriven) UpdatePressureDemands(ref sum, ref change);
        for (var k = 0; k < outflows.LeakNodes.Length; k++) UpdateLeak(k, ref sum, ref change);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Move(ref double q, double dq, ref double sum, ref double change)
    {
        q -= dq;
        Count(q, dq, ref sum, ref change);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double PressureAt(int node) => head[plan.RowOfNode[node]] - plan.Network.Nodes.Elevation[node];

    private void UpdatePressureDemands(ref double sum, ref double change)
    {
        var demand = new PressureDemand(options, true);
        for (var i = 0; i < plan.JunctionCount; i++)
        {
            var full = state.FullDemand[i];
            if (full <= 0) continue;
            var (loss, gradient) = demand.Evaluate(state.Demand[i], full);
            var dq = (loss - (PressureAt(i) - options.MinimumPressure)) / gradient * relaxation;
            Move(ref state.Demand[i], Math.Clamp(dq, -0.4 * full, 0.4 * full), ref sum, ref change);
        }
    }

    private void UpdateLeak(int k, ref double sum, ref double change)
    {
        var outflows = plan.Outflows;
        var i = outflows.LeakNodes[k];
        var dq = MoveLeak(ref state.FixedLeak[k], outflows.FixedLeakLoss[k], 2, i) + MoveLeak(ref state.GrowingLeak[k], outflows.GrowingLeakLoss[k], 2.0 / 3, i);
        state.LeakageFlow[i] = state.FixedLeak[k] + state.GrowingLeak[k];
        if (dq != 0) Count(state.LeakageFlow[i], dq, ref sum, ref change);
    }

    private double MoveLeak(ref double q, double coefficient, double n, int node)
    {
        if (coefficient == 0) return 0;
        var (loss, gradient) = Leak.Evaluate(coefficient, n, q);
        var dq = (loss - PressureAt(node)) / gradient * relaxation;
        q -= dq;
        return dq;
    }

    private bool LeaksHaveConverged()
    {
        var outflows = plan.Outflows;
        for (var k = 0; k < outflows.LeakNodes.Length; k++)
        {
            var h = Math.Max(PressureAt(outflows.LeakNodes[k]), 0);
            var expected = outflows.FixedLeakLoss[k] > 0 ? Math.Sqrt(h / outflows.FixedLeakLoss[k]) : 0;
            if (outflows.GrowingLeakLoss[k] > 0) expected += Math.Pow(h / outflows.GrowingLeakLoss[k], 1.5);
            if (Math.Abs(expected - state.FixedLeak[k] - state.GrowingLeak[k]) > Foot.FlowTolerance) return false;
        }
        return true;
    }

    private bool DemandsHaveConverged()
    {
        var demand = new PressureDemand(options, false);
        for (var i = 0; i < plan.JunctionCount; i++)
        {
            var full = state.FullDemand[i];
            if (full > 0 && Math.Abs(demand.Delivered(PressureAt(i), full) - state.Demand[i]) > Foot.FlowTolerance) return false;
        }
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (double Loss, double Gradient) EmitterLoss(double k, double q)
    {
        var n = emitterPower;
        var gradient = n * k * (n == 2 ? Math.Abs(q) : Math.Pow(Math.Abs(q), n - 1));
        if (gradient < Foot.LeastGradient)
        {
            gradient = Foot.LeastGradient / n;
            var linear = gradient * q;
            if (!options.EmitterBackflow) Barrier.AddLower(q, ref linear, ref gradient);
            return (linear, gradient);
        }
        var loss = gradient * q / n;
        if (!options.EmitterBackflow) Barrier.AddLower(q, ref loss, ref gradient);
        return (loss, gradient);
    }
}
