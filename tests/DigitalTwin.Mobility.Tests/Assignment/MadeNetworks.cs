using DigitalTwin.Mobility.Assignment;

namespace DigitalTwin.Mobility.Tests.Assignment;

/// <summary>A link of a small network: time FreeTime (1 + B (x/Capacity)^Power).</summary>
internal sealed record MadeLink(int From, int To, double FreeTime, double B = 0, double Power = 1, double Capacity = 1, double Toll = 0, double Length = 1);

/// <summary>Small networks whose equilibria are known in closed form. Nodes count from 1 as in TNTP; the first are zones.</summary>
internal static class MadeNetworks
{
    public static AssignmentNetwork Of(int nodes, int zones, IReadOnlyList<MadeLink> links, int firstThrough = 1) => new()
    {
        NodeIds = [.. Enumerable.Range(1, nodes).Select(i => $"{i}")],
        ZoneCount = zones,
        IsThrough = [.. Enumerable.Range(1, nodes).Select(i => i >= firstThrough)],
        From = [.. links.Select(l => l.From - 1)],
        To = [.. links.Select(l => l.To - 1)],
        FreeTime = [.. links.Select(l => l.FreeTime)],
        B = [.. links.Select(l => l.B)],
        Power = [.. links.Select(l => l.Power)],
        Capacity = [.. links.Select(l => l.Capacity)],
        Toll = [.. links.Select(l => l.Toll)],
        Length = [.. links.Select(l => l.Length)],
        Type = new int[links.Count],
    };

    public static TravellerClass Cars(int zones, params (int From, int To, double Trips)[] trips) => new("cars", Trips(zones, trips));

    public static DemandTable Trips(int zones, params (int From, int To, double Trips)[] trips) => DemandTable.Of(zones, trips.Select(t => (t.From - 1, t.To - 1, t.Trips)));

    /// <summary>Braess 1968: 10 x, 50 + x, 50 + x, 10 + x, 10 x.</summary>
    public static AssignmentNetwork Braess() => Of(4, 2,
    [
        new(1, 3, 1e-8, 1e9), new(1, 4, 50, 0.02), new(3, 2, 50, 0.02), new(3, 4, 10, 0.1), new(4, 2, 1e-8, 1e9),
    ]);

    /// <summary>Pigou 1920: a wide road of time 1 and a narrow one of time x.</summary>
    public static AssignmentNetwork Pigou() => Of(2, 2, [new(1, 2, 1), new(1, 2, 1e-12, 1e12)]);
}
