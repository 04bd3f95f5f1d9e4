using System.Text.Json;

namespace DigitalTwin.Cli.Tests;

public sealed class BimTests : IDisposable
{
    private const string House = """
        ISO-10303-21;
        HEADER;
        FILE_DESCRIPTION((''),'2;1');
        FILE_NAME('house.ifc','2025-01-01T00:00:00',(''),(''),'','by hand','');
        FILE_SCHEMA(('IFC4'));
        ENDSEC;
        DATA;
        #1=IFCSIUNIT(*,.LENGTHUNIT.,.MILLI.,.METRE.);
        #2=IFCUNITASSIGNMENT((#1));
        #6=IFCPROJECT('0000000000000000000006',$,'Two floors',$,$,$,$,$,#2);
        #8=IFCSITE('0000000000000000000008',$,'Plot',$,$,$,$,$,.ELEMENT.,$,$,$,$,$);
        #9=IFCBUILDING('0000000000000000000009',$,'Small house',$,$,$,$,$,.ELEMENT.,$,$,$);
        #10=IFCBUILDINGSTOREY('0000000000000000000010',$,'Ground',$,$,$,$,$,.ELEMENT.,0.);
        #11=IFCBUILDINGSTOREY('0000000000000000000011',$,'Roof',$,$,$,$,$,.ELEMENT.,3200.);
        #12=IFCRELAGGREGATES('0000000000000000000012',$,$,$,#6,(#8));
        #13=IFCRELAGGREGATES('0000000000000000000013',$,$,$,#8,(#9));
        #14=IFCRELAGGREGATES('0000000000000000000014',$,$,$,#9,(#10,#11));
        #15=IFCSPACE('0000000000000000000015',$,'1',$,$,$,$,'Room',.ELEMENT.,.INTERNAL.,$);
        #16=IFCRELAGGREGATES('0000000000000000000016',$,$,$,#10,(#15));
        #17=IFCQUANTITYAREA('NetFloorArea',$,$,42.5,$);
        #18=IFCELEMENTQUANTITY('0000000000000000000018',$,'Qto_SpaceBaseQuantities',$,$,(#17));
        #19=IFCRELDEFINESBYPROPERTIES('0000000000000000000019',$,$,$,(#15),#18);
        ENDSEC;
        END-ISO-10303-21;
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("twin-bim-").FullName;

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    [Fact]
    public async Task Inspect_shows_the_tree_the_sums_and_what_is_missing()
    {
        var (code, output, error) = await SmallTown.TwinAsync("bim", "inspect", Write("house.ifc", House), "--tree", "4");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("IfcBuildingStorey Ground 0 m, 3.2 m high, 1 space", output, StringComparison.Ordinal);
        Assert.Contains("Roof +3.2 m, no floor", output, StringComparison.Ordinal);
        Assert.Contains("net floor area of spaces 42.5 m²", output, StringComparison.Ordinal);
        Assert.Contains("does not say where it stands", output, StringComparison.Ordinal);
        Assert.Contains("There are no tasks.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_answers_machines_in_JSON()
    {
        var (code, output, _) = await SmallTown.TwinAsync("bim", "inspect", Write("house.ifc", House), "--json");
        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        Assert.Equal(2, json.RootElement.GetProperty("counts").GetProperty("storeys").GetInt32());
        Assert.Equal(42.5, json.RootElement.GetProperty("sums").GetProperty("space-net-floor-area").GetDouble());
        Assert.Equal(1, json.RootElement.GetProperty("buildings")[0].GetProperty("storeys").GetInt32());
        Assert.Contains(json.RootElement.GetProperty("findings").EnumerateArray(), f => f.GetProperty("code").GetString() == "no-georeference");
    }

    [Theory]
    [InlineData("inspect")]
    [InlineData("validate")]
    public async Task What_is_no_building_model_gets_a_sentence_and_exit_code_2(string how)
    {
        var path = Write("other.ifc", House.Replace("IFC4", "AUTOMOTIVE_DESIGN", StringComparison.Ordinal));
        var (code, _, error) = await SmallTown.TwinAsync(how == "inspect" ? ["bim", "inspect", path] : ["validate", path]);
        Assert.Equal(2, code);
        Assert.Contains("'AUTOMOTIVE_DESIGN'", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_says_what_is_damaged_and_keeps_the_rest()
    {
        var (code, output, error) = await SmallTown.TwinAsync("validate", Write("house.ifc", House.Replace("(#15),#18", "(#15),#77", StringComparison.Ordinal)));
        Assert.Equal(0, code);
        Assert.Contains("#77, a record that the file does not have", error, StringComparison.Ordinal);
        Assert.Contains("good, 1 remark", output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
