using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.InProcess.Activations;
using Orleans.InProcess.Classes;
using Orleans.InProcess.Observers;
using Orleans.Runtime;

namespace Orleans.InProcess.Silos;

/// <summary>The silo of a process: its grain classes, its settings and its clock. <see cref="SiloService"/> starts and stops it.</summary>
internal sealed class Silo
{
    private IIncomingGrainCallFilter[]? filters;
    private SiloUnavailableException? refusal = new("The silo has not started: start the host before grains are called.");

    public Silo(IServiceProvider services, ServiceKinds kinds)
    {
        (Services, Kinds) = (services, kinds);
        Clock = services.GetService<TimeProvider>() ?? TimeProvider.System;
        Log = services.GetRequiredService<ILoggerFactory>().CreateLogger("Orleans");
        Collection = services.GetRequiredService<IOptions<GrainCollectionOptions>>().Value;
        ResponseTimeout = services.GetRequiredService<IOptions<SiloMessagingOptions>>().Value.ResponseTimeout;
        Classes = new(this);
        Observers = new(this);
        Patience = new(this);
        Factory = new(this);
    }

    public IServiceProvider Services { get; }

    public ServiceKinds Kinds { get; }

    public SiloNames Names { get; } = new();

    public TimeProvider Clock { get; }

    public ILogger Log { get; }

    public GrainCollectionOptions Collection { get; }

    public TimeSpan ResponseTimeout { get; }

    /// <summary>The filters of calls. Looked up when the first call passes, since they may themselves ask for the grain factory.</summary>
    public IIncomingGrainCallFilter[] Filters => filters ??= [.. Services.GetServices<IIncomingGrainCallFilter>()];

    public GrainClasses Classes { get; }

    public ObserverClass Observers { get; }

    public ClusterClient Factory { get; }

    public CallersPatience Patience { get; }

    /// <summary>Why calls are not taken; nothing while the silo runs.</summary>
    public SiloUnavailableException? Refusal => refusal;

    /// <summary>Whether grains that are not active stay so, since the silo is about to stop.</summary>
    public bool IsEnding { get; private set; }

    public void Open() => refusal = null;

    public void BeginNoMore() => IsEnding = true;

    public void Close() => refusal = new("The silo has stopped.");

    /// <summary>Sees to it that callers of this activation do not wait for ever.</summary>
    public void Watch(Activation activation) => Patience.Watch(activation);
}
