using DigitalTwin.Grains.Runs;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Simulation.Starting;
using DigitalTwin.Simulation.Studies;
using DigitalTwin.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigitalTwin.Grains.Tests.Runs;

public sealed class StudyBundleTests : IAsyncLifetime, IDisposable
{
    private readonly Town town = new();
    private ICityStore store = null!;

    public async Task InitializeAsync() => store = await SqliteStore.OpenAsync(town.At("city.db"), TimeProvider.System, NullLoggerFactory.Instance, default);

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task A_study_travels_to_an_empty_folder_and_is_the_same_there()
    {
        var hash = await StudyBundle.KeepAsync(town.Study, store.Documents, default);
        var there = await StudyBundle.OpenAsync(store.Documents, hash, town.At("empty"), default);
        Assert.Equal(town.Study.Identity("1"), there.Identity("1"));
        Assert.Equal(town.Study.City.ContentHash, there.City.ContentHash);
        Assert.StartsWith(town.At("empty"), there.Scenario.File, StringComparison.Ordinal);
        Assert.Equal(hash, await StudyBundle.KeepAsync(town.Open(), store.Documents, default));
    }

    [Fact]
    public async Task What_a_world_knew_travels_with_it()
    {
        var start = StartingPoint.Of("live", town.Study.City.ContentHash, town.Study.Scenario.Period.Start, [
            new("water/junction/J-0001", "demand", 0.001, null, town.Study.Scenario.Period.Start, ReadingQuality.Good, "scada", ReadingOrigin.Observed)]);
        var study = Study.Open(town.At("scenarios/burst.yaml"), new ProblemList(), start)!;
        var there = await StudyBundle.OpenAsync(store.Documents, await StudyBundle.KeepAsync(study, store.Documents, default), town.At("empty"), default);
        Assert.Equal(start.Hash, there.Start!.Hash);
        Assert.Equal(study.Identity("1"), there.Identity("1"));
        Assert.NotEqual(town.Study.Identity("1"), there.Identity("1"));
    }

    [Fact]
    public async Task Files_that_are_there_are_not_fetched_again_and_two_studies_of_a_map_share_its_files()
    {
        var hash = await StudyBundle.KeepAsync(town.Study, store.Documents, default);
        await StudyBundle.OpenAsync(store.Documents, hash, town.At("cache"), default);
        var files = Directory.GetFiles(town.At("cache"), "*", SearchOption.AllDirectories);
        foreach (var file in files) File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);
        await StudyBundle.OpenAsync(store.Documents, hash, town.At("cache"), default);
        Assert.All(files, file => Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(file)));
        Assert.DoesNotContain(files, file => file.EndsWith(".half", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_study_that_is_not_in_the_store_gets_a_sentence()
    {
        var missing = await Assert.ThrowsAsync<ExperimentException>(() => StudyBundle.OpenAsync(store.Documents, new string('0', 64), town.At("empty"), default));
        Assert.Contains("The store does not have the list of its files", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_points_outside_of_its_folder_is_refused()
    {
        var content = await store.Documents.KeepAsync("x"u8.ToArray(), default);
        var list = await store.Documents.KeepAsync(System.Text.Encoding.UTF8.GetBytes($$"""{"Scenario":"a.yaml","Files":{"../../evil.yaml":"{{content}}"},"Start":null}"""), default);
        var error = await Assert.ThrowsAsync<ExperimentException>(() => StudyBundle.OpenAsync(store.Documents, list, town.At("empty"), default));
        Assert.Contains("lies outside of its folder", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(town.At("evil.yaml")));
    }

    public void Dispose() => town.Dispose();
}
