using DigitalTwin.Buildings;
using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Cities.Assets;

namespace DigitalTwin.Cities.Tests.Maps.Buildings;

public class BuildingPartTests
{
    [Fact]
    public void Footprints_with_heights_become_whole_buildings_of_the_city()
    {
        using var folder = BuildingMap.Make();
        var (city, problems) = folder.Load();
        Assert.DoesNotContain(problems, p => p.Severity == Numerics.Diagnostics.Severity.Error);
        var stock = city.Buildings!;
        Assert.Equal(["B-1", "B-2", "B-3", "B-4"], stock.Buildings.Select(b => b.Id));
        var home = stock.Buildings[stock.Find("B-1")];
        Assert.Equal((BuildingUse.Residential, 1998, 6, 36), (home.Use, home.Year, home.Storeys, home.Households));
        var office = stock.Buildings[stock.Find("B-2")];
        Assert.Equal((BuildingUse.Office, 2016, 10), (office.Use, office.Year, office.Storeys));
        Assert.Equal(131.2 * 0.3048, office.Height, 12);
        Assert.Equal("footprints.geojson", office.Record.Height!.Source);
        Assert.Equal(-1, stock.Find("B-9"));
    }

    [Fact]
    public void A_wall_between_two_buildings_loses_no_heat_up_to_the_lower_roof()
    {
        using var folder = BuildingMap.Make();
        var stock = folder.Load().City.Buildings!;
        var (home, office) = (stock.Buildings[0], stock.Buildings[1]);
        var side = 0.0001 * 110_861; // m of meridian at 30.5 N, to a ten-thousandth
        Assert.Equal(side * 18, home.Zone.Opaque.Where(s => s.Exposure == Exposure.Adiabatic).Sum(s => s.Area), side * 0.01);
        Assert.Equal(home.Zone.Opaque.Where(s => s.Exposure == Exposure.Adiabatic).Sum(s => s.Area), office.Zone.Opaque.Where(s => s.Exposure == Exposure.Adiabatic).Sum(s => s.Area), 1e-6);
    }

    [Fact]
    public void Buildings_are_assets_and_joined_to_what_serves_them()
    {
        using var folder = BuildingMap.Make();
        var city = folder.Load().City;
        var asset = city.Assets[city.Assets.Find(AssetId.Parse("building/building/B-1"))];
        Assert.Equal("J-1", asset.Attributes.Single(a => a.Name == "water_junction").Text);
        Assert.Equal("D-1", asset.Attributes.Single(a => a.Name == "district").Text);
        Assert.Equal("420111-0001", asset.Attributes.Single(a => a.Name == "building_code").Text);
        Assert.Equal("北苑1幢", asset.Attributes.Single(a => a.Name == "name_zh").Text);
        Assert.Equal(city.Buildings!.Buildings[0].Occupants, asset.Attributes.Single(a => a.Name == "people").Number);
        Assert.True(city.Buildings.Connections[0].JunctionDistance is > 15 and < 40);
    }

    [Fact]
    public void What_a_source_says_of_a_connection_holds()
    {
        using var folder = BuildingMap.Make();
        var city = folder.Load().City;
        var shop = city.Buildings!.Connections[city.Buildings.Find("B-3")];
        Assert.Equal(Array.IndexOf(city.Water!.Nodes.Ids, "J-1"), shop.Junction);
        Assert.Equal("D-2", city.Districts[shop.District].Id);
    }

    [Fact]
    public void A_building_far_from_water_is_told()
    {
        using var folder = BuildingMap.Make();
        var (city, problems) = folder.Load();
        Assert.Equal(-1, city.Buildings!.Connections[city.Buildings.Find("B-4")].Junction);
        Assert.Contains(problems, p => p.Sentence == "1 of 4 buildings has no water junction within 500 m, 'B-4' among them.");
        folder.With("city.yaml", $"{SmallMap.Yaml}\nbuildings: {{ file: footprints.geojson, reach: {{ water: 1 km }} }}\n");
        Assert.DoesNotContain(folder.Load().Problems, p => p.Sentence.Contains("water junction", StringComparison.Ordinal));
    }

    [Fact]
    public void What_nobody_says_is_stated_as_an_assumption()
    {
        using var folder = BuildingMap.Make();
        var said = folder.Load().City.Assumptions;
        Assert.Contains("2 of 4 buildings have no year; 2005 is taken ('year' under 'buildings' says otherwise).", said);
        Assert.Contains(said, s => s.StartsWith("The map has no climate of a year", StringComparison.Ordinal));
        folder.With("city.yaml", $"{SmallMap.Yaml}\nbuildings: {{ file: footprints.geojson, climate-zone: cold, year: 1990 }}\n");
        var city = folder.Load().City;
        Assert.Equal(1990, city.Buildings!.Buildings[3].Year);
        Assert.Equal("cold", DigitalTwin.Buildings.Archetypes.ClimateZones.NameOf(city.Buildings.Context.Zone));
    }

    [Fact]
    public void A_table_adds_to_buildings_by_id_and_the_more_believed_format_wins()
    {
        using var folder = BuildingMap.Make("buildings: { files: [footprints.geojson, register.csv] }")
            .With("register.csv", "id,use,year,occupants,floor_area_m2\nB-1,residential,1999,110,3000\nB-2,school,2016,,\n");
        var (city, problems) = folder.Load();
        var home = city.Buildings!.Buildings[0];
        Assert.Equal((1998, 110.0, 3000.0), (home.Year, home.Occupants, home.Zone.FloorArea));
        Assert.Equal("register.csv", home.Record.Occupants!.Source);
        var conflict = Assert.Single(city.Buildings.Merge.Conflicts);
        Assert.Equal(("B-2", "use", "office", "footprints.geojson", "school", "register.csv"), (conflict.Building, conflict.Value, conflict.Kept, conflict.KeptSource, conflict.Dropped, conflict.DroppedSource));
        Assert.Contains(problems, p => p.Sentence.StartsWith("Sources disagree in 1 values of buildings", StringComparison.Ordinal));
        folder.With("city.yaml", $"{SmallMap.Yaml}\nbuildings: {{ files: [footprints.geojson, register.csv], precedence: [csv, geojson] }}\n");
        Assert.Equal(BuildingUse.School, folder.Load().City.Buildings!.Buildings[1].Use);
    }

    [Fact]
    public void The_files_of_buildings_enter_the_hash()
    {
        using var folder = BuildingMap.Make();
        var city = folder.Load().City;
        Assert.Contains(city.Parts, p => p.Role == "buildings.1");
        folder.With("footprints.geojson", BuildingMap.Footprints.Replace("1998", "1997"));
        Assert.NotEqual(city.ContentHash, folder.Load().City.ContentHash);
    }

    [Fact]
    public void Buildings_alone_make_a_map()
    {
        using var folder = new Folder().With("f.geojson", BuildingMap.Footprints.Replace(",\"water_junction\":\"J-1\",\"district\":\"D-2\"", "")).With("city.yaml", "name: b\nplace: { lon: 114.4, lat: 30.5 }\nbuildings: f.geojson\n");
        var (city, problems) = folder.Load();
        Assert.Empty(problems);
        Assert.Equal(4, city.Assets.Count);
    }
}
