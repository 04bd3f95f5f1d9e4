using System.Collections.Concurrent;
using System.Reflection;
using Orleans.Concurrency;
using Orleans.InProcess.Silos;
using Orleans.Runtime;

namespace Orleans.InProcess.Classes;

/// <summary>The grain classes of a silo, found when an interface is asked for first.</summary>
internal sealed class GrainClasses(Silo silo)
{
    private readonly ConcurrentDictionary<(Type Interface, string? Prefix), GrainClass> byInterface = new();
    private readonly Dictionary<Type, GrainClass> byType = [];

    public ICollection<GrainClass> All
    {
        get
        {
            lock (byType) return [.. byType.Values];
        }
    }

    /// <exception cref="ArgumentException">No class implements the interface, or several do and the prefix does not tell which.</exception>
    public GrainClass Of(Type grainInterface, string? prefix) =>
        byInterface.TryGetValue((grainInterface, prefix), out var known) ? known : byInterface.GetOrAdd((grainInterface, prefix), Find);

    public GrainClass Of(GrainType type) => Of(
        GrainTypes.First(t => NameOf(t) == type) is [var one] ? one : throw new ArgumentException($"No grain class is called '{type}', or several are."));

    private GrainClass Find((Type Interface, string? Prefix) wanted)
    {
        var implementing = GrainTypes.Implementing(wanted.Interface);
        var chosen = implementing.Where(t => wanted.Prefix is null || t.FullName!.StartsWith(wanted.Prefix, StringComparison.Ordinal)).ToArray();
        var meant = chosen.Where(t => wanted.Prefix is null ? t.Name == wanted.Interface.Name[1..] : t.FullName == wanted.Prefix).ToArray();
        if (meant.Length == 1) chosen = meant;
        return chosen switch
        {
            [var one] => Of(one),
            [] when implementing.Count > 0 => throw new ArgumentException(
                $"No grain class whose full name begins with '{wanted.Prefix}' implements {wanted.Interface}; these do: {Names(implementing)}."),
            [] => throw new ArgumentException($"No grain class implements {wanted.Interface}. Is its assembly referenced?"),
            _ => throw new ArgumentException($"Several grain classes implement {wanted.Interface}: {Names(chosen)}. A prefix of the class's full name must tell which is meant."),
        };
    }

    private GrainClass Of(Type type)
    {
        lock (byType)
        {
            if (byType.TryGetValue(type, out var known)) return known;
            var name = NameOf(type);
            if (byType.Values.FirstOrDefault(c => c.Type == name) is { } other)
                throw new ArgumentException($"{type} and {other.BodyType} are both called '{name}'; give one a [GrainType].");
            return byType[type] = type.GetCustomAttribute<StatelessWorkerAttribute>(true) is { } workers
                ? new WorkerClass(silo, type, name, workers.MaxLocalWorkers)
                : new GrainClass(silo, type, name);
        }
    }

    private static GrainType NameOf(Type type)
    {
        if (type.GetCustomAttribute<GrainTypeAttribute>(false) is { } named) return GrainType.Create(named.GrainType);
        var name = type.Name.ToLowerInvariant();
        return GrainType.Create(name.EndsWith("grain", StringComparison.Ordinal) && name.Length > 5 ? name[..^5] : name);
    }

    private static string Names(IEnumerable<Type> types) => string.Join(", ", types.Select(t => t.FullName).Order(StringComparer.Ordinal));
}
