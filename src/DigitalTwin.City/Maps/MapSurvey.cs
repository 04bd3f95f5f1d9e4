using DigitalTwin.Cities.Assets;
using DigitalTwin.Cities.BeiDou;
using DigitalTwin.Cities.Maps.Buildings;
using DigitalTwin.Cities.Maps.Demand;
using DigitalTwin.Cities.Maps.Roads;
using DigitalTwin.Cities.Places;
using DigitalTwin.Cities.Synthesis;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Geodesy;
using DigitalTwin.Water.Network;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Maps;

/// <summary>Counts, measures and doubts.</summary>
internal static class MapSurvey
{
    public static MapInfo Of(City city, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(city);
        ArgumentNullException.ThrowIfNull(problems);
        var findings = new List<Problem>(problems);
        var extent = ExtentOf(city);
        if (city.Water is not null) NetworkDoubts.Find(city, findings);
        var roads = city.Roads is null ? null : new RoadConnectivity(city.Roads);
        if (roads is not null) RoadFindings.Add(city, roads, findings);
        return new()
        {
            Name = city.Name,
            TitleEn = city.TitleEn,
            TitleZh = city.TitleZh,
            ContentHash = city.ContentHash,
            Assets = [.. city.Assets.Layers.Select(layer => new TypeCount(layer.Type, layer.Count))],
            Clock = city.Clock,
            Extent = extent,
            Water = city.Water is null ? null : Totals(city.Water, city.WaterPlaces!),
            Roads = roads is null ? null : RoadTotals.Of(city.Roads!, roads),
            RoadReport = city.RoadReport,
            Parking = city.Parking is null ? null : ParkingTotals.Of(city.Parking),
            Buildings = BuildingReport.Of(city),
            Demand = city.Demand is null ? null : DemandInfo.Of(city.Demand, findings),
            Fleet = city.Roads is null ? null : Emissions.FleetInfo.Of(city.Fleet),
            Stations = city.Weather?.Stations.Count ?? 0,
            Districts = [.. city.Districts.Select(d => new DistrictInfo(d.Id, d.NameEn, d.NameZh, d.People, PlaneArea(d.Area)))],
            Assumptions = city.Assumptions,
            Findings = findings,
        };
    }

    private static MapExtent? ExtentOf(City city)
    {
        var all = new Envelope();
        var nodes = new List<Coordinate>();
        if (city.WaterPlaces is { } places)
            for (var i = 0; i < places.Longitude.Length; i++)
                if (!double.IsNaN(places.Longitude[i])) nodes.Add(new(places.Longitude[i], places.Latitude[i]));
        if (city.Roads is { } roads)
            for (var i = 0; i < roads.Nodes.Count; i++)
                if (!double.IsNaN(roads.Nodes.Longitude[i])) nodes.Add(new(roads.Nodes.Longitude[i], roads.Nodes.Latitude[i]));
        foreach (var layer in city.Assets.Layers.Where(l => !AssetTypes.Typed.Contains(l.Type)))
            for (var row = 0; row < layer.Count; row++)
                if (!double.IsNaN(layer.Longitude[row])) nodes.Add(new(layer.Longitude[row], layer.Latitude[row]));
        foreach (var node in nodes) all.ExpandToInclude(node);
        foreach (var district in city.Districts) all.ExpandToInclude(district.Area.EnvelopeInternal);
        if (nodes.Count == 0 && city.Districts.Count == 0)
            foreach (var station in city.Stations) all.ExpandToInclude(station.Longitude, station.Latitude);
        if (all.IsNull) return null;
        var middle = all.Centre;
        var area = city.Districts.Count > 0
            ? city.Districts.Sum(d => PlaneArea(d.Area))
            : PlaneArea(new MultiPoint([.. nodes.Select(n => new Point(n))]).ConvexHull());
        return new(
            all.MinX, all.MinY, all.MaxX, all.MaxY,
            SphereDistance.Between(all.MinX, middle.Y, all.MaxX, middle.Y), SphereDistance.Between(middle.X, all.MinY, middle.X, all.MaxY), area,
            Math.Abs(middle.Y) <= 88 ? BeiDouCode.Encode(middle.X, middle.Y, 4) : "");
    }

    /// <summary>Area of a geometry in degrees on the plane about its middle, m².</summary>
    internal static double PlaneArea(Geometry geometry)
    {
        if (geometry.IsEmpty) return 0;
        var middle = geometry.EnvelopeInternal.Centre;
        var plane = TransverseMercator.About(middle.X, middle.Y);
        return geometry.Moved((x, y) => plane.Forward(x, y)).Area;
    }

    private static WaterTotals Totals(WaterNetwork network, WaterPlaces places)
    {
        var links = network.Links;
        var byDiameter = new SortedDictionary<double, (double Length, int Count)>();
        double volume = 0;
        var shut = 0;
        for (var k = 0; k < links.Count; k++)
        {
            if (links.Kinds[k] is not (LinkKind.Pipe or LinkKind.CheckValvePipe)) continue;
            var (length, count) = byDiameter.GetValueOrDefault(links.Diameter[k]);
            byDiameter[links.Diameter[k]] = (length + links.Length[k], count + 1);
            volume += Math.PI / 4 * links.Diameter[k] * links.Diameter[k] * links.Length[k];
            if (links.Status[k] == InitialStatus.Closed) shut++;
        }
        var junctions = network.Nodes.Elevation.AsSpan(0, network.Nodes.JunctionCount);
        var (lowest, highest) = (double.NaN, double.NaN);
        foreach (var z in junctions) (lowest, highest) = (z > lowest ? lowest : z, z < highest ? highest : z);
        return new()
        {
            Pipes = [.. byDiameter.Select(d => new DiameterTotal(d.Key, d.Value.Length, d.Value.Count))],
            PipeLength = byDiameter.Values.Sum(d => d.Length),
            PipeVolume = volume,
            ShutPipes = shut,
            MeanDemand = Population.MeanDemand(network).Sum(),
            People = places.People.Sum(),
            TankVolume = network.Tanks.Sum(tank => VolumeOf(network, tank)),
            LowestJunction = lowest,
            HighestJunction = highest,
            Parts = PartsOf(network),
            Equipment = (network.Patterns.Count, network.Curves.Count, network.Controls.Count, network.Rules.Count),
        };
    }

    private static int PartsOf(WaterNetwork network)
    {
        var joined = new DisjointSets(network.Nodes.Count);
        for (var k = 0; k < network.Links.Count; k++) joined.Join(network.Links.From[k], network.Links.To[k]);
        return joined.Count;
    }

    private static double VolumeOf(WaterNetwork network, Tank tank)
    {
        if (tank.Area == 0) return 0;
        if (tank.VolumeCurve < 0) return tank.Area * (tank.MaxLevel - tank.MinLevel);
        var curve = network.Curves[tank.VolumeCurve];
        return curve.Y[^1] - curve.Y[0];
    }
}
