using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Hosting;
using DigitalTwin.Grains.Twins;

namespace DigitalTwin.Grains.Watching;

/// <summary>
/// Keeps for every watched twin of a world the one instant at which it has to be looked at next, in a queue. When that comes, it looks into the store; only a twin that is overdue there is
/// asked itself, and raises its alert as it is asked. So a sensor that reports costs one look-up in its time of silence, and no twin is woken that has nothing to say.
/// </summary>
internal sealed class WatchGrain(TwinServices services, CityOptions options) : Grain, IWatchGrain
{
    private readonly PriorityQueue<string, long> queue = new();
    private readonly HashSet<string> watched = new(StringComparer.Ordinal);
    private long sweptAt = long.MinValue;

    private string World => this.GetPrimaryKeyString();

    /// <inheritdoc/>
    public Task WatchAsync(string asset, CancellationToken cancellation)
    {
        if (watched.Add(asset)) queue.Enqueue(asset, 0);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        if (await services.Worlds.FindAsync(World, cancellation) is not { IsLive: true }) return 0;
        var (now, asked) = (services.Now, 0);
        if (sweptAt == long.MinValue) asked = await ReadAllAsync(cancellation);
        else if (now - sweptAt < Micros.Of(options.SweepEvery) / 2) return 0;
        sweptAt = now;
        while (queue.TryPeek(out var asset, out var due) && due <= now)
        {
            queue.Dequeue();
            if (await LookAsync(asset, now, cancellation)) asked++;
        }
        return asked;
    }

    /// <summary>One pass over the newest readings of the world when the watch begins: rules are few or have defaults, readings come as a stream.</summary>
    private async Task<int> ReadAllAsync(CancellationToken cancellation)
    {
        var given = new Dictionary<string, Rules>(StringComparer.Ordinal);
        await foreach (var (asset, rules) in services.Store.History.RulesAsync(World, cancellation)) given[asset] = rules;
        var asked = 0;
        await foreach (var twin in services.Store.History.NewestAsync(World, null, cancellation))
        {
            var rules = given.GetValueOrDefault(twin.Asset) ?? options.DefaultRules(Twin.TypeOf(twin.Asset));
            if (SilenceSchedule.MayBeWaiting(rules, twin.Readings) && await AskAsync(twin.Asset, cancellation)) asked++;
            if (SilenceSchedule.Due(rules, twin.Readings) is { } due && watched.Add(twin.Asset)) queue.Enqueue(twin.Asset, due);
        }
        return asked;
    }

    /// <summary>Looks at what the store knows of a twin, asks the twin when that is overdue, and says when to look again.</summary>
    private async Task<bool> LookAsync(string asset, long now, CancellationToken cancellation)
    {
        var record = await services.Store.History.TwinAsync(World, asset, null, cancellation);
        var rules = record.Rules ?? options.DefaultRules(Twin.TypeOf(asset));
        var shortest = SilenceSchedule.Shortest(rules);
        if (shortest == TimeSpan.MaxValue)
        {
            watched.Remove(asset);
            return false;
        }
        var due = SilenceSchedule.Due(rules, record.Observed) ?? long.MaxValue;
        var overdue = due <= now && rules.Staleness.Any(s => record.Alerts.All(a => a.Rule != RuleWatch.SilentRule(s.Property)));
        queue.Enqueue(asset, due > now && due < long.MaxValue ? due : now + Micros.Of(shortest));
        return overdue && await AskAsync(asset, cancellation);
    }

    private async Task<bool> AskAsync(string asset, CancellationToken cancellation)
    {
        if (TwinKey.Twin(GrainFactory, World, asset) is not { } twin) return false;
        await twin.StateAsync(null, cancellation);
        return true;
    }
}
