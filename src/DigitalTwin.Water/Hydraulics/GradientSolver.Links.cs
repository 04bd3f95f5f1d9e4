using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Hydraulics;

/// <content>Coefficients of links, their places in the matrix, and new flows.</content>
internal sealed partial class GradientSolver
{
    // A constant-power pump is kept from flowing backwards, but one that nothing takes water from comes to rest, whichever way that rounds.
    private const double JustOver = 1 + 1e-9;

    private readonly double[] friction;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void LinkCoefficients()
    {
        if (closedPipeCount < plan.PipeCount) PipeCoefficients();
        for (var i = 0; i < closedPipeCount; i++) (p[closedPipes[i]], z[closedPipes[i]]) = (Foot.ClosedConductance, 0);
        for (var i = 0; i < plan.Pumps.Length; i++)
        {
            var (link, place, _, _) = plan.Pumps[i];
            var speed = state.Setting[link];
            (p[place], z[place]) = state.Status[link] <= LinkStatus.Closed || speed == 0
                ? (Foot.ClosedConductance, 0)
                : plan.PumpCurves[i].Coefficients(flow[place], speed);
        }
        for (var i = 0; i < plan.PassiveValves.Length; i++)
        {
            var (link, place, _, _) = plan.PassiveValves[i];
            (p[place], z[place]) = PassiveValve(link, place, valveLoss[i]);
        }
        foreach (var valve in plan.RegulatingValves)
        {
            if (double.IsNaN(state.Setting[valve.Link])) (p[valve.Place], z[valve.Place]) = OpenOrClosed(valve.Link, valve.Place, plan.Minor[valve.Place]);
            else (p[valve.Place], z[valve.Place]) = (0, 0);
        }
    }

    private void PipeCoefficients()
    {
        var padded = plan.PaddedPipeCount;
        switch (options.HeadLoss)
        {
            case HeadLossFormula.DarcyWeisbach:
                DarcyWeisbach.Coefficients(flow.AsSpan(0, padded), friction, plan.Minor, plan.RelativeRoughness, plan.ViscosityScale, p, z);
                break;
            default:
                PowerLawFriction.Coefficients(
                    flow.AsSpan(0, padded),
                    friction,
                    plan.AnyPipeMinor ? plan.Minor.AsSpan(0, padded) : default,
                    options.HeadLoss == HeadLossFormula.HazenWilliams ? PowerLawFriction.HazenWilliamsExponent : 2,
                    p,
                    z);
                break;
        }
    }

    private (double P, double Z) OpenOrClosed(int link, int place, double minor) =>
        state.Status[link] <= LinkStatus.Closed ? (Foot.ClosedConductance, 0) : ValveLoss.Open(flow[place], minor);

    private (double P, double Z) PassiveValve(int link, int place, double minor)
    {
        var (setting, q) = (state.Setting[link], flow[place]);
        switch (plan.Network.Links.Kinds[link])
        {
            case LinkKind.PressureBreaker when !double.IsNaN(setting) && setting != 0 && minor * q * q <= setting:
                return (Foot.EnforcedConductance, setting * Foot.EnforcedConductance - q);
            case LinkKind.GeneralPurpose when state.Status[link] != LinkStatus.Closed && plan.ValveCurve[link] >= 0:
                return ValveLoss.General(plan.Network.Curves[plan.ValveCurve[link]], q);
            default:
                return OpenOrClosed(link, place, minor);
        }
    }

    // m of a passive valve at its setting.
    private double SettingLoss(int link, int place)
    {
        var (setting, minor, curve) = (state.Setting[link], plan.Minor[place], plan.ValveCurve[link]);
        return plan.Network.Links.Kinds[link] switch
        {
            LinkKind.Throttle when !double.IsNaN(setting) => ValveLoss.Minor(setting, plan.Network.Links.Diameter[link]),
            LinkKind.Positional when !double.IsNaN(setting) => ValveLoss.Positional(minor, setting, curve < 0 ? null : plan.Network.Curves[curve]),
            _ => minor,
        };
    }

    private void Assemble()
    {
        matrix.Clear();
        AssembleLinks(0, plan.PipeCount);
        AssembleLinks(plan.PaddedPipeCount, plan.PlaceCount);
        foreach (var (place, junction, known) in plan.FixedEnds)
        {
            TieToKnown(junction, known, p[place]);
        }
        foreach (var row in tiedRows) matrix.Ground[row] += Foot.ClosedConductance;
        AssembleOutflows();
        AssembleRegulatingValves();
    }

    // P couples the two ends of a link; Z is a flow out of the one and into the other.
    private void AssembleLinks(int begin, int end)
    {
        ref var coupling = ref MemoryMarshal.GetArrayDataReference(matrix.Coupling);
        ref var right = ref MemoryMarshal.GetArrayDataReference(matrix.RightHandSide);
        ref var row1 = ref MemoryMarshal.GetArrayDataReference(plan.Row1);
        ref var row2 = ref MemoryMarshal.GetArrayDataReference(plan.Row2);
        ref var entry = ref MemoryMarshal.GetArrayDataReference(plan.Entry);
        for (var i = begin; i < end; i++)
        {
            var (conductance, correction) = (p[i], z[i]);
            var (a, b) = (Unsafe.Add(ref row1, i), Unsafe.Add(ref row2, i));
            Unsafe.Add(ref coupling, Unsafe.Add(ref entry, i)) += conductance;
            Unsafe.Add(ref right, a) += correction;
            Unsafe.Add(ref right, b) -= correction;
        }
    }

    // q ← q − (Z + q − P Δh), everywhere; returns the sum of changes over the sum of flows.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double UpdateFlows()
    {
        GatherHeadLosses();
        var (sum, change) = (0.0, 0.0);
        largestChange = 0;
        var updated = UpdateWholeVectors(ref sum, ref change);
        for (var place = updated; place < plan.PipeCount; place++) Move(ref flow[place], FlowChange(place), ref sum, ref change);
        for (var place = plan.PaddedPipeCount; place < plan.PlaceCount; place++)
        {
            var dq = FlowChange(place);
            var link = plan.LinkAtPlace[place];
            if (plan.PumpOfLink[link] >= 0 && plan.PumpCurves[plan.PumpOfLink[link]].IsConstantPower && dq > JustOver * flow[place]) dq = flow[place] / 2;
            Move(ref flow[place], dq, ref sum, ref change);
        }
        GatherTankInflows();
        UpdateOutflows(ref sum, ref change);
        return sum > options.Accuracy * Foot.Flow ? change / sum : change / Foot.Flow;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Count(double q, double dq, ref double sum, ref double change)
    {
        var size = Math.Abs(dq);
        sum += Math.Abs(q);
        change += size;
        if (size > largestChange) largestChange = size;
    }

    private void GatherHeadLosses()
    {
        ref var heads = ref MemoryMarshal.GetArrayDataReference(head);
        ref var row1 = ref MemoryMarshal.GetArrayDataReference(plan.Row1);
        ref var row2 = ref MemoryMarshal.GetArrayDataReference(plan.Row2);
        for (var i = 0; i < headLoss.Length; i++)
            headLoss[i] = Unsafe.Add(ref heads, Unsafe.Add(ref row1, i)) - Unsafe.Add(ref heads, Unsafe.Add(ref row2, i));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double FlowChange(int place) => (z[place] + flow[place] - p[place] * headLoss[place]) * relaxation;

    // Pipes by vectors; returns how many. The few that fill no vector are left to be done one by one.
    private int UpdateWholeVectors(ref double sum, ref double change)
    {
        var count = plan.PipeCount - plan.PipeCount % Vector<double>.Count;
        if (count == 0) return 0;
        ref var q = ref MemoryMarshal.GetArrayDataReference(flow);
        ref var ps = ref MemoryMarshal.GetArrayDataReference(p);
        ref var zs = ref MemoryMarshal.GetArrayDataReference(z);
        ref var losses = ref MemoryMarshal.GetArrayDataReference(headLoss);
        var (sums, changes, largest) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        for (nuint i = 0; i < (nuint)count; i += (nuint)Vector<double>.Count)
        {
            var old = Vector.LoadUnsafe(ref q, i);
            var dq = (Vector.LoadUnsafe(ref zs, i) + old - Vector.LoadUnsafe(ref ps, i) * Vector.LoadUnsafe(ref losses, i)) * relaxation;
            var now = old - dq;
            now.StoreUnsafe(ref q, i);
            var size = Vector.Abs(dq);
            sums += Vector.Abs(now);
            changes += size;
            largest = Vector.Max(largest, size);
        }
        for (var lane = 0; lane < Vector<double>.Count; lane++) largestChange = Math.Max(largestChange, largest[lane]);
        (sum, change) = (Vector.Sum(sums), Vector.Sum(changes));
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void GatherTankInflows()
    {
        inflow.AsSpan(plan.JunctionCount).Clear();
        foreach (var (link, place, row1, row2) in plan.TankLinks)
        {
            if (state.Status[link] <= LinkStatus.Closed) continue;
            if (row1 >= plan.JunctionCount) inflow[row1] -= flow[place];
            if (row2 >= plan.JunctionCount) inflow[row2] += flow[place];
        }
    }
}
