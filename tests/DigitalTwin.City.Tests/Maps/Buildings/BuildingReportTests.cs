using DigitalTwin.Buildings.Records;
using DigitalTwin.Cities.Maps;
using DigitalTwin.Cities.Maps.Buildings;

namespace DigitalTwin.Cities.Tests.Maps.Buildings;

public class BuildingReportTests
{
    [Theory]
    [InlineData("示范省示范市光谷区云杉片区街道云杉社区云杉苑小区1幢", "")]
    [InlineData("示范省示范市光谷区云杉片区街道云杉社区1幢", "quarter")]
    [InlineData("示范市光谷区云杉街道云杉社区云杉花园3栋", "province")]
    [InlineData("示范省示范市光谷区云杉街道桂园社区桂园苑小区3幢", "")]
    [InlineData("示范省示范市光谷区云杉街道竹溪2号社区竹溪2号大厦小区2幢", "")]
    [InlineData("somewhere", "province,city,county,town,community,quarter,building")]
    public void An_address_says_which_of_its_levels_are_missing(string address, string missing) =>
        Assert.Equal(missing, string.Join(',', StandardAddress.Of(address).Missing.Select(l => l.En)));

    [Fact]
    public void The_report_counts_what_is_known_by_district()
    {
        using var folder = BuildingMap.Make();
        var (city, problems) = folder.Load();
        var report = BuildingReport.Of(city)!;
        Assert.Equal(4, report.Total.Buildings);
        Assert.Equal((2, 2), (report.Districts[0].Buildings, report.Districts[1].Buildings));
        Assert.Equal((1, 0, 1, 3), (report.Total.Address, report.Total.WholeAddress, report.Total.Code, report.Total.Footprint));
        Assert.Equal(1, report.Total.PeopleSaid);
        Assert.Contains(MapInfoText.Lines(MapInfo.Of(city, problems)), line => line.Contains("建筑", StringComparison.Ordinal));
    }

    [Fact]
    public void A_map_without_buildings_has_no_report()
    {
        using var folder = SmallMap.Make();
        Assert.Null(BuildingReport.Of(folder.Load().City));
    }
}

public class BuildingImportTests
{
    [Fact]
    public void A_map_is_made_of_buildings_alone()
    {
        using var folder = new Folder().With("f.geojson", BuildingMap.Footprints.Replace(",\"water_junction\":\"J-1\",\"district\":\"D-2\"", ""));
        var report = MapImport.Import(new() { Folder = folder["made"], BuildingFiles = [folder["f.geojson"]] });
        Assert.Equal(4, report.Info.Buildings!.Total.Buildings);
        Assert.Equal(4, City.Load(folder["made"]).Buildings!.Buildings.Count);
    }

    [Fact]
    public void A_file_that_is_none_of_buildings_makes_no_map()
    {
        using var folder = new Folder().With("f.shp", "x");
        var error = Assert.Throws<Numerics.Diagnostics.InputException>(() => MapImport.Import(new() { Folder = folder["made"], BuildingFiles = [folder["f.shp"], folder["g.csv"]] }));
        Assert.Contains("'f.shp' ends like no file of buildings", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["made"]));
    }
}
