using System.Collections.Concurrent;
using Orleans.InProcess.Activations;
using Orleans.InProcess.Calls;
using Orleans.InProcess.Silos;
using Orleans.Runtime;

namespace Orleans.InProcess.Classes;

/// <summary>A class of stateless workers: several activations serve one key. A call goes to an idle one, else to a new one, else to the least busy.</summary>
internal sealed class WorkerClass(Silo silo, Type type, GrainType name, int most) : GrainClass(silo, type, name)
{
    private readonly int most = most > 0 ? most : Environment.ProcessorCount;
    private readonly ConcurrentDictionary<string, List<Activation>> groups = new(StringComparer.Ordinal);

    public override IEnumerable<Activation> Activations => groups.SelectMany(group =>
    {
        lock (group.Value) return group.Value.ToArray();
    });

    public override Activation? Dispatch(string key, Request request)
    {
        var group = groups.GetOrAdd(key, static _ => []);
        lock (group)
        {
            if (group.Count == 0 && Refuses(request, key)) return null;
            while (!Choose(group, key).Receive(request)) group.RemoveAll(worker => worker.HasEnded);
        }
        return null;
    }

    public override void Forget(Activation activation)
    {
        if (!groups.TryGetValue(activation.Key, out var group)) return;
        lock (group) group.Remove(activation);
    }

    private Activation Choose(List<Activation> group, string key)
    {
        var least = group.MinBy(worker => worker.Load);
        if (least is not null && (least.Load == 0 || group.Count >= most)) return least;
        var worker = new Activation(this, key);
        group.Add(worker);
        return worker;
    }
}
