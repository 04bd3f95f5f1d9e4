using DigitalTwin.Numerics.Statistics;

namespace DigitalTwin.Mobility.Assignment.Analysis;

/// <summary>What an assignment knows of itself while it is solved.</summary>
public static class ConvergenceLog
{
    /// <summary>
    /// Objective (A3) of the flows that a state holds at a report of progress; null where it cannot be known then: for several classes of travellers and a method that keeps flows by
    /// link only.
    /// </summary>
    public static double? Objective(AssignmentModel model, AssignmentState state)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(state);
        var (objective, network) = (default(CompensatedSum), model.Network);
        for (var link = 0; link < network.LinkCount; link++) objective.Add(model.Integral(state, link, state.Volume[link]));
        if (model.Classes.Count == 1)
            for (var link = 0; link < network.LinkCount; link++) objective.Add(model.Classes[0].FixedCost(network, link) * state.Volume[link]);
        else if (model.Options.Method != AssignmentMethod.Bush) return null;
        else AddFixedCosts(model, state, ref objective);
        return objective.Value;
    }

    private static void AddFixedCosts(AssignmentModel model, AssignmentState state, ref CompensatedSum objective)
    {
        var graph = new Paths.PathGraph(model.Network);
        for (var c = 0; c < model.Classes.Count; c++)
            for (var origin = 0; origin < model.Network.ZoneCount; origin++)
            {
                if (OriginFlows.Of(state, c, origin) is not { } flows) continue;
                foreach (ref readonly var link in flows.Links)
                    if (link.Flow > 0) objective.Add(model.Classes[c].FixedCost(model.Network, graph.Row[link.Link]) * link.Flow);
            }
    }
}
