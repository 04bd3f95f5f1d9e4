using System.Collections.Concurrent;
using Orleans.Concurrency;
using Orleans.InProcess.Activations;
using Orleans.InProcess.Calls;
using Orleans.InProcess.Proxies;
using Orleans.InProcess.Silos;
using Orleans.Runtime;

namespace Orleans.InProcess.Classes;

/// <summary>A class of grains in a silo: what its attributes say, how it is made, and its activations by key.</summary>
internal class GrainClass
{
    private readonly ConcurrentDictionary<string, Activation> activations = new(StringComparer.Ordinal);
    private readonly GrainConstructor? constructor;
    private IIncomingGrainCallFilter[]? filters;
    private volatile bool filtersKnown;

    public GrainClass(Silo silo, Type type, GrainType name)
    {
        (Silo, BodyType, Type) = (silo, type, name);
        constructor = typeof(IGrainBase).IsAssignableFrom(type) ? new(type, silo) : null;
        IsReentrant = type.IsDefined(typeof(ReentrantAttribute), true);
        MayInterleave = InterleavePredicate.Of(type);
        BeginsWithWork = Overrides(type, nameof(IGrainBase.OnActivateAsync));
        EndsWithWork = Overrides(type, nameof(IGrainBase.OnDeactivateAsync));
        CollectionAge = CollectionAges.Of(type, silo.Collection);
    }

    public Silo Silo { get; }

    public Type BodyType { get; }

    public GrainType Type { get; }

    public bool IsReentrant { get; }

    /// <summary>The silo's filters; nothing when calls pass none, not even the grain's own.</summary>
    public IIncomingGrainCallFilter[]? Filters
    {
        get
        {
            if (!filtersKnown)
            {
                filters = Silo.Filters.Length > 0 || typeof(IIncomingGrainCallFilter).IsAssignableFrom(BodyType) ? Silo.Filters : null;
                filtersKnown = true;
            }
            return filters;
        }
    }

    /// <summary>Whether the class decides for itself, call by call, what may interleave.</summary>
    public Func<object, Request, bool>? MayInterleave { get; }

    public bool BeginsWithWork { get; }

    public bool EndsWithWork { get; }

    /// <summary>How long activations may be idle; infinite: for ever.</summary>
    public TimeSpan CollectionAge { get; }

    public virtual IEnumerable<Activation> Activations => activations.Select(pair => pair.Value);

    public object Make(Activation activation) => constructor!.Make(activation);

    /// <summary>Hands a call to the activation of a key, made if there is none. Returns the activation, if calls of this key may go straight to it.</summary>
    public virtual Activation? Dispatch(string key, Request request)
    {
        while (true)
        {
            if (!activations.TryGetValue(key, out var activation))
            {
                if (Refuses(request, key)) return null;
                activation = activations.GetOrAdd(key, static (k, c) => new(c, k), this);
            }
            if (activation.Receive(request)) return activation;
            Forget(activation);
        }
    }

    public virtual void Forget(Activation activation) => activations.TryRemove(new(activation.Key, activation));

    /// <summary>The reference by which others call an activation's grain, as the first of its interfaces.</summary>
    public virtual GrainReference ReferenceTo(Activation activation) =>
        GrainInterface.Of(InterfacesOf(BodyType).First()).Refer(this, activation.Key);

    /// <summary>The interfaces of a class by which it can be called, the most derived first.</summary>
    public static IEnumerable<Type> InterfacesOf(Type type) =>
        type.GetInterfaces().Where(IsGrainInterface).OrderByDescending(i => i.GetInterfaces().Length);

    /// <summary>Whether no activation may be made any more; the caller has been told then.</summary>
    protected bool Refuses(Request request, string key)
    {
        if (Silo.IsEnding) request.Fail(new SiloUnavailableException($"{Type}/{key} is not activated any more: the silo stops."));
        return Silo.IsEnding;
    }

    private static bool IsGrainInterface(Type type) =>
        typeof(IAddressable).IsAssignableFrom(type) && type.Assembly != typeof(GrainClass).Assembly;

    private static bool Overrides(Type type, string method)
    {
        if (!typeof(IGrainBase).IsAssignableFrom(type)) return false;
        var map = type.GetInterfaceMap(typeof(IGrainBase));
        var target = Array.Find(map.TargetMethods, m => m.Name.EndsWith(method, StringComparison.Ordinal));
        return target is not null && target.DeclaringType != typeof(Grain) && target.DeclaringType != typeof(IGrainBase);
    }
}
