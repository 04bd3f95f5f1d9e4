namespace DigitalTwin.Mobility.Assignment.Bushes;

/// <summary>Trips to where the bush of their origin does not lead.</summary>
internal static class UnservedByBushes
{
    /// <summary>Names them, class by class and origin by origin.</summary>
    public static List<UnservedTrips> Of(AssignmentState state, IReadOnlyList<TravellerClass> classes, int nodes)
    {
        var zones = classes[0].Demand.ZoneCount;
        var unserved = new List<UnservedTrips>();
        var reached = new bool[nodes];
        for (var i = 0; i < state.Bushes.Length; i++)
        {
            if (state.Bushes[i] is not { } bush || bush.Count == nodes) continue;
            reached.AsSpan().Clear();
            foreach (var node in bush.Node.AsSpan(0, bush.Count)) reached[node] = true;
            var (c, origin) = (i / zones, i % zones);
            var demand = classes[c].Demand;
            for (var at = demand.Start[origin]; at < demand.Start[origin + 1]; at++)
            {
                var destination = demand.Destination[at];
                if (destination != origin && !reached[destination]) unserved.Add(new(c, origin, destination, demand.Trips[at] * state.DemandFactor[c]));
            }
        }
        return unserved;
    }
}
