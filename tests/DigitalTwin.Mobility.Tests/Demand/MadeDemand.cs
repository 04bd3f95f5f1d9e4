using DigitalTwin.Numerics.Clocks;
using System.Text;
using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Demand.Tables;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Mobility.Tests.Roads;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Tests.Demand;

/// <summary>Small demand for tests: a ring road of four nodes N0 to N3 about 1 km apart near 114.40 E, 30.50 N, both ways.</summary>
internal static class MadeDemand
{
    /// <summary>Tuesday, 8 July 2025, midnight in Wuhan.</summary>
    public static readonly LocalClock Tuesday = new(new(2025, 7, 8, 0, 0, 0, TimeSpan.FromHours(8)));

    public static readonly double[] Longitude = [114.40, 114.41, 114.41, 114.40], Latitude = [30.50, 30.50, 30.51, 30.51];

    public static RoadNetwork Ring(int extraNodes = 0, params (int, int)[] extraLinks)
    {
        var made = MadeRoads.Of(4 + extraNodes, [(0, 1), (1, 2), (2, 3), (3, 0), (1, 0), (2, 1), (3, 2), (0, 3), .. extraLinks], length: 1000, speed: 10);
        Longitude.CopyTo(made.Nodes.Longitude, 0);
        Latitude.CopyTo(made.Nodes.Latitude, 0);
        return made;
    }

    public static (TripList? Trips, PlaceBook Places, ProblemList Problems) Read(string csv, double jitter = 0, string[]? purposes = null, Dictionary<string, string>? called = null, RoadNetwork? roads = null)
    {
        using var file = new MadeFile(csv);
        var (places, problems) = (new PlaceBook(roads ?? Ring()), new ProblemList());
        var names = purposes is null ? new NameBook("purpose", true) : new NameBook("purpose", purposes);
        var trips = TripCsv.Read(file.Path, called ?? [], places, [], names, new NameBook("group of drivers", ["visitors", "residents"]), jitter, problems);
        return (trips, places, problems);
    }

    public static DemandModel Model(TripList trips, PlaceBook places, double factor = 1) =>
        new(places.ToPlaces(), [new("work") { Dwell = [new(Departure.EveryDay, DwellDistribution.Lognormal(8 * 3600, 3600))] }, new("shopping")], ["visitors", "residents"], [0.75, 0.25], [trips], factor);
}

/// <summary>A file for the time of a test.</summary>
internal sealed class MadeFile : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("demand-");

    public MadeFile(string text, string name = "trips.csv") => File.WriteAllText(Path = System.IO.Path.Combine(folder.FullName, name), text, new UTF8Encoding(false));

    public string Path { get; }

    public void Dispose() => folder.Delete(true);
}
