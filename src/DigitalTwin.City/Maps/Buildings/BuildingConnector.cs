using DigitalTwin.Cities.Assets;
using DigitalTwin.Cities.Maps.Parking;
using DigitalTwin.Cities.Places;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Water.Network;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Maps.Buildings;

/// <summary>Joins places to what serves them: the nearest water junction, the nearest road (motorways have no entrances), the lots and kerbs around, the district. Safe to ask from many threads.</summary>
public sealed class BuildingConnector
{
    private readonly TransverseMercator plane;
    private readonly BuildingReach reach;
    private readonly PlaneCells junctions, lots;
    private readonly (double X, double Y)[] junctionPlaces, lotPlaces;
    private readonly int[] junctionNodes;
    private readonly RoadFinder? roads;
    private readonly DistrictMap districts;

    internal BuildingConnector(
        MapFile map, BuildingReach reach, WaterNetwork? water, WaterPlaces? waterPlaces, RoadNetwork? roads, ParkingSupply? parking, IReadOnlyList<District> districts)
    {
        this.reach = reach;
        plane = TransverseMercator.About(map.Longitude, map.Latitude);
        junctionNodes = water is null ? [] : [.. Enumerable.Range(0, water.Nodes.Count).Where(i => water.Nodes.Kinds[i] == NodeKind.Junction)];
        junctionPlaces = [.. junctionNodes.Select(i => plane.Forward(waterPlaces!.Longitude[i], waterPlaces.Latitude[i]))];
        lotPlaces = parking is null ? [] : [.. parking.Facilities.Select(f => plane.Forward(f.Longitude, f.Latitude))];
        (junctions, lots) = (Cells(junctionPlaces), Cells(lotPlaces));
        this.roads = roads is null ? null : new(roads, map.Longitude, map.Latitude, map.RoadDefaults.Side == DrivingSide.Right);
        this.districts = new(districts);
    }

    /// <summary>What serves a place.</summary>
    /// <param name="longitude">Degrees east.</param>
    /// <param name="latitude">Degrees north.</param>
    /// <param name="footprint">Its footprint in degrees, from whose edge the way to the road is measured; null for a point.</param>
    public BuildingConnection At(double longitude, double latitude, Geometry? footprint = null)
    {
        var (x, y) = plane.Forward(longitude, latitude);
        var junction = junctions.Nearest(x, y, 1, i => Distance(junctionPlaces[i], x, y));
        var (node, away) = junction.Count > 0 && junction[0].Distance <= reach.Water ? (junctionNodes[junction[0].Row], junction[0].Distance) : (-1, double.NaN);
        var road = RoadNear.None;
        if (roads is not null)
        {
            var thing = footprint is null ? new Point(x, y) : roads.OnPlane(footprint);
            road = roads.Nearest(thing, new Coordinate(x, y), reach.Road);
        }
        return new(node, away, road.Link, road.Link < 0 ? double.NaN : road.Distance, districts.At(longitude, latitude), Lots(x, y));
    }

    private List<int> Lots(double x, double y)
    {
        var near = new SortedSet<(double Distance, int Lot)>();
        if (lotPlaces.Length > 0)
            foreach (var lot in lots.Touching(new(x - reach.Parking, y - reach.Parking, x + reach.Parking, y + reach.Parking)))
                if (Distance(lotPlaces[lot], x, y) is var distance && distance <= reach.Parking) near.Add((distance, lot));
        return [.. near.Take(BuildingReach.MostLots).Select(n => n.Lot)];
    }

    private static PlaneCells Cells((double X, double Y)[] places) => new([.. places.Select(p => new PlaneBox(p.X, p.Y, p.X, p.Y))]);

    private static double Distance((double X, double Y) at, double x, double y) => Math.Sqrt((at.X - x) * (at.X - x) + (at.Y - y) * (at.Y - y));
}
