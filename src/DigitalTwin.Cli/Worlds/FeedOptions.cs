using System.CommandLine;
using DigitalTwin.Cli.Commands;
using DigitalTwin.Client;
using DigitalTwin.Client.Files;
using DigitalTwin.Grains.Contracts.Worlds;

namespace DigitalTwin.Cli.Worlds;

/// <summary>The options of the commands that feed a world from a file.</summary>
internal sealed class FeedOptions
{
    public FeedOptions()
    {
        Columns.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.IndexOf('=') is var at && (at < 1 || at == t.Value.Length - 1)))
                result.AddError($"--columns has '{token.Value}'; a name and a column are expected, as in observed_at=LastUpdated.");
        });
    }

    public Option<string> World { get; } = new("--world") { Description = "The world.", DefaultValueFactory = _ => "live" };

    public Option<string> Source { get; } = new("--source") { Description = "Who says so, where the file does not.", DefaultValueFactory = _ => "file" };

    public Option<TimeSpan?> Zone { get; } = StoreOptions.Zone("Offset of instants without one, as in +08:00 or Z.");

    public Option<string[]> Columns { get; } = new("--columns")
    {
        Description = "What columns of a CSV file are, NAME=HEADER: asset='parking/lot/{Code}' observed_at=LastUpdated occupancy=Occupied",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    public Option<string?> Rejects { get; } = new("--rejects") { Description = "Write everything that is refused into this CSV file, with line, column, reason and the record itself." };

    public Symbol[] All => [World, Source, Zone, Columns, Rejects];

    public ObservationFormat Format(ParseResult parsed) => new()
    {
        Source = parsed.GetValue(Source)!,
        Offset = parsed.GetValue(Zone),
        Columns = [.. parsed.GetValue(Columns)!.Select(c => new ColumnChoice(c[..c.IndexOf('=')], c[(c.IndexOf('=') + 1)..]))],
    };

    /// <summary>One sentence about a world that takes nothing, before everything is refused record by record.</summary>
    public static async Task CheckWorldAsync(CityClient client, string world, CancellationToken cancellation)
    {
        var status = await WorldLooks.TheAsync(client, world, cancellation).ConfigureAwait(false);
        if (status.Kind == WorldKind.Run) throw new WorldException($"The world '{world}' is the outcome of a run and takes no observations; fork it to change something.");
    }
}
