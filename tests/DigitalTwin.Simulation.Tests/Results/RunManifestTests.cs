using System.Text;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Simulation.Results.Manifests;

namespace DigitalTwin.Simulation.Tests.Results;

public sealed class RunManifestTests
{
    private static string Json(RunManifest manifest)
    {
        using var stream = new MemoryStream();
        RunManifestWriter.Write(manifest, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static (RunManifest? Manifest, string[] Sentences) Read(string json)
    {
        var problems = new ProblemList();
        var manifest = RunManifestReader.Read(Encoding.UTF8.GetBytes(json), "run.json", problems);
        return (manifest, [.. problems.Select(p => p.ToString())]);
    }

    private static RunManifest Full => MadeUpRun.Manifest(1, 2) with
    {
        Status = RunStatus.Finished, Ended = MadeUpRun.Wall.AddSeconds(12.5), ResultHash = new('c', 64), Seed = ulong.MaxValue,
        Kpis = [MadeUpRun.Unserved, MadeUpRun.Lowest], Assumptions = [new("One thing.", "一件事。")],
        Series = [new("a", "m", new("A"))],
        Layers = [new("water_junction", new("Junctions"), 3, [new("pressure", "m", new("Pressure", "压力"), DigitalTwin.Scenarios.Vocabulary.KpiDirection.Less, 3600)], 25, 13)],
    };

    [Fact]
    public void A_manifest_reads_back_as_it_was_written()
    {
        var json = Json(Full);
        var (manifest, sentences) = Read(json);
        Assert.Empty(sentences);
        Assert.Equal(json, Json(manifest!));
        Assert.Equal(Full.Period.Start.Offset, manifest!.Period.Start.Offset);
        Assert.Contains("更早隔离爆裂的主干管有多大帮助？", json, StringComparison.Ordinal);
        Assert.Contains("\"wallSeconds\": 12.5", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_mistake_in_a_manifest_gets_a_sentence_at_once()
    {
        var json = Json(Full).Replace("\"replication\": 2", "\"replication\": 0", StringComparison.Ordinal)
            .Replace("\"finished\"", "\"finnished\"", StringComparison.Ordinal)
            .Replace("\"seed\"", "\"sead\"", StringComparison.Ordinal)
            .Replace("\"bytes\": 2345", "\"bytes\": \"2345\"", StringComparison.Ordinal)
            .Replace("\"start\": \"2025-07-08T06", "\"start\": \"2025-17-08T06", StringComparison.Ordinal);
        var (manifest, sentences) = Read(json);
        Assert.Null(manifest);
        Assert.Equal(
        [
            "run.json: error: 'status' must be one of running, stopped, finished, failed; found 'finnished'. Did you mean 'finished'?",
            "run.json: error: 'replication' must be a whole number from 1 to 2147483647; found 0.",
            "run.json: error: 'seed' is missing; it must be a whole number. Did you mean 'sead'?",
            "run.json: error: 'period.start' must be an instant like 2025-07-08T06:00:00+08:00; found \"2025-17-08T06:00:00+08:00\".",
            "run.json: error: 'inputs[1].bytes' must be a whole number; found \"2345\".",
        ], sentences);
    }

    [Theory]
    [InlineData("", "run.json:1:1: error: The file is not JSON from here on: it is broken or cut off.")]
    [InlineData("[1]", "run.json: error: A run.json holds one object; this one holds something else.")]
    [InlineData("{}", "run.json: error: 'format' must be \"digitaltwin-run/1\"; found none. It is no manifest of a run, or of another version.")]
    [InlineData("{\"format\": \"digitaltwin-run/9\"}", "run.json: error: 'format' must be \"digitaltwin-run/1\"; found \"digitaltwin-run/9\". It is no manifest of a run, or of another version.")]
    public void What_is_no_manifest_is_said_to_be_none(string json, string sentence)
    {
        var (manifest, sentences) = Read(json);
        Assert.Null(manifest);
        Assert.Equal([sentence], sentences);
    }

    [Fact]
    public void A_manifest_cut_anywhere_is_refused_with_a_sentence_and_nothing_else()
    {
        var json = Encoding.UTF8.GetBytes(Json(Full));
        for (var length = 0; length < json.Length - 2; length += 7)
        {
            var problems = new ProblemList();
            Assert.Null(RunManifestReader.Read(json.AsMemory(0, length), "run.json", problems));
            Assert.True(problems.HasErrors);
        }
    }

    [Fact]
    public void An_input_is_stamped_with_the_hash_of_its_bytes()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["a.txt"], "abc");
        var stamp = InputFile.Stamp(folder["a.txt"], "maps\\a.txt");
        Assert.Equal(new InputFile("maps/a.txt", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3), stamp);    // FIPS 180-2, B.1
    }
}
