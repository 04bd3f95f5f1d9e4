using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Tests.Results;

/// <summary>Run folders with bytes changed, cut out or put in at random: every one is read or refused with a sentence, and none throws.</summary>
public sealed class BrokenFolderTests
{
    private static readonly byte[][] Spices = [[0], [0xFF], [0xED, 0xA0, 0x80], "\""u8.ToArray(), ","u8.ToArray(), "\n"u8.ToArray(), "1e999"u8.ToArray(), "-1e300"u8.ToArray(), "{"u8.ToArray(), "\\ud800"u8.ToArray(), "NaN"u8.ToArray(), "null"u8.ToArray()];

    [Theory]
    [InlineData("run.json")]
    [InlineData("kpi.csv")]
    [InlineData("series.csv")]
    [InlineData("log.jsonl")]
    public void A_damaged_folder_is_refused_with_sentences_or_makes_a_report(string file)
    {
        using var folder = new TemporaryFolder();
        RunFolder.Write(folder["a"], MadeUpRun.Manifest(), new MadeUpRun(4, 3, stepMinutes: 180).Record(), MadeUpRun.Wall, new() { WriteReport = false });
        var sound = File.ReadAllBytes(folder["a", file]);
        var random = new Random(20250708);
        var refused = 0;
        for (var trial = 0; trial < 250; trial++)
        {
            File.WriteAllBytes(folder["a", file], Damaged(sound, random));
            var problems = new ProblemList();
            if (ComparisonFolder.WriteScenario(folder["a"], problems) is null)
            {
                Assert.True(problems.HasErrors);
                Assert.All(problems, p => Assert.Matches("^[A-Z'].*[.?]$", p.Sentence));
                refused++;
            }
        }
        Assert.InRange(refused, 10, 249);    // some damage is harmless, some is not
    }

    [Fact]
    public void A_damaged_package_costs_at_most_the_map()
    {
        using var folder = new TemporaryFolder();
        RunFolder.Write(folder["a"], MadeUpRun.Manifest(), new MadeUpRun(4, 3, stepMinutes: 360).Record(), MadeUpRun.Wall, new() { WriteReport = false });
        var sound = File.ReadAllBytes(folder["a", "results.gpkg"]);
        var random = new Random(7);
        for (var trial = 0; trial < 60; trial++)
        {
            File.WriteAllBytes(folder["a", "results.gpkg"], Damaged(sound, random, changes: 40));
            Assert.NotNull(ComparisonFolder.WriteScenario(folder["a"], []));
        }
    }

    private static byte[] Damaged(byte[] sound, Random random, int changes = 2)
    {
        var bytes = sound.ToList();
        for (var change = 0; change < changes && bytes.Count > 0; change++)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, Math.Min(random.Next(1, 30), bytes.Count - at)); break;
                case 2: bytes.InsertRange(at, Spices[random.Next(Spices.Length)]); break;
                default: if (changes == 2) bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }
        return [.. bytes];
    }
}
