using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Demand.Tables;
using DigitalTwin.Mobility.Estimation;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Tests.Estimation;

public class EstimateCsvTests
{
    [Fact]
    public void What_was_estimated_is_read_again_as_demand_of_the_same_trips_and_stays()
    {
        var estimate = new LotEstimate
        {
            Slot = 3600, Arrivals = [.. Enumerable.Range(0, 24).Select(h => h == 3 ? 0 : 10.0 + h)], Occupancy = new double[24], Fitted = new double[24],
            Stay = new(5400, 0.8), Evidence = StayEvidence.Entries, LongestStay = 9000, Error = 1, Days = 40,
        };
        var folder = Directory.CreateTempSubdirectory("estimate").FullName;
        EstimateCsv.Write(folder, [new("lot-P-07", "114.41 30.5", 0b011_1110, estimate)], ["114.4 30.5", "114.402 30.5"]);

        var (problems, book) = (new ProblemList(), new PlaceBook(Street()));
        var read = PurposeCsv.Read(Path.Combine(folder, "purposes.csv"), problems);
        var purposes = new NameBook("purpose", read.Select(p => p.Name));
        var matrix = OdCsv.Read(Path.Combine(folder, "od.csv"), new Dictionary<string, string>(), [], book, purposes, new NameBook("group", ["visitors"]), problems)!;
        var dwell = DwellCsv.Read(Path.Combine(folder, "dwell.csv"), purposes, problems);
        Assert.Empty(problems);
        Assert.Equal(estimate.PerDay, matrix.Cells.Sum(c => c.Trips), 1e-3);
        Assert.Equal(2 * 23, matrix.Cells.Count);
        Assert.All(matrix.Cells, c => Assert.Equal(0b011_1110, c.Days));
        Assert.Equal(5400, dwell[0][0].Stay.Mean, 1e-6);
        Directory.Delete(folder, recursive: true);
    }

    private static RoadNetwork Street()
    {
        var roads = MadeRoads();
        return new(new RoadNodes { Ids = roads.Nodes.Ids, Longitude = [114.4, 114.402, 114.41], Latitude = [30.5, 30.5, 30.5], IsThrough = [true, true, true] }, roads.Links, []);
    }

    private static RoadNetwork MadeRoads() => Roads.MadeRoads.Of(3, [(0, 1), (1, 0), (1, 2), (2, 1)]);
}
