namespace DigitalTwin.Mobility.Routing.DayToDay;

/// <summary>What each trip's driver means to do: the way, and for who parks the facility that it leads to. No way: to be decided at departure.</summary>
internal sealed class DayPlans(int trips)
{
    /// <summary>Links by trip; never written to.</summary>
    public int[]?[] Route { get; } = new int[]?[trips];

    /// <summary>Facility by trip, -1 for none.</summary>
    public int[] Facility { get; } = new int[trips];

    public int Count => Route.Length;

    /// <summary>Gives the vehicles of a day their plans.</summary>
    public void GiveTo(MobilityState state)
    {
        var vehicles = state.Vehicles;
        for (var v = 0; v < Count; v++)
        {
            if (Route[v] is not { } route) continue;
            (vehicles.Route[v], vehicles.Motion[v].Step, vehicles.Facility[v]) = (route, 0, Facility[v]);
            // Nobody compares what is planned with what is met: who follows a plan has learnt it.
            vehicles.Due[v] = double.PositiveInfinity;
        }
    }

    /// <summary>Keeps what a driver without a plan has decided at departure.</summary>
    public void Keep(MobilityState state, int v)
    {
        if (Route[v] is null && state.Vehicles.Route[v] is { Length: > 0 } route) (Route[v], Facility[v]) = (route, state.Vehicles.Facility[v]);
    }

    /// <summary>Who was turned away decides anew the next day.</summary>
    public void Review(MobilityState state)
    {
        for (var v = 0; v < Count; v++)
        {
            if (state.Vehicles.Tries[v] > 0) Route[v] = null;
        }
    }

    /// <summary>The question for the quickest way of a trip.</summary>
    public RouteRequest Question(MobilityModel model, MobilityState state, int v)
    {
        var vehicles = state.Vehicles;
        var to = Facility[v] >= 0 ? RoadPoint.EndOf(model.Supply.Facilities[Facility[v]].Link) : RoadPoint.Node(model.Places.Node[vehicles.Destination[v]]);
        return new(RoadPoint.Node(model.Places.Node[vehicles.Origin[v]]), to, Math.Max(0, vehicles.Departure[v]));
    }
}
