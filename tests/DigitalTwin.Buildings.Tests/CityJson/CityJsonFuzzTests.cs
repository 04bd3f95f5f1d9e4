using System.Text;
using DigitalTwin.Buildings.CityJson;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Randomness;
using static DigitalTwin.Buildings.Tests.CityJson.Documents;

namespace DigitalTwin.Buildings.Tests.CityJson;

public class CityJsonFuzzTests
{
    /// <summary>Pieces that a damaged file could hold in place of others.</summary>
    private static readonly string[] Pieces = ["[", "]", "{", "}", ",", ":", "null", "-1", "99999999999", "1e308", "\"b\"", "\"p\"", "[[[[[]]]]]", "\"lod\"", "\"\\ud800\"", "true", "\u0000", "\n"];

    [Fact]
    public void No_damage_makes_the_reader_throw()
    {
        var seeds = Seeds();
        var random = new KeyedRandom(20251122);
        var broken = 0;
        for (ulong trial = 0; trial < 20_000; trial++)
        {
            var bytes = Damaged(seeds[trial % (uint)seeds.Length], random, trial);
            var problems = new ProblemList();
            var model = CityJsonReader.Read(bytes, "fuzz", null, problems);
            if (problems.HasErrors) broken++;
            Assert.All(model.Buildings, b => Assert.All(b.Surfaces, s => Assert.True(double.IsFinite(s.Area) && s.Area > 0)));
            Assert.Equal(model.Buildings.Count, model.Counts.Buildings);
        }
        Assert.True(broken > 5_000, $"{broken}");
    }

    private static byte[][] Seeds()
    {
        var semantics = Solid.Replace("]]}", "]],'semantics':{'surfaces':[{'type':'GroundSurface'},{'type':'RoofSurface'},{'type':'WallSurface'}],'values':[[0,1,2,2,2,2]]}}", StringComparison.Ordinal);
        var parts = $"'b':{{'type':'Building','children':['p','q'],'address':[{{'freeText':'here'}}]}},'p':{{'type':'BuildingPart','parents':['b'],'geometry':[{semantics}]}},'q':{{'type':'BuildingPart','parents':['b'],'geometry':[{Solid}]}}";
        var templates = "'metadata':{'referenceSystem':'EPSG:7415'},'geometry-templates':{'templates':[" + Solid + "],'vertices-templates':" + Vertices + "},";
        var instance = "{'type':'GeometryInstance','template':0,'boundaries':[1],'transformationMatrix':[0,-1,0,0, 1,0,0,0, 0,0,2,0, 0,0,0,1]}";
        string[] texts =
        [
            Model(Building(semantics, "'measuredHeight':2,'storeysAboveGround':1,'function':'1000'")),
            Model(parts, "1.1"),
            Model(Building(instance), more: templates),
            Model("", vertices: "[]") + "\n{'type':'CityJSONFeature','id':'b','CityObjects':{" + Building(semantics) + "},'vertices':" + Vertices + "}\n",
        ];
        return [.. texts.Select(t => Encoding.UTF8.GetBytes(t.Replace('\'', '"')))];
    }

    /// <summary>One to four times: a byte changed, a stretch taken out or doubled, or a piece put in.</summary>
    private static byte[] Damaged(byte[] seed, KeyedRandom random, ulong trial)
    {
        var bytes = seed.ToList();
        var counter = 0u;
        int Below(int bound) => random.Below(bound, trial, counter++);
        for (var times = 1 + Below(4); times > 0 && bytes.Count > 8; times--)
        {
            var at = Below(bytes.Count);
            var length = Math.Min(bytes.Count - at, 1 + Below(12));
            switch (Below(4))
            {
                case 0: bytes[at] = (byte)Below(256); break;
                case 1: bytes.RemoveRange(at, length); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                default: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[Below(Pieces.Length)])); break;
            }
        }
        return [.. bytes];
    }
}
