using System.CommandLine;
using DigitalTwin.Cli.Terminals;
using DigitalTwin.Cli.Worlds;
using DigitalTwin.Client.Files;
using DigitalTwin.Client.Replaying;
using DigitalTwin.Grains.Watching;

namespace DigitalTwin.Cli.Commands;

/// <summary><c>twin replay FILE --world live --speed 60</c>.</summary>
internal static class ReplayCommand
{
    public static Command Create(Context context)
    {
        var file = new Argument<string>("FILE") { Description = "Observations as CSV or JSON lines; - for the standard input, which is read to its end first." };
        var feed = new FeedOptions();
        var speed = new Option<double>("--speed") { Description = "Seconds of the recording in a second; 0 as fast as possible.", DefaultValueFactory = _ => 60 };
        speed.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(double.TryParse(result.Tokens[0].Value, System.Globalization.CultureInfo.InvariantCulture, out var value) && value >= 0 && value <= 1e9))
                result.AddError($"--speed is '{result.Tokens[0].Value}'; a number from 0 is accepted, 60 for a minute in a second, 0 for as fast as possible.");
        });
        var from = StoreOptions.Instant("--from", "Begin with this instant of the recording.");
        var until = StoreOptions.Instant("--until", "End before this instant of the recording.");
        var shift = new Option<bool>("--shift-to-now") { Description = "Move the observations to the time in which they are replayed." };
        var command = new Command("replay", """
            Live recorded observations again, in their order and at any speed. Twins judge by the time of the recording, unless it is shifted to now. Example: twin replay yesterday.csv --world live --speed 60
            """).With(context, [file, .. feed.All, speed, from, until, shift]);
        command.Validators.Add(result =>
        {
            if (result.GetValue(shift) && result.GetResult(speed) is { Errors: var errors } && !errors.Any() && result.GetValue(speed) == 0)
                result.AddError("--shift-to-now needs a speed above 0: as fast as possible, all observations would be of one instant.");
        });
        command.SetAction((parsed, cancellation) => Context.Start(async () =>
        {
            var source = ObservationSource.Open(context.Terminal, parsed.GetValue(file)!);
            await using var open = source.ConfigureAwait(false);
            using var refusals = new Refusals(source.Name, parsed.GetValue(feed.Rejects));
            var reader = await ObservationReader.OpenAsync(source.Stream, source.Name, feed.Format(parsed), cancellation).ConfigureAwait(false);
            var recording = await Progress.ShowAsync(context.Terminal, source.Name, progress => Recording.ReadAsync(
                reader, parsed.GetValue(from), parsed.GetValue(until), Refusals.Tag, refusals.Refuse, new Records(n => progress.Report(source.Share(reader.Position, n))), cancellation)).ConfigureAwait(false);
            var options = new ReplayOptions { Speed = parsed.GetValue(speed), ShiftToNow = parsed.GetValue(shift) };
            var clock = options.ShiftToNow || recording.First is null ? null : new ReplayClock(recording.First.Value);
            var city = await OpenCity.OpenAsync(context, parsed, cancellation, clock: clock).ConfigureAwait(false);
            await using (city.ConfigureAwait(false))
                return await RunAsync(context, parsed, feed, city, new(source.Name, reader, refusals), recording, options, clock, cancellation).ConfigureAwait(false);
        }));
        return command;
    }

    private static async Task<int> RunAsync(
        Context context, ParseResult parsed, FeedOptions feed, OpenCity city, Fed fed, Recording recording, ReplayOptions options, ReplayClock? clock, CancellationToken cancellation)
    {
        var (terminal, world, begun) = (context.Terminal, parsed.GetValue(feed.World)!, context.Clock.GetTimestamp());
        var client = await city.ClientAsync(cancellation).ConfigureAwait(false);
        await FeedOptions.CheckWorldAsync(client, world, cancellation).ConfigureAwait(false);
        var sender = client.Sender(world, fed.Refusals.Receive);
        await using var closing = sender.ConfigureAwait(false);
        var tally = new FeedTally(fed.Name, world, fed.Reader, sender.Totals, fed.Refusals) { Records = recording.Count };
        var replay = new Replay(recording, sender, context.Clock, clock, clock is null ? null : stop => city.Grains.GetGrain<IWatchGrain>(world).SweepAsync(stop));
        try
        {
            await Progress.ShowAsync(terminal, fed.Name, async progress =>
            {
                await replay.RunAsync(options, new Reached(recording, progress), cancellation).ConfigureAwait(false);
                return true;
            }).ConfigureAwait(false);
        }
        finally
        {
            tally.Seconds = context.Clock.GetElapsedTime(begun).TotalSeconds;
            fed.Refusals.Say(terminal);
            if (parsed.GetValue(context.Json)) terminal.WriteJson(tally.ToJson());
            else tally.Write(terminal);
        }
        return fed.Refusals.Count > 0 ? ExitCode.Input : ExitCode.Done;
    }

    /// <summary>What is being replayed.</summary>
    private sealed record Fed(string Name, ObservationReader Reader, Refusals Refusals);

    private sealed class Records(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }

    private sealed class Reached(Recording recording, IProgress<Share> progress) : IProgress<DateTimeOffset>
    {
        public void Report(DateTimeOffset value)
        {
            var (whole, done) = ((recording.Last - recording.First)!.Value, value - recording.First!.Value);
            progress.Report(new(whole > TimeSpan.Zero ? done / whole : 1, Words.Instant(value)));
        }
    }
}
