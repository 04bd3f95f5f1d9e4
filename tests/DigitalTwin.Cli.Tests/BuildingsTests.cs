using System.Text.Json;

namespace DigitalTwin.Cli.Tests;

public sealed class BuildingsTests : IDisposable
{
    /// <summary>A house of 10 m × 8 m × 6 m.</summary>
    private const string House = """
        {"type":"CityJSON","version":"1.1","transform":{"scale":[1,1,1],"translate":[0,0,0]},
        "CityObjects":{"house":{"type":"Building","attributes":{"function":"residential","storeysAboveGround":2,"yearOfConstruction":1998},"geometry":[{"type":"Solid","lod":"1","boundaries":[[
        [[0,3,2,1]],[[4,5,6,7]],[[0,1,5,4]],[[1,2,6,5]],[[2,3,7,6]],[[3,0,4,7]]]]}]}},
        "vertices":[[0,0,0],[10,0,0],[10,8,0],[0,8,0],[0,0,6],[10,0,6],[10,8,6],[0,8,6]]}
        """;

    private static readonly string Climate = Path.Combine(Repository.Root, "maps", "optics-valley", "climate-synthetic.epw");

    private readonly string folder = Directory.CreateTempSubdirectory("buildings").FullName;

    public BuildingsTests() => File.WriteAllText(At("house.city.json"), House);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_year_of_a_house_is_told_and_written()
    {
        var (code, output, _) = await SmallTown.TwinAsync("buildings", "simulate", At("house.city.json"), "--weather", Climate, "--json", "--out", At("year"));
        Assert.Equal(0, code);
        var said = JsonDocument.Parse(output).RootElement;
        Assert.Equal(1, said.GetProperty("buildings").GetInt32());
        Assert.InRange(said.GetProperty("floor-area").GetDouble(), 150, 170);
        Assert.Equal(12, said.GetProperty("months").GetArrayLength());
        var uses = said.GetProperty("uses").EnumerateArray().ToDictionary(u => u.GetProperty("name").GetString()!, u => u.GetProperty("kwh").GetDouble());
        Assert.True(uses["heating, thermal"] > 0 && uses["cooling, thermal"] > 0);
        Assert.Equal(uses["heating, thermal"], said.GetProperty("months").EnumerateArray().Sum(m => m.GetProperty("heating-kwh").GetDouble()), 1e-6 * uses["heating, thermal"]);
        Assert.Equal(8761, File.ReadAllLines(At("year/hourly.csv")).Length);
        var building = File.ReadAllLines(At("year/buildings.csv"));
        Assert.Equal(building[0].Split(',').Length, building[1].Split(',').Length);
        Assert.StartsWith("house,Residential,", building[1], StringComparison.Ordinal);
        Assert.All(File.ReadLines(At("year/hourly.csv")).Take(3), line => Assert.Equal(20, line.Split(',').Length));
    }

    [Fact]
    public async Task Every_mistake_has_its_sentence()
    {
        await Refused(["buildings", "simulate"], "Whose buildings?");
        await Refused(["buildings", "simulate", At("nowhere")], "There is no such folder or file.");
        await Refused(["buildings", "simulate", At("house.city.json")], "--weather names a climate (.epw)");
        await Refused(["buildings", "simulate", At("house.city.json"), "--weather", Climate, "--climate-zone", "hscv"], "Did you mean 'hscw'?");
        await Refused(["buildings", "simulate", At("house.city.json"), "--weather", Climate, "--model", "detailled"], "Did you mean 'detailed'?");
        await Refused(["buildings", "simulate", At("house.city.json"), "--weather", Climate, "--year", "soon"], "year");
        await Refused(["buildings", "simulate", "--bestest", "601"], "--bestest is '601'");
        File.WriteAllText(At("uses.csv"), "use,quantity,value,unit,source\nOfice,lighting,7,W/m2,s\n");
        await Refused(["buildings", "simulate", At("house.city.json"), "--weather", Climate, "--uses", At("uses.csv")], "Did you mean 'Office'?");
    }

    [Fact]
    public async Task A_case_of_the_standard_is_told_and_written()
    {
        var (code, output, _) = await SmallTown.TwinAsync("buildings", "simulate", "--bestest", "900", "--model", "5r1c", "--weather", Climate, "--json", "--out", At("standard"));
        Assert.Equal(0, code);
        var row = JsonDocument.Parse(output).RootElement.GetProperty("rows").EnumerateArray().Single();
        var written = File.ReadAllLines(At("standard/bestest.csv"));
        Assert.Equal(written[0].Split(',').Length, written[1].Split(',').Length);
        Assert.Equal(["900", "5r1c"], written[1].Split(',')[..2]);
        Assert.Equal(row.GetProperty("cooling-kwh").GetDouble(), double.Parse(written[1].Split(',')[3], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task An_import_names_what_is_odd_in_the_folder_that_it_made()
    {
        File.WriteAllText(At("bow.geojson"), """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"G1"},"geometry":{"type":"Polygon","coordinates":[[[114.4,30.5],[114.401,30.501],[114.401,30.5],[114.4,30.501],[114.4,30.5]]]}}]}""");
        var (code, output, error) = await SmallTown.TwinAsync("map", "import", "--buildings", At("bow.geojson"), "--weather", Climate, "--out", At("bow"));
        Assert.Equal(0, code);
        Assert.Contains(Path.Combine(At("bow"), "bow.geojson") + ": warning: 1 of 1 buildings have a footprint that crosses itself", output + error, StringComparison.Ordinal);
        Assert.DoesNotContain("unfinished", output + error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_assumed_of_silent_buildings_is_said()
    {
        File.WriteAllText(At("silent.city.json"), House.Replace("\"function\":\"residential\",", "", StringComparison.Ordinal).Replace(",\"yearOfConstruction\":1998", "", StringComparison.Ordinal));
        var (code, output, _) = await SmallTown.TwinAsync("buildings", "simulate", At("silent.city.json"), "--weather", Climate);
        Assert.Equal(0, code);
        Assert.Contains("1 of 1 buildings have no use; they are taken as 'other'.", output, StringComparison.Ordinal);
        Assert.Contains("1 of 1 buildings have no year; 2005 is taken.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_a_building_of_a_scenario_is_said_where_the_scenario_names_its_file()
    {
        File.WriteAllText(At("road.ifc"), "ISO-10303-21;\nHEADER;\nFILE_DESCRIPTION((''),'2;1');\nFILE_NAME('','',(''),(''),'','','');\nFILE_SCHEMA(('IFC4'));\nENDSEC;\nDATA;\nENDSEC;\nEND-ISO-10303-21;\n");
        File.WriteAllText(At("s.yaml"), $$"""
            scenario: s
            map: {{Path.Combine(Repository.Root, "maps", "optics-valley")}}
            period: { start: 2025-07-21T00:00+08:00, duration: 2 h, step: 15 min }
            seed: 1
            variants:
              as-is: {}
              built:
                events:
                  - { at: "00:30", build: building/building/T-1, from: nowhere.ifc }
                  - { at: "00:30", build: building/building/T-2, from: road.ifc, lon: 114.4, lat: 30.5 }
                  - { at: "00:30", build: building/building/T-3, from: house.city.json, lon: 114.4 }
                  - { at: "00:30", build: building/building/T-4, from: house.city.json, lon: 114.4, lat: 30.5 }
                  - { at: "01:00", build: building/building/T-4, from: house.city.json, lon: 114.41, lat: 30.5 }
            kpis: [ building.peak-power ]
            """);
        var (code, _, error) = await SmallTown.TwinAsync("validate", At("s.yaml"));
        Assert.Equal(2, code);
        Assert.Contains("s.yaml:9:9: error: 'nowhere.ifc': There is no such file, from which 'T-1' is to be built.", error, StringComparison.Ordinal);
        Assert.Contains("s.yaml:10:9: error: 'road.ifc': The file holds no building, from which 'T-2' could be built.", error, StringComparison.Ordinal);
        Assert.Contains("s.yaml:11:9: error: 'lon' and 'lat' go together.", error, StringComparison.Ordinal);
        Assert.DoesNotContain("s.yaml:12", error, StringComparison.Ordinal);
        Assert.Contains("s.yaml:13:9: error: 'building/building/T-4' is built otherwise in line 12;", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_climate_of_a_part_of_a_year_is_refused()
    {
        // Rows of July only, behind the header of eight lines.
        var lines = File.ReadAllLines(Climate);
        File.WriteAllLines(At("july.epw"), lines.Take(7).Append("DATA PERIODS,1,1,Data,Tuesday,7/1,7/31").Concat(lines.Skip(8).Where(l => l.Split(',')[1] == "7")));
        await Refused(["buildings", "simulate", At("house.city.json"), "--weather", At("july.epw")], "a whole year is needed");
    }

    private static async Task Refused(string[] arguments, string sentence)
    {
        var (code, _, error) = await SmallTown.TwinAsync(arguments);
        Assert.Equal(2, code);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    private string At(string name) => Path.Combine(folder, name);
}
