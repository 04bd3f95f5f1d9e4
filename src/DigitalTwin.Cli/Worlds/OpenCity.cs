using System.CommandLine;
using DigitalTwin.Cli.Commands;
using DigitalTwin.Client;
using DigitalTwin.Grains.Hosting;
using DigitalTwin.Grains.Worlds;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Storage;
using Microsoft.Extensions.Logging;

namespace DigitalTwin.Cli.Worlds;

/// <summary>The city of a store for the time of one command: the store is opened, a silo in this process started when grains are wanted, and all of it ended with the command.</summary>
internal sealed class OpenCity : IAsyncDisposable
{
    private readonly ILoggerFactory logging;
    private readonly TimeProvider clock;
    private EmbeddedCity? city;

    private OpenCity(ICityStore store, ILoggerFactory logging, TimeProvider clock, string cache)
    {
        (Store, this.logging, this.clock) = (store, logging, clock);
        Maps = new(store.Documents, cache);
    }

    /// <summary>Folder in which maps that come from a store are laid out.</summary>
    public static string MapCache { get; } =
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "digital-twin", "maps");

    public ICityStore Store { get; }

    public MapShelf Maps { get; }

    /// <summary>Opens the store that the command names. Only commands that begin something make one.</summary>
    /// <param name="context">Clock and logs.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="make">Whether a store is made where there is none.</param>
    /// <param name="clock">The clock by which twins judge; the context's own when null.</param>
    /// <exception cref="InputException">There is no such store.</exception>
    public static async Task<OpenCity> OpenAsync(Context context, ParseResult parsed, CancellationToken cancellation, bool make = false, TimeProvider? clock = null)
    {
        var file = StoreOptions.StoreOf(parsed);
        if (!make && !File.Exists(file))
            throw new InputException(file, $"There is no store of this name; 'twin world create live --map FOLDER' makes one, --store (or {StoreOptions.Variable}) names another.{Near(file)}");
        var logging = context.Logging(parsed);
        try
        {
            var store = await SqliteStore.OpenAsync(file, context.Clock, logging, cancellation).ConfigureAwait(false);
            return new(store, logging, clock ?? context.Clock, MapCache);
        }
        catch
        {
            logging.Dispose();
            throw;
        }
    }

    /// <summary>The way to the grains of the silo, once a client was asked for.</summary>
    public IGrainFactory Grains => city!.Grains;

    /// <summary>The client of the silo, which is started when this is first asked.</summary>
    public async Task<CityClient> ClientAsync(CancellationToken cancellation)
    {
        city ??= await EmbeddedCity.StartAsync(new() { Store = Store, Library = Maps, Time = clock, OwnsStore = false, Logs = logging }, cancellation).ConfigureAwait(false);
        return new(city.Grains, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        if (city is not null) await city.DisposeAsync().ConfigureAwait(false);
        await Store.DisposeAsync().ConfigureAwait(false);
        logging.Dispose();
    }

    private static string Near(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        return Directory.Exists(folder) ? NearestName.Hint(Path.GetFileName(file), Directory.EnumerateFiles(folder, "*.db").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)) : "";
    }
}
