using DigitalTwin.Cities.Maps;
using DigitalTwin.Cities.Tests.Maps.Roads;

namespace DigitalTwin.Cities.Tests.Maps.Emissions;

public class FleetPartTests
{
    private const string Map = "name: small\nplace: { lon: 114.41, lat: 30.50 }\nroads: streets.geojson\n";
    private const string Factors = "vehicle,pollutant,factor,a,b,c,d,e,f,from,until,source\nbus,CO2,1,900,0,0,0,0,0,10,100,made up for a test\nbus,NOx,1,5,0,0,0,0,0,10,100,made up for a test\ntram,CO2,1,1,0,0,0,0,0,10,100,made up for a test\n";
    private const string Fleet = "vehicle,share,source\nbus,60 %,a count in 2024\nelectric,0.4,a count in 2024\n";

    [Theory]
    [InlineData("", "petrol-euro-5 100 % (assumed: 'emissions' in city.yaml says otherwise); emission factors of the EMEP/EEA guidebook 2013, which come with the program")]
    [InlineData("emissions: { factors: factors.csv, fleet: fleet.csv }", "bus 60 %, electric 40 % (fleet.csv: a count in 2024); emission factors of factors.csv")]
    [InlineData("emissions: { fleet: { petrol-euro-4: 0.25, petrol-euro-6: 75 % }, source: register }", "petrol-euro-4 25 %, petrol-euro-6 75 % (city.yaml: register); emission factors of the EMEP/EEA guidebook 2013, which come with the program")]
    [InlineData("emissions: { fleet: { electric: 1 } }", "electric 100 % (city.yaml, which names no source); emission factors of the EMEP/EEA guidebook 2013, which come with the program")]
    public void A_map_says_which_cars_drive_and_what_they_emit(string emissions, string line)
    {
        using var folder = Make(emissions);
        var (city, problems) = folder.Load();
        Assert.Empty(problems);
        Assert.Contains("  fleet      " + line, MapInfoText.Lines(MapInfo.Of(city, problems)));
    }

    [Fact]
    public void Another_fleet_is_another_city()
    {
        string[] hashes = [.. new[] { "", "emissions: { fleet: fleet.csv, factors: factors.csv }", "emissions: { fleet: { electric: 1 } }", "emissions: { fleet: { electric: 0.5, petrol-euro-5: 0.5 } }" }.Select(Hash)];
        Assert.Equal(4, hashes.Distinct().Count());
        Assert.Equal(Hash("emissions: { fleet: { electric: 100 % } }"), hashes[2]);
    }

    [Theory]
    [InlineData("emissions: { factors: factors.csv }", "city.yaml:4:12: error: 'emissions' names no 'fleet': a file, or kinds of cars and their shares")]
    [InlineData("emissions: { fleet: { petrol-euro5: 100 % } }", "city.yaml:4:23: error: There are no emission factors of cars 'petrol-euro5'; there are petrol-euro-3, petrol-euro-4, petrol-euro-5, petrol-euro-6, electric. Did you mean 'petrol-euro-5'?")]
    [InlineData("emissions: { fleet: { electric: 40 } }", "city.yaml:4:33: error: 'electric': A share is from 0 to 1, or from 0 % to 100 %; found '40'. Did you mean '40 %'?")]
    [InlineData("emissions: { fleet: { electric: -1 % } }", "city.yaml:4:33: error: 'electric': A share is from 0 to 1, or from 0 % to 100 %; found '-1 %'.")]
    [InlineData("emissions: { fleet: { electric: [1] } }", "city.yaml:4:33: error: 'electric': A share is from 0 to 1, or from 0 % to 100 %; found 'a list'.")]
    [InlineData("emissions: { fleet: { electric: 40 %, petrol-euro-5: 50 % } }", "city.yaml:4:23: error: The shares of the fleet add up to 90 %, not to 100 %; cars that emit nothing on the road are 'electric'.")]
    [InlineData("emissions: { fleet: fleet.csv, factor: factors.csv }", "city.yaml:4:32: error: 'emissions' has no key 'factor'; accepted are fleet, factors, source. Did you mean 'factors'?")]
    [InlineData("emissions: { fleet: flete.csv, factors: factors.csv }", "city.yaml:4:21: error:")]
    [InlineData("emissions: { fleet: fleet.csv }", "fleet.csv:2:1: error: There are no emission factors of cars 'bus';")]
    [InlineData("emissions: { fleet: fleet.csv, factors: factors.csv, source: me }", "city.yaml:4:62: error: 'source' goes with a fleet in place; a file has a column for it.")]
    [InlineData("emissions: { fleet: { bus: 0.5, tram: 0.5 }, factors: factors.csv }", "city.yaml:4:33: error: Cars 'tram' have no emission factor for NOx.")]
    public void A_mistake_gets_its_sentence(string emissions, string expected)
    {
        using var folder = Make(emissions);
        Assert.Contains(folder.Load().Problems, p => p.ToString().Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void All_mistakes_of_a_fleet_are_told_at_once()
    {
        using var folder = Make("emissions: { fleet: { electrik: 40, petrol-euro-7: -1 } }");
        Assert.Equal(4, folder.Load().Problems.ErrorCount);
    }

    private static Folder Make(string emissions) => new Folder().With("city.yaml", Map + emissions + "\n").With("streets.geojson", MadeStreets.Crossroads).With("factors.csv", Factors).With("fleet.csv", Fleet);

    private static string Hash(string emissions)
    {
        using var folder = Make(emissions);
        return folder.Load().City.ContentHash;
    }
}
