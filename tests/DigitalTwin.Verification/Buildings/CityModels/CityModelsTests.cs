using System.Diagnostics;
using System.Globalization;
using DigitalTwin.Buildings.CityJson;
using DigitalTwin.Buildings.CityModels;
using DigitalTwin.Buildings.Shapes;
using DigitalTwin.Numerics.Diagnostics;
using Xunit.Abstractions;

namespace DigitalTwin.Verification.Buildings.CityModels;

/// <summary>
/// Real city models of three versions against areas, volumes and heights that another program measured in them (Newell's areas by semantics, signed tetrahedra; facts §2.1), within
/// 0.1 % of the value or half of its last printed digit, whichever is larger. Heights of Den Haag are those of its parts, as they were measured.
/// </summary>
public class CityModelsTests(ITestOutputHelper output)
{
    private const string Readme = "src/DigitalTwin.Buildings/README.md";

    [SharedDataFact]
    public void Real_models_have_the_areas_heights_and_volumes_that_others_measured()
    {
        var table = new VerificationTable();
        Check("Rotterdam Delfshaven", "rotterdam_3-20-DELFSHAVEN.city.json", 853, [133_597, 145_002, 348_478], double.NaN, [12.94, 41.16], 0.5);
        Check("citygml4j LoD2", "citygml4j_lod2_buildings_v2.json", 100, [4_800.0, 9_582.4, 16_460.0], 35_184.0, [9.87, 12.00], 0.05);
        Check("the same as a sequence", "citygml4j_lod2_buildings_as_CityJSON_features.jsonl", 100, [4_800.0, 9_582.4, 16_460.0], 35_184.0, [9.87, 12.00], 0.05);
        Check("Den Haag 01", "DH_01_subs.city.json", 4, [247.8, 291.1, 1_192.0], 1_825.9, [6.34, 9.51], 0.05);
        Check("3DBAG", "3dbag_sub.city.json", 26, [], 26_021.6, [5.68, 8.40], 0.05);
        output.WriteLine(table.ToString());
        table.AssertAll();
        table.Publish(Readme, "city-models");
        table.Summarise("city-models", "City models (CityJSON)", "areas, volumes and heights measured by another program");

        void Check(string name, string file, int buildings, double[] areas, double volume, double[] heights, double digit)
        {
            var (model, _) = Read(file);
            var shapes = model.Shapes.Select(s => s!).ToArray();
            table.Add(name, "buildings", buildings, model.Buildings.Count, 0);
            if (areas.Length > 0)
            {
                Add("ground, m2", areas[0], shapes.Sum(s => s.Measures.Ground), digit);
                Add("roof, m2", areas[1], shapes.Sum(s => s.Measures.Roof), digit);
                Add("wall, m2", areas[2], shapes.Sum(s => s.Measures.Wall), digit);
            }
            if (!double.IsNaN(volume)) Add("volume, m3", volume, shapes.Sum(s => s.Measures.Volume), digit);
            var found = shapes.SelectMany(PartHeights).ToArray();
            Add("mean height, m", heights[0], found.Average(), 0.00501);
            Add("greatest height, m", heights[1], found.Max(), 0.00501);

            void Add(string quantity, double published, double ours, double least) => table.Add(name, quantity, published, Math.Round(ours, 2), Math.Max(0.001 * published, least));
        }
    }

    [SharedDataFact]
    public void Sequences_with_parts_are_read_whole()
    {
        var (model, problems) = Read("denhaag_random_5.city.jsonl");
        Assert.Equal((17, 5, 12, 0), (model.Counts.Objects, model.Counts.Buildings, model.Counts.Parts, problems.ErrorCount));
        Assert.Equal(("EPSG:28992", "CityJSONSeq 1.1"), (model.Crs, model.Format));
        Assert.All(model.Shapes, s => Assert.True(s!.Measures.Volume > 0));
    }

    [SharedDataFact]
    public void Rotterdam_is_read_with_its_party_walls_in_a_second_of_processor_time()
    {
        var cold = Timed(out var model);
        var warm = Enumerable.Range(0, 3).Select(_ => Timed(out model)).Min();
        var shared = model.Shared.Sum(s => s!.TotalNeighbours);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"853 buildings: {cold:0.00} s of processor time at first, {warm:0.00} s warm; {shared:0} m2 of walls in common"));
        Assert.True(warm < 1, $"{warm} s");
        // Both sides of every party wall: a tenth of all walls.
        Assert.InRange(shared / model.Shapes.Sum(s => s!.Measures.Wall), 0.09, 0.11);
        Assert.All(model.Buildings, b => Assert.True(b.Volume!.Value > 0 && b.Footprint!.Value.IsValid));
    }

    [SharedDataFact]
    public void Real_models_written_and_read_again_are_the_same()
    {
        foreach (var file in (string[])["rotterdam_3-20-DELFSHAVEN.city.json", "citygml4j_lod2_buildings_v2.json", "DH_01_subs.city.json", "3dbag_sub.city.json"])
        {
            var (model, _) = Read(file);
            using var first = new MemoryStream();
            CityJsonWriter.Write(first, Pairs(model), model.Crs);
            var again = CityJsonReader.Read(first.ToArray(), file, null, new ProblemList());
            using var second = new MemoryStream();
            CityJsonWriter.Write(second, Pairs(again), again.Crs);
            Assert.Equal(first.ToArray(), second.ToArray());
            Assert.Equal(model.Shapes.Sum(s => s!.Measures.Wall), again.Shapes.Sum(s => s!.Measures.Wall), 1e-4 * model.Shapes.Sum(s => s!.Measures.Wall));
        }
    }

    private static ShapedBuilding[] Pairs(CityModel model) => [.. model.Buildings.Select((b, i) => new ShapedBuilding(b, model.Shapes[i]))];

    private static IEnumerable<double> PartHeights(BuildingShape shape) =>
        Enumerable.Range(0, shape.Parts.Count).Select(part =>
        {
            var faces = shape.Shells.ToArray().Where(s => s.Part == part).SelectMany(s => Enumerable.Range(s.FirstFace, s.FaceCount)).Select(shape.Heights).ToArray();
            return faces.Max(f => f.Highest) - faces.Min(f => f.Lowest);
        });

    private static double Timed(out CityModel model)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        (model, _) = Read("rotterdam_3-20-DELFSHAVEN.city.json");
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds;
    }

    private static (CityModel Model, ProblemList Problems) Read(string file)
    {
        var problems = new ProblemList();
        var model = CityJsonReader.Read(SharedData.Path("cim", file), null, problems);
        Assert.False(problems.HasErrors, string.Join('\n', problems));
        return (model, problems);
    }
}
