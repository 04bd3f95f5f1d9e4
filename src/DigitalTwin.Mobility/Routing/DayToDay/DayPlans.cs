namespace DigitalTwin.Mobility.Routing.DayToDay;

/// <summary>What each trip's driver means to do: the way, and for who parks the facility that it leads to. No way: to be decided at departure.</summary>
internal sealed class DayPlans(int trips)
{
    /// <summary>Links by trip; never written to.</summary>
    public int[]?[] Route { get; } = new int[]?[trips];

    /// <summary>Facility by trip, -1 for none.</summary>
    public int[] Facility { get; } = new int[trips];

    /// <summary>Time that the way is expected to take, s.</summary>
    public double[] Expected { get; } = new double[trips];

    public int Count => Route.Length;

    /// <summary>Gives vehicles their plans.</summary>
    /// <param name="state">Their state.</param>
    /// <param name="first">Number of the first trip.</param>
    /// <param name="compares">Whether they compare what they meet with what they expect, and may leave the plan.</param>
    public void GiveTo(MobilityState state, int first, bool compares)
    {
        var vehicles = state.Vehicles;
        for (var i = 0; i < Count; i++)
        {
            if (Route[i] is not { } route) continue;
            var v = first + i;
            (vehicles.Route[v], vehicles.Motion[v].Step, vehicles.Facility[v]) = (route, 0, Facility[i]);
            vehicles.Due[v] = compares ? vehicles.Departure[v] + Expected[i] : double.PositiveInfinity;
        }
    }

    /// <summary>Keeps what a driver without a plan has decided at departure.</summary>
    public void Keep(MobilityState state, int v)
    {
        if (Route[v] is null && state.Vehicles.Route[v] is { Length: > 0 } route) (Route[v], Facility[v]) = (route, state.Vehicles.Facility[v]);
    }

    /// <summary>The question for the quickest way of a trip.</summary>
    public RouteRequest Question(MobilityModel model, MobilityState state, int v)
    {
        var vehicles = state.Vehicles;
        var to = Facility[v] >= 0 ? RoadPoint.EndOf(model.Supply.Facilities[Facility[v]].Link) : RoadPoint.Node(model.Places.Node[vehicles.Destination[v]]);
        return new(RoadPoint.Node(model.Places.Node[vehicles.Origin[v]]), to, Math.Max(0, vehicles.Departure[v]));
    }
}
