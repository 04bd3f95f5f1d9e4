using System.Collections.Immutable;
using DigitalTwin.Grains.Hosting;
using Orleans.Storage;

namespace DigitalTwin.Grains.Tests.Hosting;

public class DocumentGrainStorageTests
{
    private static readonly GrainId Id = GrainId.Create("note", "live/one");

    public sealed record Note
    {
        public string Text { get; init; } = "";

        public ImmutableArray<double> Numbers { get; init; } = [];
    }

    [Fact]
    public async Task A_state_is_there_again_as_it_was_written()
    {
        await using var city = await TestCity.StartAsync();
        var storage = new DocumentGrainStorage(city.Store.Documents);
        var state = new GrainState<Note>(new());
        await storage.ReadStateAsync("note", Id, state);
        Assert.False(state.RecordExists);
        state.State = new() { Text = "水", Numbers = [1, double.NaN] };
        await storage.WriteStateAsync("note", Id, state);

        var again = new GrainState<Note>(new());
        await storage.ReadStateAsync("note", Id, again);
        Assert.True(again.RecordExists);
        Assert.Equal(("水", 2), (again.State!.Text, again.State.Numbers.Length));
        Assert.Equal(state.ETag, again.ETag);
        await storage.ClearStateAsync("note", Id, again);
        await storage.ReadStateAsync("note", Id, state);
        Assert.False(state.RecordExists);
    }

    [Fact]
    public async Task Whoever_writes_over_a_state_that_another_has_changed_is_told_so()
    {
        await using var city = await TestCity.StartAsync();
        var storage = new DocumentGrainStorage(city.Store.Documents);
        GrainState<Note> mine = new(new() { Text = "mine" }), theirs = new(new() { Text = "theirs" });
        await storage.WriteStateAsync("note", Id, mine);
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteStateAsync("note", Id, theirs));
        await storage.ReadStateAsync("note", Id, theirs);
        Assert.Equal("mine", theirs.State!.Text);
        theirs.State = new() { Text = "after all" };
        await storage.WriteStateAsync("note", Id, theirs);
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.ClearStateAsync("note", Id, mine));
    }
}
