using DigitalTwin.Buildings;
using DigitalTwin.Cities.Assets;
using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Cities.Synthesis;
using DigitalTwin.Numerics.Diagnostics;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;

namespace DigitalTwin.Cities.Tests.Synthesis;

public class BuildingSynthesisTests
{
    private static readonly Lazy<City> Shared = new(() => City.Load(Path.Combine(Repository.Root, "maps", "optics-valley")));

    [Fact]
    public void Residents_of_all_buildings_are_the_people_of_the_city()
    {
        var city = Shared.Value;
        var residents = city.Buildings!.Buildings.Where(b => b.Use == BuildingUse.Residential).Sum(b => b.Occupants);
        Assert.Equal(city.WaterPlaces!.People.Sum(), residents);
        Assert.Equal(city.Districts.Sum(d => d.People), residents);
    }

    [Fact]
    public void People_jobs_and_shops_of_every_zone_stand_in_buildings_of_that_zone()
    {
        var layer = Shared.Value.Assets.OfType(AssetTypes.Building)!;
        var tree = new STRtree<int>();
        for (var row = 0; row < layer.Count; row++) tree.Insert(new Envelope(layer.Longitude[row], layer.Longitude[row], layer.Latitude[row], layer.Latitude[row]), row);
        foreach (var zone in GeoJsonReader.Read(Path.Combine(Repository.Root, "maps", "optics-valley", "zones.geojson"), new ProblemList()))
        {
            var area = PreparedGeometryFactory.Prepare(zone.Geometry!);
            var inside = tree.Query(zone.Geometry!.EnvelopeInternal).Where(row => area.Covers(new Point(layer.Longitude[row], layer.Latitude[row]))).ToArray();
            foreach (var (column, property) in new[] { ("people", "people"), ("jobs", "jobs"), ("shop_area", "shop_area_m2") })
                Assert.Equal(zone.Number(property), inside.Sum(row => layer.Columns.Single(c => c.Name == column) is var c ? layer.At(row).Attributes.Single(a => a.Name == c.Name).Number : 0), 1e-6);
        }
    }

    [Fact]
    public void No_building_stands_on_a_street_or_in_another()
    {
        var city = Shared.Value;
        var (buildings, streets) = (city.Assets.OfType(AssetTypes.Building)!, city.Assets.OfType(AssetTypes.RoadLink)!);
        var tree = new STRtree<Geometry>();
        for (var row = 0; row < streets.Count; row++) tree.Insert(streets.GeometryOf(row)!.EnvelopeInternal, streets.GeometryOf(row)!);
        var others = new STRtree<int>();
        for (var row = 0; row < buildings.Count; row++) others.Insert(buildings.GeometryOf(row)!.EnvelopeInternal, row);
        for (var row = 0; row < buildings.Count; row++)
        {
            var footprint = buildings.GeometryOf(row)!;
            Assert.DoesNotContain(tree.Query(footprint.EnvelopeInternal), street => street.Intersects(footprint));
            Assert.DoesNotContain(others.Query(footprint.EnvelopeInternal), other => other != row && buildings.GeometryOf(other)!.Overlaps(footprint));
        }
    }

    [Fact]
    public void Densities_and_heights_are_those_of_a_city()
    {
        foreach (var building in Shared.Value.Buildings!.Buildings)
        {
            Assert.InRange(building.Storeys, 1, 45);
            Assert.InRange(building.Height / building.Storeys, 2.5, 8);
            Assert.InRange(building.Year, 1988, 2024);
            if (building.Use == BuildingUse.Residential && building.Occupants > 5) Assert.InRange(building.Zone.FloorArea / building.Occupants, 12, 80);
        }
    }

    [Fact]
    public void A_city_of_many_quarters_has_buildings_too()
    {
        using var folder = new Folder();
        var report = MapSynthesis.Write(new() { Seed = 3, Junctions = 3000, Name = "many" }, folder["made"]);
        var city = City.Load(folder["made"]);
        Assert.Equal(report.Buildings, city.Buildings!.Buildings.Count);
        Assert.Equal(report.People, city.Buildings.Buildings.Where(b => b.Use == BuildingUse.Residential).Sum(b => b.Occupants));
    }
}
