using System.Text;
using DigitalTwin.Buildings.CityJson;
using DigitalTwin.Buildings.CityModels;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Buildings.Tests.CityJson;

/// <summary>Small CityJSON texts around a cube of 2 m (the vertices 0 to 7, in mm), written with ' for ".</summary>
internal static class Documents
{
    public const string Vertices = "[[0,0,0],[2000,0,0],[2000,2000,0],[0,2000,0],[0,0,2000],[2000,0,2000],[2000,2000,2000],[0,2000,2000]]";

    /// <summary>Ground, roof and walls of the cube, as the faces of a shell.</summary>
    public const string Faces = "[[0,3,2,1]],[[4,5,6,7]],[[0,1,5,4]],[[1,2,6,5]],[[2,3,7,6]],[[3,0,4,7]]";

    public const string Solid = "{'type':'Solid','lod':'2','boundaries':[[" + Faces + "]]}";

    public static string Model(string objects, string version = "2.0", string vertices = Vertices, string more = "") =>
        $"{{'type':'CityJSON','version':'{version}','transform':{{'scale':[0.001,0.001,0.001],'translate':[1000,2000,5]}},{more}'CityObjects':{{{objects}}},'vertices':{vertices}}}";

    public static string Building(string geometry, string attributes = "", string id = "b", string more = "") => $"'{id}':{{'type':'Building','attributes':{{{attributes}}},{more}'geometry':[{geometry}]}}";

    public static (CityModel Model, ProblemList Problems) Read(string text, CityModelOptions? options = null)
    {
        var problems = new ProblemList();
        return (CityJsonReader.Read(Encoding.UTF8.GetBytes(text.Replace('\'', '"')), "town.city.json", options, problems), problems);
    }

    public static CityModel Good(string text, CityModelOptions? options = null)
    {
        var (model, problems) = Read(text, options);
        Assert.Empty(problems);
        return model;
    }
}
