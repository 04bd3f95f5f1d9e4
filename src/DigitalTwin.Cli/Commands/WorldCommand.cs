using System.CommandLine;
using DigitalTwin.Cli.Worlds;
using DigitalTwin.Client;

namespace DigitalTwin.Cli.Commands;

/// <summary><c>twin world …</c>: the versions of a city's state through time.</summary>
internal static class WorldCommand
{
    public static Command Create(Context context)
    {
        var command = new Command("world", "Worlds: versions of the city's state through time; 'live' is fed by telemetry, every other was forked from one.");
        foreach (var part in (IEnumerable<Command>)[.. WorldChanges.Create(context), .. WorldLooks.Create(context), WorldForecast.Create(context), WorldEstimate.Create(context), WorldDiff.Create(context), .. WorldCopies.Create(context)])
            command.Subcommands.Add(part);
        return command;
    }

    /// <summary>Runs something on the city of the store that the command line names.</summary>
    public static void On(this Command command, Context context, Func<ParseResult, OpenCity, CityClient, CancellationToken, Task<int>> work, bool make = false) =>
        command.SetAction((parsed, cancellation) => Context.Start(async () =>
        {
            var city = await OpenCity.OpenAsync(context, parsed, cancellation, make).ConfigureAwait(false);
            await using (city.ConfigureAwait(false))
                return await work(parsed, city, await city.ClientAsync(cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        }));
}
