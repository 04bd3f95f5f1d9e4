using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Mobility.Tntp;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Verification.Mobility.TransportationNetworks;

/// <summary>A network of the collection with the totals of its best-known flows.</summary>
internal sealed record PublishedEquilibrium(string Name, double Objective, double TotalTime, double TollFactor = 0, double DistanceFactor = 0)
{
    /// <summary>Networks of bstabler/TransportationNetworks at d1639b4; totals computed from the flows published there.</summary>
    public static PublishedEquilibrium[] All { get; } =
    [
        new("Braess", 386, 552),
        new("SiouxFalls", 4_231_335.287107, 7_480_225.3449),
        new("Anaheim", 1_286_032.171096, 1_419_913.8511),
        new("Barcelona", 1_265_654.922032, 1_365_715.6838),
        new("ChicagoSketch", 17_313_018.738748, 18_371_027.7197, 0.02, 0.04),
    ];

    /// <summary>Reads the network and its trips, which have no mistakes.</summary>
    public (TntpNetwork File, TravellerClass Cars) Read()
    {
        var problems = new ProblemList();
        var file = TntpReader.ReadNetwork(SharedData.Path("traffic", $"{Name}_net.tntp"), problems)!;
        var demand = TntpReader.ReadTrips(SharedData.Path("traffic", $"{Name}_trips.tntp"), file, problems)!;
        Assert.DoesNotContain(problems, p => p.Severity != Severity.Note);
        return (file, new("cars", demand) { TollFactor = TollFactor, DistanceFactor = DistanceFactor });
    }

    /// <summary>A model that goes to a gap.</summary>
    public AssignmentModel Model(double gap)
    {
        var (file, cars) = Read();
        return new(file.Network, [cars], new() { Gap = gap });
    }
}
