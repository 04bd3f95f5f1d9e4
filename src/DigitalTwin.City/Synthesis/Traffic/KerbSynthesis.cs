using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Cities.Maps.Parking;
using DigitalTwin.Mobility.Roads;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Synthesis.Traffic;

/// <summary>Writes kerb segments: bays on one or both sides of some side streets, for two hours where shops and offices are, without a limit where people live.</summary>
internal sealed class KerbSynthesis(GeoJsonWriter writer, RoadSynthesis roads)
{
    /// <summary>Kerb that a car takes, m: a bay of 6 m and room to get in and out.</summary>
    private const double Bay = 6.5;

    private int count;

    /// <summary>Number of segments.</summary>
    public int Count => count;

    /// <summary>Bays on all of them.</summary>
    public long Bays { get; private set; }

    public void Add(Quarter quarter, QuarterRoads streets, int firstStreet, Draws draws)
    {
        var grid = quarter.Grid;
        for (var k = 0; k < streets.Plans.Count; k++)
        {
            var plan = streets.Plans[k];
            if (plan.Class != RoadClass.Residential) continue;
            var (a, b) = (plan.Street.A, plan.Street.B);
            var busy = quarter.Use.Uses[a] is Use.Shops or Use.Offices || quarter.Use.Uses[b] is Use.Shops or Use.Offices;
            foreach (var side in new[] { RoadSide.Right, RoadSide.Left })
            {
                if (plan.IsOneWay && side == RoadSide.Left) continue;
                if (draws.Uniform(4 * k + (int)side) > (busy ? 0.17 : 0.07)) continue;
                var capacity = (int)(0.6 * grid.Distance(a, b) / Bay);
                if (capacity < 3) continue;
                Bays += capacity;
                writer.Write(ParkingFeatureWriter.AsFeature(new()
                {
                    Id = $"K-{++count}",
                    Geometry = Line(grid, a, b, side == RoadSide.Right ? 1 : -1),
                    Kind = ParkingKind.Kerb,
                    Capacity = capacity,
                    LongestStay = busy ? 7200 : double.PositiveInfinity,
                    Tariff = busy ? "kerb" : "kerb-homes",
                    Road = $"S-{firstStreet + k}",
                    Side = side,
                }));
            }
        }
    }

    /// <summary>The middle three fifths of a street, half a lane aside.</summary>
    private LineString Line(StreetGrid grid, int a, int b, int right)
    {
        var (dx, dy, aside) = (grid.X[b] - grid.X[a], grid.Y[b] - grid.Y[a], right * 5 / grid.Distance(a, b));
        return new([At(0.2), At(0.8)]);

        Coordinate At(double along) => roads.At(grid.X[a] + along * dx + aside * dy, grid.Y[a] + along * dy - aside * dx);
    }
}
