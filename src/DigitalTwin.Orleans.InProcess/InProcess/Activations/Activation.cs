using Orleans.InProcess.Classes;
using Orleans.InProcess.Silos;
using Orleans.Runtime;

namespace Orleans.InProcess.Activations;

/// <summary>
/// A grain in memory: one object that is its mailbox, its task scheduler and what the silo knows of it. What few grains need (a scope of
/// services, timers, states, a reason to end) is in <see cref="ActivationExtras"/>, made when it is asked for.
/// </summary>
internal sealed partial class Activation(GrainClass grainClass, string key) : TaskScheduler, IGrainContext, IThreadPoolWorkItem
{
    [ThreadStatic]
    private static Activation? current;

    private object? instance;
    private ActivationExtras? extras;

    /// <summary>The activation whose turn runs on this thread.</summary>
    public static new Activation? Current => current;

    public GrainClass Class { get; } = grainClass;

    public string Key { get; } = key;

    public Silo Silo => Class.Silo;

    public GrainId GrainId => GrainId.Create(Class.Type, Key);

    /// <summary>The grain's object; of an observer, which is held weakly, nothing once it is gone.</summary>
    public object? GrainInstance => instance is WeakReference weak ? weak.Target : instance;

    public GrainReference GrainReference => Class.ReferenceTo(this);

    public IServiceProvider ActivationServices => Extras.Services(Silo.Services);

    public Task Deactivated
    {
        get
        {
            lock (this)
                return stage == Stage.Ended ? Task.CompletedTask : (Extras.Ended ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    internal ActivationExtras Extras => extras ?? Interlocked.CompareExchange(ref extras, new(), null) ?? extras;

    /// <summary>An activation of an object that others made and hold.</summary>
    public static Activation OfObserver(GrainClass observers, string key, object observer) =>
        new(observers, key) { instance = new WeakReference(observer), stage = Stage.Active };

    public bool Equals(IGrainContext? other) => ReferenceEquals(this, other);

    public override string ToString() => GrainId.ToString();
}
