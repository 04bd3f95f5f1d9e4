using DigitalTwin.Client.Telemetry;
using DigitalTwin.Grains.Contracts.Telemetry;

namespace DigitalTwin.Client.Replaying;

/// <summary>How a recording is replayed.</summary>
public sealed record ReplayOptions
{
    /// <summary>Seconds of the recording in a second: 1 as it was, 60 a minute in a second; 0 as fast as it is taken.</summary>
    public double Speed { get; init; } = 60;

    /// <summary>Whether observations are moved to the time in which they are replayed, as if they were made now; otherwise they keep their instants.</summary>
    public bool ShiftToNow { get; init; }

    /// <summary>Observations that lie within this time of each other are sent together, s of the recording.</summary>
    public TimeSpan Step { get; init; } = TimeSpan.FromMinutes(1);

    internal void ThrowIfWrong()
    {
        if (!(Speed >= 0 && Speed <= 1e9)) throw new ArgumentOutOfRangeException(nameof(Speed), Speed, "The speed is a number from 0.");
        if (ShiftToNow && Speed == 0) throw new ArgumentException("Observations that are moved to now need a speed above 0: as fast as possible, all of them would be of one instant.", nameof(ShiftToNow));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Step, TimeSpan.Zero);
    }
}

/// <summary>
/// Lives a recording again: sends what was observed in its order and at its pace. Twins that judge by <paramref name="city"/> see the time of the recording pass: before each step the clock is put there and
/// whoever watches it has its say, and the next step waits until this one is durable. So the same recording raises the same alerts at any speed.
/// </summary>
/// <param name="recording">What was observed.</param>
/// <param name="sender">Where it is sent.</param>
/// <param name="pace">The clock on which it is replayed.</param>
/// <param name="city">The clock of the twins; null when they keep to their own.</param>
/// <param name="watch">Lets those who watch the clock look at it; null for nobody.</param>
public sealed class Replay(Recording recording, TelemetrySender sender, TimeProvider pace, ReplayClock? city = null, Func<CancellationToken, Task>? watch = null)
{
    /// <summary>Replays it to its end.</summary>
    /// <param name="options">How.</param>
    /// <param name="progress">Told the instant that has been reached.</param>
    /// <param name="cancellation">Stops it between two steps; what was sent is durable then.</param>
    public async Task RunAsync(ReplayOptions options, IProgress<DateTimeOffset>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ThrowIfWrong();
        if (recording.First is not { } first) return;
        var start = pace.GetUtcNow();
        foreach (var step in recording.Steps(options.Step))
        {
            var until = step.Span[^1].Observation.ObservedAt;
            await WaitAsync(options, start, until - first, cancellation).ConfigureAwait(false);
            city?.AdvanceTo(until);
            if (watch is not null) await watch(cancellation).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < step.Length; i++)
            {
                var (observation, tag) = step.Span[i];
                await sender.SendAsync(options.ShiftToNow ? Moved(observation, start, first, options.Speed) : observation, tag, cancellation).ConfigureAwait(false);
            }
            await sender.FlushAsync(cancellation).ConfigureAwait(false);
            progress?.Report(until);
        }
        if (watch is not null) await watch(cancellation).ConfigureAwait(false);
    }

    private async Task WaitAsync(ReplayOptions options, DateTimeOffset start, TimeSpan passed, CancellationToken cancellation)
    {
        if (options.Speed == 0) return;
        var wait = start + passed / options.Speed - pace.GetUtcNow();
        if (wait > TimeSpan.Zero) await Task.Delay(wait, pace, cancellation).ConfigureAwait(false);
    }

    private static Observation Moved(Observation observation, DateTimeOffset start, DateTimeOffset first, double speed) =>
        observation with { ObservedAt = start + (observation.ObservedAt - first) / speed };
}
