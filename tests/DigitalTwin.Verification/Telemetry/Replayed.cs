using DigitalTwin.Cities;
using DigitalTwin.Client;
using DigitalTwin.Client.Files;
using DigitalTwin.Client.Replaying;
using DigitalTwin.Client.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Hosting;
using DigitalTwin.Grains.Watching;
using DigitalTwin.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigitalTwin.Verification.Telemetry;

/// <summary>A city whose live world has lived a file of telemetry again, as fast as it would go.</summary>
internal sealed class Replayed : IAsyncDisposable
{
    private readonly EmbeddedCity city;
    private readonly DirectoryInfo folder;

    private Replayed(EmbeddedCity city, DirectoryInfo folder) => (this.city, this.folder, Client) = (city, folder, new(city.Grains, TimeProvider.System));

    public CityClient Client { get; }

    public ICityStore Store => city.Store;

    /// <summary>What became of the observations.</summary>
    public required SenderTotals Totals { get; init; }

    /// <summary>Why observations were refused, with their lines.</summary>
    public required IReadOnlyList<(long Line, string Reason)> Refused { get; init; }

    public static async Task<Replayed> OfAsync(City map, Stream telemetry, ObservationFormat format, IReadOnlyDictionary<string, Rules>? rules = null)
    {
        var folder = Directory.CreateTempSubdirectory("twin-replay-");
        var refused = new List<(long, string)>();
        var reader = await ObservationReader.OpenAsync(telemetry, "telemetry", format, default);
        var recording = await Recording.ReadAsync(reader, null, null, record => record.Line, record => refused.Add((record.Line, record.Mistake!)));
        var clock = new ReplayClock(recording.First!.Value);
        var store = await SqliteStore.OpenAsync(Path.Combine(folder.FullName, "city.db"), TimeProvider.System, NullLoggerFactory.Instance, default);
        var city = await EmbeddedCity.StartAsync(new() { Store = store, Library = CityLibrary.Of(map), Time = clock }, default);
        var client = new CityClient(city.Grains, TimeProvider.System);
        await client.World("live").CreateAsync(map.ContentHash, "verification", default);
        foreach (var (asset, watched) in rules ?? new Dictionary<string, Rules>()) await client.Twin("live", asset).WatchAsync(watched, "verification", default);
        await using var sender = client.Sender("live", receipt =>
        {
            if (receipt.Reception.Reason is not { } reason) return;
            lock (refused) refused.Add((receipt.Tag, reason));
        });
        await new Replay(recording, sender, TimeProvider.System, clock, stop => city.Grains.GetGrain<IWatchGrain>("live").SweepAsync(stop)).RunAsync(new() { Speed = 0 });
        return new(city, folder) { Totals = sender.Totals, Refused = refused };
    }

    public async ValueTask DisposeAsync()
    {
        await city.DisposeAsync();
        folder.Delete(true);
    }
}
