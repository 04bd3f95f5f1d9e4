using DigitalTwin.Cities.GeoJson;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Synthesis.Traffic;

/// <summary>Writes zones with the numbers that demand follows from, and in the end the gates; keeps the sums.</summary>
internal sealed class ZoneSynthesis(GeoJsonWriter writer, DistrictSynthesis borders)
{
    private int count;

    public double People { get; private set; }

    public double Jobs { get; private set; }

    public double ShopArea { get; private set; }

    public double Beds { get; private set; }

    public double Riders { get; private set; }

    /// <summary>Number of zones.</summary>
    public int Count => count;

    public void Add(Quarter quarter, QuarterSites sites, ZonePlan zone)
    {
        var people = zone.Corners.Sum(i => (double)quarter.Use.People[i]);
        var (jobs, shops) = (zone.Corners.Sum(i => sites.Jobs[i]), zone.Corners.Sum(i => sites.ShopArea[i]));
        var beds = zone.Corners.Contains(sites.Hospital) ? QuarterSites.Beds(quarter.Grid) : 0;
        var riders = zone.Corners.Contains(sites.Station) ? QuarterSites.Riders(quarter.Grid) : 0;
        if (people + jobs + shops + beds + riders == 0) return;
        (People, Jobs, ShopArea, Beds, Riders) = (People + people, Jobs + jobs, ShopArea + shops, Beds + beds, Riders + riders);
        List<KeyValuePair<string, GeoValue>> properties = [new("land_use", GeoValue.Of(UseOf(quarter, zone)))];
        foreach (var (name, number) in new[] { ("people", people), ("jobs", jobs), ("shop_area_m2", shops), ("beds", beds), ("riders", riders) })
            if (number > 0 || name is "people" or "jobs" or "shop_area_m2") properties.Add(new(name, GeoValue.Of(number)));
        writer.Write(new($"Z-{++count}", new Polygon(borders.Ring(quarter.Plan, quarter.Grid, zone.West, zone.East, zone.South, zone.North, 1)), properties));
    }

    /// <summary>The use of most of a zone's ground.</summary>
    private static string UseOf(Quarter quarter, ZonePlan zone)
    {
        var ground = new double[(int)Use.Open + 1];
        foreach (var i in zone.Corners) ground[(int)quarter.Use.Uses[i]] += quarter.Grid.Area[i];
        return (Use)Array.IndexOf(ground, ground.Max()) switch { Use.Homes => "residential", Use.Shops => "commercial", Use.Offices => "office", Use.Works => "industrial", _ => "open" };
    }
}
