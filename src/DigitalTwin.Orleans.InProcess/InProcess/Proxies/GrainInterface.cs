using System.Collections.Concurrent;
using Orleans.InProcess.Classes;
using Orleans.InProcess.Verification;
using Orleans.Runtime;

namespace Orleans.InProcess.Proxies;

/// <summary>An interface of grains: checked once, and with a class of references that is built at its first use.</summary>
internal sealed class GrainInterface
{
    private static readonly ConcurrentDictionary<Type, GrainInterface> Known = new();
    private static readonly Lock Building = new();

    private readonly Func<GrainClass, string, GrainReference> make;

    private GrainInterface(Type type)
    {
        Type = type;
        Travel.Check(type);
        make = ProxyBuilder.Build(type);
    }

    public Type Type { get; }

    /// <exception cref="InvalidOperationException">The interface has what Orleans could not carry; every mistake is named.</exception>
    public static GrainInterface Of(Type type)
    {
        if (Known.TryGetValue(type, out var known)) return known;
        // One at a time: two callers at first use would build one class twice, and the module being emitted is nobody's to share.
        lock (Building) return Known.GetOrAdd(type, static t => new(t));
    }

    public GrainReference Refer(GrainClass grainClass, string key) => make(grainClass, key);
}
