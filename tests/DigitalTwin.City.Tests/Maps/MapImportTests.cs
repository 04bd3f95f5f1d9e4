using DigitalTwin.Cities.Maps;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Tests.Maps;

public class MapImportTests
{
    private static ImportOptions From(Folder folder) => new() { WaterFile = folder["net.inp"], WeatherFile = folder["year.epw"], Folder = folder["My Town"] };

    private static string Sketch => SmallMap.Network.Replace("114.395 30.500", "-5 0").Replace("114.400 30.500", "5 0").Replace("114.405 30.500", "15 0").Replace("114.406 30.500", "15 1");

    [Fact]
    public void Files_are_copied_byte_for_byte_and_read_back_as_a_map()
    {
        using var folder = SmallMap.Make().With("net.inp", Sketch);
        var report = MapImport.Import(From(folder) with { At = (114.40, 30.50) });
        Assert.Equal(File.ReadAllBytes(folder["net.inp"]), File.ReadAllBytes(folder["My Town/network.inp"]));
        Assert.Equal(File.ReadAllBytes(folder["year.epw"]), File.ReadAllBytes(folder["My Town/climate.epw"]));
        var city = City.Load(folder["My Town"]);
        Assert.Equal("my-town", city.Name);
        Assert.Equal(city.ContentHash, report.Info.ContentHash);
        Assert.Equal("574940", Assert.Single(city.Stations).Id);
        Assert.All(Enumerable.Range(0, 2), i => Assert.Equal(0, city.DistrictAt(city.WaterPlaces!.Longitude[i], city.WaterPlaces.Latitude[i])));
        // The drawing is 10 units to a pipe of a kilometre, and 1 unit to the last of 100 m: its unit is 100 m.
        Assert.Contains("Its unit is taken as 100 m, so that the pipes are drawn as long as they are.", report.Statements);
        Assert.Equal(114.40, (city.WaterPlaces!.Longitude[1] + city.WaterPlaces.Longitude[2]) / 2, 1e-4);
        Assert.Empty(report.Info.Findings);
    }

    [Fact]
    public void Without_a_place_the_network_lies_at_the_weather_station_and_says_so()
    {
        using var folder = SmallMap.Make().With("net.inp", Sketch);
        var report = MapImport.Import(From(folder) with { Name = "town" });
        Assert.Equal("The network's coordinates are taken as a local drawing whose middle (5, 0.5) lies at 114.1300 E, 30.6200 N (the weather station's place).", report.Statements[0]);
        Assert.Equal("town", report.Info.Name);
    }

    [Fact]
    public void A_georeferenced_network_lies_where_it_lies()
    {
        using var folder = SmallMap.Make();
        var report = MapImport.Import(From(folder) with { CoordinateSystem = "EPSG:4326" });
        Assert.Equal("The network lies where its coordinates in EPSG:4326 put it, about 114.4005 E, 30.5000 N.", report.Statements[0]);
        Assert.Equal(114.395, report.Info.Extent!.West, 0.002);
    }

    [Fact]
    public void A_network_without_coordinates_or_weather_can_still_be_a_map()
    {
        using var folder = SmallMap.Make().With("net.inp", SmallMap.Network[..SmallMap.Network.IndexOf("[COORD", StringComparison.Ordinal)]);
        var report = MapImport.Import(From(folder) with { WeatherFile = null, At = (114.40, 30.50) });
        Assert.Equal("The network has no coordinates; the map's place is 114.4000 E, 30.5000 N (the place given).", Assert.Single(report.Statements));
        Assert.Null(report.Info.Extent);
        Assert.Equal(Severity.Warning, Assert.Single(report.Info.Findings).Severity);
    }

    [Theory]
    [InlineData("EPSG:9", null, "'EPSG:9' is no known coordinate system;")]
    [InlineData("EPSG:4326", 114.0, "The network lies where its coordinates in EPSG:4326 put it; a place beside them would contradict that.")]
    [InlineData(null, 214.0, "The place 214, 30.5 is not a longitude and a latitude (up to 85 degrees).")]
    public void A_placement_that_cannot_be_is_refused(string? system, double? longitude, string sentence)
    {
        using var folder = SmallMap.Make();
        var options = From(folder) with { CoordinateSystem = system, At = longitude is null ? null : (longitude.Value, 30.5) };
        Assert.StartsWith(sentence, Assert.Throws<InputException>(() => MapImport.Import(options)).Problems.Single().Sentence, StringComparison.Ordinal);
        Assert.False(Directory.Exists(options.Folder));
    }

    [Fact]
    public void Mistakes_of_both_files_are_told_at_once_and_nothing_is_made()
    {
        using var folder = SmallMap.Make().With("net.inp", "[PIPES]\nP A B\n").With("year.epw", "LOCATION,x\n");
        var problems = Assert.Throws<InputException>(() => MapImport.Import(From(folder))).Problems;
        Assert.Contains(problems, p => p.File == folder["net.inp"]);
        Assert.Contains(problems, p => p.File == folder["year.epw"]);
        Assert.False(Directory.Exists(folder["My Town"]));
        Assert.Throws<InputException>(() => MapImport.Import(From(folder) with { WaterFile = folder["nowhere.inp"] }));
    }

    [Fact]
    public void A_map_is_never_written_over_something()
    {
        using var folder = SmallMap.Make();
        Assert.Throws<InputException>(() => MapImport.Import(From(folder) with { Folder = folder.Path }));
    }
}
