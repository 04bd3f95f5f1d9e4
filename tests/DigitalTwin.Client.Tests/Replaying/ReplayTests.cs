using DigitalTwin.Client.Replaying;
using DigitalTwin.Client.Telemetry;
using DigitalTwin.Client.Tests.Telemetry;
using DigitalTwin.Grains.Contracts.Telemetry;

namespace DigitalTwin.Client.Tests.Replaying;

public class ReplayTests
{
    private static readonly DateTimeOffset Start = new(2016, 10, 4, 8, 0, 0, TimeSpan.Zero);
    private readonly A_door door = new();

    private static Observation At(double minutes, string asset = "a/b/c") => new(asset, "level", minutes, Start.AddMinutes(minutes), "s");

    private static Recording Of(params double[] minutes) => Recording.Of([.. minutes.Select((m, i) => (At(m), (long)i))]);

    private async Task<A_clock> Run(Recording recording, ReplayOptions options, ReplayClock? city = null, Func<CancellationToken, Task>? watch = null)
    {
        var pace = new A_clock();
        await using var sender = new TelemetrySender(door, pace, null, new() { Lanes = 1 });
        await new Replay(recording, sender, pace, city, watch).RunAsync(options);
        return pace;
    }

    [Fact]
    public async Task What_was_observed_first_is_sent_first_whatever_the_order_of_the_file()
    {
        await Run(Of(5, 1, 3, 2, 4), new() { Speed = 0 });
        Assert.Equal([1, 2, 3, 4, 5], door.Batches.SelectMany(b => b).Select(o => o.Value));
    }

    [Fact]
    public async Task The_pace_is_the_recordings_divided_by_the_speed()
    {
        var pace = await Run(Of(0, 10, 30), new() { Speed = 60 });
        Assert.Equal([TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20)], pace.Waits);
        Assert.Empty((await Run(Of(0, 10, 30), new() { Speed = 0 })).Waits);
    }

    [Fact]
    public async Task Twins_see_the_time_of_the_recording_before_they_are_told_what_was_observed()
    {
        var clock = new ReplayClock(Start);
        var seen = new List<(DateTimeOffset, int)>();
        await Run(Of(0, 0.5, 10, 11.5), new() { Speed = 0 }, clock, _ =>
        {
            seen.Add((clock.GetUtcNow(), door.Batches.Sum(b => b.Length)));
            return Task.CompletedTask;
        });
        Assert.Equal([(Start.AddMinutes(0.5), 0), (Start.AddMinutes(10), 2), (Start.AddMinutes(11.5), 3), (Start.AddMinutes(11.5), 4)], seen);
    }

    [Fact]
    public async Task Shifted_to_now_observations_are_as_far_apart_as_they_are_replayed()
    {
        await Run(Of(0, 10, 30), new() { Speed = 60, ShiftToNow = true });
        Assert.Equal([0, 10, 30], door.Batches.SelectMany(b => b).Select(o => (o.ObservedAt - DateTimeOffset.UnixEpoch).TotalSeconds));
        await Assert.ThrowsAsync<ArgumentException>(() => Run(Of(0), new() { Speed = 0, ShiftToNow = true }));
    }

    [Fact]
    public async Task Stopped_it_stops_between_two_steps()
    {
        using var stop = new CancellationTokenSource();
        var pace = new A_clock();
        await using var sender = new TelemetrySender(door, pace, null, new() { Lanes = 1 });
        var replay = new Replay(Of(0, 10, 20), sender, pace, new(Start), _ =>
        {
            if (door.Batches.Count == 1) stop.Cancel();
            return Task.CompletedTask;
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => replay.RunAsync(new() { Speed = 0 }, null, stop.Token));
        Assert.Equal(1, sender.Totals.Accepted);
    }

    [Fact]
    public async Task Nothing_recorded_is_nothing_to_do() => Assert.Empty((await Run(Of(), new())).Waits);
}
