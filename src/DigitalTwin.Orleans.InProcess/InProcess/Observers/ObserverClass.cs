using System.Collections.Concurrent;
using System.Globalization;
using Orleans.InProcess.Activations;
using Orleans.InProcess.Calls;
using Orleans.InProcess.Classes;
using Orleans.InProcess.Proxies;
using Orleans.InProcess.Silos;
using Orleans.Runtime;

namespace Orleans.InProcess.Observers;

/// <summary>Objects that grains call back: activations that others made, held weakly, and served one call after the other.</summary>
internal sealed class ObserverClass(Silo silo) : GrainClass(silo, typeof(IGrainObserver), GrainType.Create("sys.observer"))
{
    private readonly ConcurrentDictionary<string, Activation> observers = new(StringComparer.Ordinal);
    private long last;

    /// <summary>Observers are not collected: they live as long as their objects.</summary>
    public override IEnumerable<Activation> Activations => [];

    public GrainReference Refer(GrainInterface seen, IGrainObserver observer)
    {
        if (!seen.Type.IsInstanceOfType(observer)) throw new ArgumentException($"{observer.GetType()} does not implement {seen.Type}.", nameof(observer));
        if (observer is GrainReference or IGrainBase) throw new ArgumentException($"{observer} is a grain or a reference already.", nameof(observer));
        var key = Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture);
        observers[key] = Activation.OfObserver(this, key, observer);
        return seen.Refer(this, key);
    }

    public void Delete(GrainReference reference) => observers.TryRemove(reference.GrainId.Key.ToString(), out _);

    public override Activation? Dispatch(string key, Request request)
    {
        if (observers.TryGetValue(key, out var observer) && observer.GrainInstance is not null) observer.Receive(request);
        else
        {
            observers.TryRemove(key, out _);
            request.Fail(new ClientNotAvailableException($"Observer {key} is gone: its reference was deleted, or the object is no longer held by whoever made it."));
        }
        return null;
    }

    public override void Forget(Activation activation) => observers.TryRemove(activation.Key, out _);
}
