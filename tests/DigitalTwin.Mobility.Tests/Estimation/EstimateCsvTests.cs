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

    [Fact]
    public void Cars_depart_so_much_earlier_as_they_drive_and_those_that_arrive_after_midnight_on_the_day_before()
    {
        var estimate = new LotEstimate
        {
            Slot = 1800, Arrivals = [.. Enumerable.Repeat(6.0, 48)], Occupancy = new double[48], Fitted = new double[48], Stay = new(3600, 0.8), Evidence = StayEvidence.Given, LongestStay = 9000, Error = 1, Days = 40,
        };
        var folder = Directory.CreateTempSubdirectory("estimate").FullName;
        EstimateCsv.Write(folder, [new("lot-P", "P", 0b011_1110, estimate), new("lot-P", "P", 0b100_0000, estimate)], ["gate"], (_, _) => 45 * 60);
        var rows = File.ReadAllLines(Path.Combine(folder, "od.csv"));
        Assert.Contains("gate,P,23:15,23:45,6,lot-P,mon tue wed thu sun", rows);
        Assert.Contains("gate,P,23:45,24:00,3,lot-P,mon tue wed thu sun", rows);
        Assert.Contains("gate,P,00:00,00:15,3,lot-P,mon tue wed thu fri", rows);
        Assert.Contains("gate,P,22:45,23:15,6,lot-P,sat", rows);
        Assert.Contains("gate,P,23:15,23:45,6,lot-P,fri", rows);
        // Who leaves on Sunday, of which there is no estimate, stays as on a working day.
        Assert.Equal(["lot-P,gamma,60,48,mon tue wed thu fri sun,estimated from 40 days of occupancy", "lot-P,gamma,60,48,sat,estimated from 40 days of occupancy"], File.ReadAllLines(Path.Combine(folder, "dwell.csv"))[1..]);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("mon-fri", 0b011_1110)]
    [InlineData("sat sun", 0b100_0001)]
    [InlineData("mon wed-sat", 0b111_1010)]
    [InlineData("daily", 0b111_1111)]
    [InlineData("sun", 0b000_0001)]
    public void Days_are_said_as_briefly_as_they_can_be_read(string text, byte days)
    {
        Assert.Equal(text, WeekDays.ShortText(days));
        Assert.True(WeekDays.TryParse(text, out var read));
        Assert.Equal(days, read);
    }

    private static RoadNetwork Street()
    {
        var roads = MadeRoads();
        return new(new RoadNodes { Ids = roads.Nodes.Ids, Longitude = [114.4, 114.402, 114.41], Latitude = [30.5, 30.5, 30.5], IsThrough = [true, true, true] }, roads.Links, []);
    }

    private static RoadNetwork MadeRoads() => Roads.MadeRoads.Of(3, [(0, 1), (1, 0), (1, 2), (2, 1)]);
}
