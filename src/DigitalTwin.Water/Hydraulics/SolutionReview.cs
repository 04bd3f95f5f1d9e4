using System.Runtime.CompilerServices;

namespace DigitalTwin.Water.Hydraulics;

/// <summary>Looks over a solution for what EPANET warns of.</summary>
internal static class SolutionReview
{
    public static SolveReport Review(WaterState state, NetworkPlan plan, GradientSolver solver)
    {
        var options = plan.Network.Options;
        var converged = solver.RelativeError <= options.Accuracy;
        var frozen = converged && solver.Iterations > options.Trials;
        var deficient = DeficientNodes(state, plan);
        var pumps = StrainedPumps(state, plan);
        var valves = StrainedValves(state, plan);
        if (converged && solver.LooseNode < 0 && !frozen && (deficient ?? pumps ?? valves) is null)
            return new SolveReport { Time = state.Time, Converged = true, Iterations = solver.Iterations, RelativeError = solver.RelativeError };
        return new SolveReport
        {
            Time = state.Time,
            Converged = converged,
            Iterations = solver.Iterations,
            RelativeError = solver.RelativeError,
            StatusesFrozen = frozen,
            IllConditionedNode = solver.LooseNode,
            Halts = !converged && options.UnbalancedTrials < 0,
            DeficientNodes = deficient ?? [],
            StrainedPumps = pumps ?? [],
            StrainedValves = valves ?? [],
            DisconnectedNodes = Connectivity.CutOff(state),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static List<int>? DeficientNodes(WaterState state, NetworkPlan plan)
    {
        List<int>? found = null;
        var elevation = plan.Network.Nodes.Elevation;
        var pressureDriven = plan.Network.Options.DemandModel == DemandModel.PressureDriven;
        for (var i = 0; i < plan.JunctionCount; i++)
        {
            var deficient = pressureDriven
                ? state.FullDemand[i] > 0 && state.Demand[i] + Foot.FlowTolerance < state.FullDemand[i]
                : state.Head[i] < elevation[i] && state.Outflow(i) > 0;
            if (deficient) (found ??= []).Add(i);
        }
        return found;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static List<int>? StrainedPumps(WaterState state, NetworkPlan plan)
    {
        List<int>? found = null;
        for (var i = 0; i < plan.Pumps.Length; i++)
        {
            var link = plan.Pumps[i].Link;
            var (status, q) = (state.Status[link], state.Flow[link]);
            var strained = status == LinkStatus.CannotDeliverHead
                || (status >= LinkStatus.Open && (q < 0 || q > state.Setting[link] * plan.PumpCurves[i].MaxFlow));
            if (strained) (found ??= []).Add(link);
        }
        return found;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static List<int>? StrainedValves(WaterState state, NetworkPlan plan)
    {
        List<int>? found = null;
        foreach (var valve in plan.RegulatingValves)
        {
            if (state.Status[valve.Link] >= LinkStatus.CannotSupplyFlow) (found ??= []).Add(valve.Link);
        }
        return found;
    }
}
