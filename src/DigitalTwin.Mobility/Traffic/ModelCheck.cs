using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Traffic;

/// <summary>Whether roads, lots, places, groups and trips fit together. A sentence for each mistake.</summary>
internal static class ModelCheck
{
    public static void Check(RoadNetwork network, ParkingSupply supply, Places places, IReadOnlyList<DriverGroup> groups, ProblemList problems)
    {
        void Say(string sentence) => problems.Error("", 0, 0, sentence);
        var links = network.Links;
        for (var link = 0; link < links.Count; link++)
        {
            if (!(links.Length[link] > 0 && links.FreeSpeed[link] > 0 && links.Capacity[link] > 0 && links.Storage[link] > 0) || double.IsInfinity(links.Length[link] + links.Capacity[link]))
                Say($"Link {links.Ids[link]} has a length of {links.Length[link]} m, a free speed of {links.FreeSpeed[link]} m/s, a capacity of {links.Capacity[link]} vehicles/s and room for {links.Storage[link]} vehicles; all four must be above 0, length and capacity finite.");
            if (!(links.GreenShare[link] is > 0 and <= 1)) Say($"The signal at the end of link {links.Ids[link]} is green for a share of {links.GreenShare[link]}; above 0 to 1 is accepted.");
        }
        for (var place = 0; place < places.Count; place++)
        {
            if ((uint)places.Node[place] >= (uint)network.Nodes.Count) Say($"Place {places.Ids[place]} is at node {places.Node[place]}; the network has nodes 0 to {network.Nodes.Count - 1}.");
            if (places.Facility is { } facility && (uint)(facility[place] + 1) > (uint)supply.Facilities.Count) Say($"Place {places.Ids[place]} is facility {facility[place]}; there are facilities 0 to {supply.Facilities.Count - 1}.");
        }
        foreach (var facility in supply.Facilities)
        {
            if ((uint)facility.Link >= (uint)links.Count) Say($"Facility {facility.Id} is on link {facility.Link}; the network has links 0 to {links.Count - 1}.");
            if ((uint)facility.ExitNode >= (uint)network.Nodes.Count) Say($"Cars leave facility {facility.Id} at node {facility.ExitNode}; the network has nodes 0 to {network.Nodes.Count - 1}.");
        }
        if (groups.Count is 0 or > 256) Say($"There are {groups.Count} groups of drivers; 1 to 256 are accepted.");
    }

    public static void Check(MobilityModel model, TripTable trips)
    {
        var problems = new ProblemList();
        int places = model.Places.Count, groups = model.Groups.Count;
        for (var i = 0; i < trips.Count; i++)
        {
            void Say(string sentence) => problems.Error("", 0, 0, $"Trip {trips.Ids[i]} {sentence}");
            if ((uint)trips.Origin[i] >= (uint)places || (uint)trips.Destination[i] >= (uint)places)
                Say($"goes from place {trips.Origin[i]} to {trips.Destination[i]}; there are places 0 to {places - 1}.");
            if (trips.Group[i] >= groups) Say($"is of group {trips.Group[i]}; there are groups 0 to {groups - 1}.");
            if (!double.IsFinite(trips.Departure[i])) Say($"departs at {trips.Departure[i]} s; a finite time is accepted.");
            if (trips.Dwell[i] is < 0 or double.PositiveInfinity) Say($"stays for {trips.Dwell[i]} s; 0 and more is accepted, or NaN when it does not park.");
        }
        problems.ThrowIfErrors();
    }
}
