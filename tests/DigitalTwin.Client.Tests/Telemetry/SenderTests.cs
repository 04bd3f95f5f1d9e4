using System.Collections.Concurrent;
using DigitalTwin.Client.Telemetry;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Worlds;

namespace DigitalTwin.Client.Tests.Telemetry;

public class SenderTests
{
    private readonly A_door door = new();
    private readonly A_clock clock = new();

    private TelemetrySender Sender(Action<Receipt>? received = null, TelemetrySenderOptions? options = null) => new(door, clock, received, options ?? new());

    private static Observation At(string asset, int second) => new(asset, "level", second, DateTimeOffset.UnixEpoch.AddSeconds(second), "s");

    [Fact]
    public async Task Everything_arrives_once_and_each_asset_in_its_order()
    {
        var receipts = new ConcurrentBag<Receipt>();
        await using var sender = Sender(receipts.Add);
        for (var i = 0; i < 10_000; i++) await sender.SendAsync(At($"a/b/{i % 37}", i), i);
        await sender.FlushAsync();
        Assert.Equal(10_000, sender.Totals.Accepted);
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => (long)i), receipts.Select(r => r.Tag).Order());
        foreach (var asset in door.Batches.SelectMany(b => b).GroupBy(o => o.Asset)) Assert.Equal(asset.Select(o => o.Value).Order(), asset.Select(o => o.Value));
    }

    [Fact]
    public async Task A_batch_is_what_came_while_the_one_before_was_on_its_way()
    {
        var gate = new TaskCompletionSource();
        door.Before = call => call == 1 ? gate.Task : Task.CompletedTask;
        await using var sender = Sender(options: new() { Lanes = 1, BatchSize = 100 });
        for (var i = 0; i < 151; i++) await sender.SendAsync(At("a/b/c", i));
        gate.SetResult();
        await sender.FlushAsync();
        Assert.Equal(151, door.Batches.Sum(b => b.Length));
        Assert.InRange(door.Batches.Count, 2, 3);
        Assert.All(door.Batches, b => Assert.InRange(b.Length, 1, 100));
    }

    [Fact]
    public async Task Who_sends_faster_than_is_taken_waits()
    {
        var gate = new TaskCompletionSource();
        door.Before = _ => gate.Task;
        await using var sender = Sender(options: new() { Lanes = 1, BatchSize = 1, Waiting = 3 });
        var sent = 0;
        var sending = Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++, sent++) await sender.SendAsync(At("a/b/c", i));
        });
        // One on its way and three waiting: the fifth waits.
        await Until(() => sent == 4);
        Assert.False(sending.IsCompleted);
        gate.SetResult();
        await sending;
        await sender.FlushAsync();
        Assert.Equal(100, sender.Totals.Accepted);
    }

    [Fact]
    public async Task What_did_not_get_through_is_sent_again_and_nothing_is_taken_twice()
    {
        door.Before = call => call == 1 ? throw new TimeoutException("lost on its way") : Task.CompletedTask;
        door.After = call => call == 2 ? throw new IOException("answer lost") : Task.CompletedTask;
        await using var sender = Sender(options: new() { Lanes = 1 });
        await sender.SendAsync(At("a/b/c", 1));
        await sender.FlushAsync();
        Assert.Equal((0, 1, 2), (sender.Totals.Accepted, sender.Totals.Duplicates, sender.Totals.Repeated));
        Assert.Equal([TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(400)], clock.Waits);
    }

    [Fact]
    public async Task It_gives_up_after_its_attempts_and_says_so_to_all_who_wait()
    {
        door.Before = _ => throw new IOException("disk full");
        await using var sender = Sender(options: new() { Lanes = 1, Attempts = 3 });
        await sender.SendAsync(At("a/b/c", 1));
        Assert.Equal("1 observations did not come through in 3 attempts: disk full", (await Assert.ThrowsAsync<TelemetryException>(() => sender.FlushAsync())).Message);
        Assert.Equal(3, door.Calls);
        await Assert.ThrowsAsync<TelemetryException>(async () => await sender.SendAsync(At("a/b/c", 2)));
    }

    [Fact]
    public async Task An_answer_that_is_no_is_not_asked_for_again()
    {
        door.Before = _ => throw new WorldException("There is no world 'lvie'. Did you mean 'live'?");
        await using var sender = Sender(options: new() { Lanes = 1 });
        await sender.SendAsync(At("a/b/c", 1));
        Assert.Equal("There is no world 'lvie'. Did you mean 'live'?", (await Assert.ThrowsAsync<TelemetryException>(() => sender.FlushAsync())).Message);
        Assert.Equal(1, door.Calls);
    }

    [Fact]
    public async Task Closing_it_ends_what_is_on_its_way()
    {
        door.Before = _ => new TaskCompletionSource().Task;
        var sender = Sender(options: new() { Lanes = 2 });
        await sender.SendAsync(At("a/b/c", 1));
        var flush = sender.FlushAsync();
        await Until(() => door.Calls == 1);
        await sender.DisposeAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => flush);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(10_001, 1)]
    [InlineData(1, 0)]
    public void Sizes_have_limits(int batch, int lanes) => Assert.Throws<ArgumentOutOfRangeException>(() => Sender(options: new() { BatchSize = batch, Lanes = lanes }));

    private static async Task Until(Func<bool> condition)
    {
        while (!condition()) await Task.Yield();
    }
}
