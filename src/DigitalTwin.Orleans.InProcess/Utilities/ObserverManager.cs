using System.Collections;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Orleans.Utilities;

/// <summary>The observers of a grain, known by their references.</summary>
public class ObserverManager<TObserver>(TimeSpan expiration, ILogger log) : ObserverManager<IAddressable, TObserver>(expiration, log);

/// <summary>
/// The observers of a grain: those who do not subscribe again for longer than the expiration, or whose call fails, are dropped. Used in the
/// grain's own turns.
/// </summary>
/// <param name="expiration">How long a subscription lasts.</param>
/// <param name="log">Where it is said who was dropped.</param>
public partial class ObserverManager<TIdentity, TObserver>(TimeSpan expiration, ILogger log) : IEnumerable<TObserver> where TIdentity : notnull
{
    private readonly Dictionary<TIdentity, (TObserver Observer, DateTime Seen)> entries = [];

    /// <summary>The clock; a test may set another.</summary>
    public Func<DateTime> GetDateTime { get; set; } = static () => TimeProvider.System.GetUtcNow().UtcDateTime;

    /// <summary>How long a subscription lasts.</summary>
    public TimeSpan ExpirationDuration { get; set; } = expiration;

    /// <summary>How many there are.</summary>
    public int Count => entries.Count;

    /// <summary>The observers by identity.</summary>
    public IReadOnlyDictionary<TIdentity, TObserver> Observers => entries.ToDictionary(e => e.Key, e => e.Value.Observer);

    /// <summary>Drops all.</summary>
    public void Clear() => entries.Clear();

    /// <summary>Adds an observer, or renews its subscription.</summary>
    public void Subscribe(TIdentity id, TObserver observer) => entries[id] = (observer, GetDateTime());

    /// <summary>Drops an observer.</summary>
    public void Unsubscribe(TIdentity id) => entries.Remove(id);

    /// <summary>Calls every observer, one after the other; those who fail are dropped.</summary>
    public async Task Notify(Func<TObserver, Task> notification, Func<TObserver, bool>? predicate = null)
    {
        foreach (var (id, observer) in Living(predicate))
            try
            {
                await notification(observer);
            }
            catch (Exception error)
            {
                Drop(id, error);
            }
    }

    /// <summary>Calls every observer without waiting; those who fail at once are dropped.</summary>
    public void Notify(Action<TObserver> notification, Func<TObserver, bool>? predicate = null)
    {
        foreach (var (id, observer) in Living(predicate))
            try
            {
                notification(observer);
            }
            catch (Exception error)
            {
                Drop(id, error);
            }
    }

    /// <summary>Drops those whose subscription is over.</summary>
    public void ClearExpired()
    {
        var now = GetDateTime();
        foreach (var (id, _) in entries.Where(e => e.Value.Seen + ExpirationDuration < now).ToArray()) entries.Remove(id);
    }

    /// <inheritdoc/>
    public IEnumerator<TObserver> GetEnumerator() => entries.Values.Select(e => e.Observer).ToList().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private List<(TIdentity Id, TObserver Observer)> Living(Func<TObserver, bool>? predicate)
    {
        ClearExpired();
        return [.. entries.Where(e => predicate?.Invoke(e.Value.Observer) != false).Select(e => (e.Key, e.Value.Observer))];
    }

    private void Drop(TIdentity id, Exception error)
    {
        entries.Remove(id);
        Dropped(log, error, id);
    }

    [LoggerMessage(1, LogLevel.Debug, "Observer {Id} failed and is dropped.")]
    private static partial void Dropped(ILogger log, Exception error, TIdentity id);
}
