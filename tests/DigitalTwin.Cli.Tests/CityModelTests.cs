namespace DigitalTwin.Cli.Tests;

public sealed class CityModelTests : IDisposable
{
    private const string Cube = """
        {"type":"CityJSON","version":"2.0","transform":{"scale":[0.001,0.001,0.001],"translate":[0,0,0]},
        "CityObjects":{"B-1":{"type":"Building","geometry":[{"type":"Solid","lod":"2","boundaries":[[[[0,3,2,1]],[[4,5,6,7]],[[0,1,5,4]],[[1,2,6,5]],[[2,3,7,6]],[[3,0,4,7]]]]}]}},
        "vertices":[[0,0,0],[2000,0,0],[2000,2000,0],[0,2000,0],[0,0,2000],[2000,0,2000],[2000,2000,2000],[0,2000,2000]]}
        """;

    private readonly SmallTown town = new();

    public void Dispose() => town.Dispose();

    [Fact]
    public async Task A_city_model_is_validated_with_its_account()
    {
        File.WriteAllText(town.At("town.city.json"), Cube);
        var (code, said, error) = await SmallTown.TwinAsync("validate", town.At("town.city.json"));
        Assert.Equal(0, code);
        Assert.Contains("CityJSON 2.0, without a coordinate system: 1 objects: 1 buildings with 0 parts, LoD 2 of 1.", said + error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_solid_is_a_warning_and_a_missing_vertex_an_error()
    {
        File.WriteAllText(town.At("open.json"), Cube.Replace(",[[3,0,4,7]]", "", StringComparison.Ordinal));
        var (code, said, error) = await SmallTown.TwinAsync("validate", town.At("open.json"));
        Assert.Equal(0, code);
        Assert.Contains("302 ShellNotClosed", said + error, StringComparison.Ordinal);
        File.WriteAllText(town.At("broken.json"), Cube.Replace("[[3,0,4,7]]", "[[3,0,4,77]]", StringComparison.Ordinal));
        (code, _, error) = await SmallTown.TwinAsync("validate", town.At("broken.json"));
        Assert.Equal(2, code);
        Assert.Contains("the vertex 77 does not exist; there are 8", error, StringComparison.Ordinal);
    }
}
