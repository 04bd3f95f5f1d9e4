using DigitalTwin.Mobility.Assignment.Paths;

namespace DigitalTwin.Mobility.Assignment.Analysis;

/// <summary>Trips of one pair of zones that use a selected link.</summary>
/// <param name="Traveller">Class of travellers.</param>
/// <param name="Origin">Zone.</param>
/// <param name="Destination">Zone.</param>
/// <param name="Vehicles">Trips over the link, vehicles.</param>
/// <param name="Share">Their share of all trips of the pair, 0 to 1.</param>
public readonly record struct SelectedTrips(int Traveller, int Origin, int Destination, double Vehicles, double Share);

/// <summary>
/// Select link: whose trips a link carries at the equilibrium, and where else they drive (N2). Flows by link are unique at an equilibrium, flows by route are not; these are the routes
/// that follow when the travellers from one origin who meet at a node all came there in the same proportions, wherever they go (N1). Within the flows of each origin
/// that is the division of greatest entropy. It is no statement on which of the equally good divisions among different origins holds.
/// </summary>
public sealed class SelectedLink
{
    private SelectedLink(int link, IReadOnlyList<SelectedTrips> trips, double[] volume) => (Link, Trips, Volume) = (link, trips, volume);

    /// <summary>Row of the link.</summary>
    public int Link { get; }

    /// <summary>Whose trips it carries, by class, origin and destination.</summary>
    public IReadOnlyList<SelectedTrips> Trips { get; }

    /// <summary>By row of a link: flow of those trips over it, passenger-car units; on the selected link all that it carries.</summary>
    public double[] Volume { get; }

    /// <summary>Selects a link of a solved state.</summary>
    /// <param name="model">Model that solved it.</param>
    /// <param name="state">State, solved by <see cref="AssignmentMethod.Bush"/>.</param>
    /// <param name="link">Row of the link.</param>
    /// <param name="cancellation">Looked at between origins.</param>
    /// <exception cref="ArgumentException">The state keeps flows by link only, as other methods do.</exception>
    public static SelectedLink Of(AssignmentModel model, AssignmentState state, int link, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)link, (uint)model.Network.LinkCount, nameof(link));
        if (!OriginFlows.AreKnown(state)) throw new ArgumentException("The state keeps flows by link only: it was not solved by bushes.", nameof(state));
        var graph = new PathGraph(model.Network);
        var selection = new Selection(graph, Array.IndexOf(graph.Row, link));
        var trips = new List<SelectedTrips>();
        for (var c = 0; c < state.ClassCount; c++)
            for (var origin = 0; origin < model.Network.ZoneCount; origin++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (OriginFlows.Of(state, c, origin) is not { } flows || !selection.Look(flows)) continue;
                var (demand, factor) = (model.Classes[c].Demand, state.DemandFactor[c]);
                for (var at = demand.Start[origin]; at < demand.Start[origin + 1]; at++)
                    if (demand.Destination[at] != origin && selection.Share(demand.Destination[at]) is var share and > 0) trips.Add(new(c, origin, demand.Destination[at], share * factor * demand.Trips[at], share));
            }
        var volume = new double[model.Network.LinkCount];
        graph.Scatter(selection.Volume, volume);
        return new(link, trips, volume);
    }

    /// <summary>Follows those who use the link, origin by origin. Workspace of one thread.</summary>
    private sealed class Selection(PathGraph graph, int selected)
    {
        private readonly double[] share = new double[graph.NodeCount];
        private readonly double[] need = new double[graph.NodeCount];
        private readonly int[] lookedAt = new int[graph.NodeCount];
        private readonly double[] shareOf = new double[graph.NodeCount];
        private int look;

        /// <summary>By link of the graph.</summary>
        public double[] Volume { get; } = new double[graph.LinkCount];

        /// <summary>Share of those who go to a node from the origin looked at last who use the link.</summary>
        public double Share(int node) => lookedAt[node] == look ? shareOf[node] : 0;

        /// <summary>Looks at an origin.</summary>
        /// <returns>Whether anybody from there uses the link.</returns>
        public bool Look(OriginFlows flows)
        {
            look++;
            foreach (ref readonly var link in flows.Links)
            {
                if (link.Link != selected || !(link.Flow > 0)) continue;
                FollowOn(flows);
                FollowBack(flows, link.Tail, link.Flow);
                return true;
            }
            return false;
        }

        private void FollowOn(OriginFlows flows)
        {
            for (var position = 0; position < flows.Count; position++)
            {
                double arriving = 0, over = 0;
                foreach (ref readonly var link in flows.Into(position))
                {
                    var part = link.Link == selected ? link.Flow : link.Flow * share[link.Tail];
                    arriving += link.Flow;
                    over += part;
                    Volume[link.Link] += part;
                }
                share[position] = over > 0 ? over / arriving : 0;
                (lookedAt[flows.Node(position)], shareOf[flows.Node(position)]) = (look, share[position]);
            }
        }

        private void FollowBack(OriginFlows flows, int tail, double flow)
        {
            need.AsSpan(0, tail + 1).Clear();
            need[tail] = flow;
            for (var position = tail; position > 0; position--)
            {
                if (need[position] <= 0 || flows.Arriving(position) is not (var arriving and > 0)) continue;
                foreach (ref readonly var link in flows.Into(position))
                {
                    var part = need[position] * (link.Flow / arriving);
                    Volume[link.Link] += part;
                    need[link.Tail] += part;
                }
            }
        }
    }
}
