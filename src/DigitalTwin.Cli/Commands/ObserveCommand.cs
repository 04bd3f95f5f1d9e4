using System.CommandLine;
using DigitalTwin.Cli.Terminals;
using DigitalTwin.Cli.Worlds;
using DigitalTwin.Client;
using DigitalTwin.Client.Files;

namespace DigitalTwin.Cli.Commands;

/// <summary><c>twin observe FILE --world live</c>.</summary>
internal static class ObserveCommand
{
    public static Command Create(Context context)
    {
        var file = new Argument<string>("FILE") { Description = "Observations as CSV or JSON lines; - for the standard input." };
        var options = new FeedOptions();
        var command = new Command("observe", """
            Feed a world with observations. CSV has a first line of names, asset,property,value,observed_at,source,quality,text, or a column for each property; JSON has an object a line. What cannot be
            taken is refused record by record and the rest is kept. Example: twin observe readings.csv --world live --rejects refused.csv
            """.ReplaceLineEndings(" ")).With(context, [file, .. options.All]);
        command.SetAction((parsed, cancellation) => Context.Start(async () =>
        {
            var source = ObservationSource.Open(context.Terminal, parsed.GetValue(file)!);
            await using var open = source.ConfigureAwait(false);
            var reader = await ObservationReader.OpenAsync(source.Stream, source.Name, options.Format(parsed), cancellation).ConfigureAwait(false);
            var city = await OpenCity.OpenAsync(context, parsed, cancellation).ConfigureAwait(false);
            await using (city.ConfigureAwait(false))
                return await FeedAsync(context, parsed, options, source, reader, await city.ClientAsync(cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        }));
        return command;
    }

    private static async Task<int> FeedAsync(
        Context context, ParseResult parsed, FeedOptions options, ObservationSource source, ObservationReader reader, CityClient client, CancellationToken cancellation)
    {
        var (terminal, world, begun) = (context.Terminal, parsed.GetValue(options.World)!, context.Clock.GetTimestamp());
        await FeedOptions.CheckWorldAsync(client, world, cancellation).ConfigureAwait(false);
        using var refusals = new Refusals(source.Name, parsed.GetValue(options.Rejects));
        var sender = client.Sender(world, refusals.Receive);
        await using var closing = sender.ConfigureAwait(false);
        var tally = new FeedTally(source.Name, world, reader, sender.Totals, refusals);
        try
        {
            await Progress.ShowAsync(terminal, source.Name, async progress =>
            {
                await foreach (var record in reader.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    if (record.Observation is { } observation) await sender.SendAsync(observation, Refusals.Tag(record), cancellation).ConfigureAwait(false);
                    else refusals.Refuse(record);
                    if (++tally.Records % 1000 == 0) progress.Report(source.Share(reader.Position, tally.Records));
                }
                await sender.FlushAsync(cancellation).ConfigureAwait(false);
                return true;
            }).ConfigureAwait(false);
        }
        finally
        {
            tally.Seconds = context.Clock.GetElapsedTime(begun).TotalSeconds;
            refusals.Say(terminal);
            if (parsed.GetValue(context.Json)) terminal.WriteJson(tally.ToJson());
            else tally.Write(terminal);
        }
        return refusals.Count > 0 ? ExitCode.Input : ExitCode.Done;
    }
}
