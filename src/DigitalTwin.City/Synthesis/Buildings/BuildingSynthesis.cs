using System.Globalization;
using DigitalTwin.Buildings;
using DigitalTwin.Buildings.CityJson;
using DigitalTwin.Buildings.Records;
using DigitalTwin.Buildings.Shapes;
using DigitalTwin.Cities.Places;
using DigitalTwin.Cities.Synthesis.Traffic;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Quadtree;

namespace DigitalTwin.Cities.Synthesis.Buildings;

/// <summary>
/// Buildings of a synthetic city: for every corner what its people, jobs and shops need, in the blocks beside its streets, as CityJSON 2.0. The residents of all buildings are the people of the city,
/// their jobs and shops those of its zones.
/// </summary>
internal sealed class BuildingSynthesis(SynthesisOptions options, CityPlan city, Terrain terrain, TransverseMercator plane)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "buildings.city.json";

    /// <summary>Largest city that gets buildings: each takes a few kB until all are written.</summary>
    public const int MostJunctions = 200_000;

    private const string Source = "synthetic";

    private readonly List<ShapedBuilding> buildings = [];
    private readonly CoordinateSystem system = SystemAt(options.Longitude);
    private readonly Quadtree<Polygon> standing = new();
    private int estates;

    /// <summary>Number of buildings.</summary>
    public int Count => buildings.Count;

    /// <summary>Whether a city of this size gets buildings.</summary>
    public static bool Fits(SynthesisOptions options) => options.Junctions <= MostJunctions;

    public void Add(Quarter quarter, QuarterSites sites)
    {
        var (grid, plots) = (quarter.Grid, new BuildingPlots(city, quarter, standing));
        var (draws, ages) = (new Draws(city.Random, "buildings", quarter.Plan.Index), new Draws(city.Random, "building ages", quarter.Plan.Index));
        var zones = 0;
        foreach (var zone in QuarterZones.Of(grid, QuarterZones.Side(options)))
        {
            // What was built together is of one age: older in the middle of a quarter.
            var middle = zone.Corners[zone.Corners.Length / 2];
            var far = Math.Max(Math.Abs(grid.Column[middle] / (double)grid.Columns - 0.5), Math.Abs(grid.Row[middle] / (double)grid.Rows - 0.5));
            var year = 1988 + (int)(36 * Math.Clamp(0.6 * 2 * far + 0.4 * ages.Uniform(zones), 0, 1));
            var (estate, number) = (InventedNames.Place(estates++), 0);
            foreach (var corner in zone.Corners)
            {
                // Each corner has its four plots; the largest plan chooses first.
                var free = plots.Around(corner).Select((plot, k) => (plot, Order: draws.Uniform(1_000_000 + 8 * corner + k))).OrderBy(p => p.Order).Select(p => p.plot).ToList();
                foreach (var plan in CornerPlans.Of(quarter, sites, corner, year, draws).OrderByDescending(p => p.FloorArea / p.Storeys))
                {
                    var age = Math.Min(2024, year + (int)(4 * draws.Uniform(2_000_000 + 8 * corner + number % 8)));
                    Build(plots, corner, plan, free, age, estate, ++number, quarter.Plan.Index, draws.Uniform(3_000_000 + 8 * corner + number % 8));
                }
            }
        }
    }

    public void Write(Stream stream, CancellationToken cancellation) =>
        CityJsonWriter.Write(stream, buildings, system.Name, new() { Grid = 0.01, Title = $"{options.Name}: synthetic buildings" }, cancellation);

    private void Build(BuildingPlots plots, int corner, BuildingPlan plan, List<BuildingPlot> free, int year, (string En, string Zh) estate, int number, int quarter, double chance)
    {
        Polygon? footprint = null;
        for (var i = 0; i < free.Count && footprint is null; i++)
        {
            var (width, depth) = plots.RoomOf(free[i], corner);
            var (length, breadth) = Sides(plan, Math.Max(6, width), Math.Max(6, depth));
            footprint = plots.Fit(free[i], corner, length, breadth);
            if (footprint is not null) free.RemoveAt(i);
        }
        // A corner so hemmed in that nothing fits has its people in one more storey of what stands: a hut on the edge of its ground.
        footprint ??= Hut(plots.Around(corner)[number % 4]);
        var storeys = Math.Clamp((int)Math.Round(plan.FloorArea / footprint.Area), plan.Use == BuildingUse.Industrial ? 1 : 2, 45);
        var id = $"B-{buildings.Count + 1}";
        var record = Record(plan, id, year, storeys, estate, number, quarter, chance);
        var height = Math.Round(storeys * plan.StoreyHeight + 0.6, 2);
        var middle = footprint.Centroid;
        var ground = Math.Round(terrain.At(middle.X, middle.Y), 1);
        var placed = (Polygon)footprint.Moved(OnGrid);
        var gabled = plan.Use == BuildingUse.Residential && year < 2000 && storeys <= 7 && chance < 0.5;
        buildings.Add(new(record, gabled ? Extrusion.Gabled(id, placed, ground, height, height + 2.6) : Extrusion.Flat(id, placed, ground, height)));
    }

    /// <summary>Slabs of homes are 13 m deep; everything else is about half as long again as broad.</summary>
    private static (double Length, double Breadth) Sides(BuildingPlan plan, double width, double depth)
    {
        var area = plan.FloorArea / plan.Storeys;
        var breadth = plan.Use == BuildingUse.Residential && plan.Storeys <= 11 ? 13 : Math.Sqrt(area / 1.5);
        breadth = Math.Clamp(breadth, Math.Min(9, depth), depth);
        return (Math.Clamp(area / breadth, Math.Min(9, width), width), breadth);
    }

    private static Polygon Hut(BuildingPlot plot)
    {
        var (s, t) = (0.75 * plot.Width, 0.75 * plot.Depth);
        var (x, y) = (plot.X + s * plot.Along.X + t * plot.Across.X, plot.Y + s * plot.Along.Y + t * plot.Across.Y);
        return new(new LinearRing([new(x - 3, y - 3), new(x + 3, y - 3), new(x + 3, y + 3), new(x - 3, y + 3), new(x - 3, y - 3)]));
    }

    private BuildingRecord Record(BuildingPlan plan, string id, int year, int storeys, (string En, string Zh) estate, int number, int quarter, double chance)
    {
        var (en, zh, house) = NameOf(plan.Use);
        var (_, district) = InventedNames.District(quarter);
        var others = new SortedDictionary<string, Known<string>>(StringComparer.Ordinal) { ["name_zh"] = new($"{estate.Zh}{zh}{(house ? $"{number}幢" : "")}", Source) };
        if (plan.Jobs > 0) others["jobs"] = new(plan.Jobs.ToString("0", CultureInfo.InvariantCulture), Source);
        if (plan.ShopArea > 0) others["shop_area_m2"] = new(plan.ShopArea.ToString("0", CultureInfo.InvariantCulture), Source);
        // A few addresses are not up to the standard, as everywhere; the report finds them.
        var quarters = chance is > 0.5 and < 0.53 ? "" : $"{estate.Zh}{zh}小区";
        return new()
        {
            Id = id,
            Name = new($"{estate.En} {en} {number}", Source),
            Address = chance > 0.985 ? null : new($"示范省示范市{options.TitleZh.TrimEnd('区')}区{district}街道{estate.Zh}社区{quarters}{number}幢", Source),
            Use = new(plan.Use, Source),
            Year = new(year, Source),
            Storeys = new(storeys, Source),
            Households = plan.People > 0 ? new(Math.Max(1, (int)Math.Round(plan.People / 2.62)), Source) : null,
            Occupants = plan.Use == BuildingUse.Residential ? new(plan.People, Source) : plan.Use is BuildingUse.Office or BuildingUse.Industrial ? new(plan.Jobs, Source) : null,
            Codes = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["building-code"] = string.Create(CultureInfo.InvariantCulture, $"999900{buildings.Count + 1:000000}") },
            Others = others,
        };
    }

    private static (string En, string Zh, bool IsHouse) NameOf(BuildingUse use) => use switch
    {
        BuildingUse.Residential => ("Court", "苑", true),
        BuildingUse.Office => ("Building", "大厦", false),
        BuildingUse.Retail => ("Market", "商场", false),
        BuildingUse.Industrial => ("Works", "工厂", false),
        BuildingUse.School => ("School", "学校", false),
        BuildingUse.Hotel => ("Hotel", "宾馆", false),
        BuildingUse.Hospital => ("Hospital", "医院", false),
        _ => ("House", "楼", true),
    };

    private (double X, double Y) OnGrid(double x, double y)
    {
        var (longitude, latitude) = plane.Inverse(x - city.Width / 2, y - city.Height / 2);
        return system.FromDegrees(longitude, latitude);
    }

    /// <summary>The 3-degree Gauss-Krüger grid of CGCS2000 in China's longitudes, else the UTM zone (north of the equator or not, a grid goes on).</summary>
    private static CoordinateSystem SystemAt(double longitude)
    {
        var zone = (int)Math.Round((longitude - 75) / 3);
        var name = zone is >= 0 and <= 20 ? $"EPSG:{4534 + zone}" : $"EPSG:{32601 + (int)Math.Clamp((longitude + 180) / 6, 0, 59)}";
        return CoordinateSystem.TryParse(name, out var system) ? system : throw new InvalidOperationException(name);
    }
}
