using DigitalTwin.Cities;
using DigitalTwin.Cities.Maps;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Verification.Cities.ImportedTown;

/// <summary>
/// L-TOWN (BattLeDIM 2020: 782 junctions, 905 pipes, 43 km) and the SWERA weather of Wuhan become a map in which nothing is lost: the counts of the
/// file's own sections, bytes unchanged, every node in a district, and every other shared network imported or refused with a sentence.
/// </summary>
public class ImportedTownTests
{
    private static readonly string Weather = "CHN_HB_Wuhan-Nanhu.574940_SWERA.epw";

    [SharedDataFact]
    public void L_TOWN_becomes_a_map()
    {
        var folder = Directory.CreateTempSubdirectory("twin-import-");
        try
        {
            var map = Path.Combine(folder.FullName, "l-town");
            var water = SharedData.Path("epanet", "L-TOWN.inp");
            var report = MapImport.Import(new() { WaterFile = water, WeatherFile = SharedData.Path("weather", Weather), Folder = map, At = (114.40, 30.50) });
            Assert.Equal(File.ReadAllBytes(water), File.ReadAllBytes(Path.Combine(map, "network.inp")));
            var city = City.Load(map);
            Assert.Equal(
                ["water/junction 782", "water/reservoir 2", "water/tank 1", "water/pipe 905", "water/pump 1", "water/valve 3"],
                city.Assets.Layers.Where(l => l.Type.StartsWith("water", StringComparison.Ordinal)).Select(l => $"{l.Type} {l.Count}"));
            Assert.Contains("Its unit is the metre: the pipes are about as long as they are drawn.", report.Statements);
            Assert.Equal(43.2, report.Info.Water!.PipeLength / 1000, 0.1);
            Assert.Empty(report.Info.Findings);
            for (var i = 0; i < city.Water!.Nodes.Count; i++) Assert.True(city.DistrictAt(city.WaterPlaces!.Longitude[i], city.WaterPlaces.Latitude[i]) >= 0);
        }
        finally
        {
            folder.Delete(true);
        }
    }

    [SharedDataFact]
    public void Every_shared_network_is_imported_or_refused_with_a_sentence()
    {
        var folder = Directory.CreateTempSubdirectory("twin-import-");
        try
        {
            var imported = 0;
            foreach (var file in Directory.GetFiles(SharedData.Path("epanet"), "*.inp").Order(StringComparer.Ordinal))
            {
                var map = Path.Combine(folder.FullName, Path.GetFileNameWithoutExtension(file));
                try
                {
                    var report = MapImport.Import(new() { WaterFile = file, Folder = map, At = (114.40, 30.50) });
                    Assert.DoesNotContain(report.Info.Findings, f => f.Severity == Severity.Error);
                    imported++;
                }
                catch (InputException refused)
                {
                    Assert.NotEmpty(refused.Problems);
                    Assert.False(Directory.Exists(map));
                }
            }
            Assert.True(imported >= 40, $"{imported} networks were imported.");
        }
        finally
        {
            folder.Delete(true);
        }
    }
}
