using Orleans.InProcess.Activations;
using Orleans.Runtime;

namespace Orleans;

/// <summary>The base of a grain class: one turn at a time, no locks needed, a key for an identity.</summary>
public abstract class Grain : IGrainBase, IAddressable
{
    /// <summary>Joins the object that a silo makes to its activation. (A test that makes one with <c>new</c> has a grain without a context.)</summary>
    protected Grain() : this(Activation.Current!) { }

    /// <summary>Joins the object to an activation given by the silo.</summary>
    protected Grain(IGrainContext grainContext) => GrainContext = grainContext;

    /// <inheritdoc/>
    public IGrainContext GrainContext { get; }

    /// <summary>Gives references to other grains.</summary>
    protected IGrainFactory GrainFactory => ((Activation)GrainContext).Silo.Factory;

    /// <summary>The reference that others call this grain by.</summary>
    public GrainReference GrainReference => GrainContext.GrainReference;

    /// <summary>The grain's type and key, for a log.</summary>
    public string IdentityString => GrainContext.GrainId.ToString();

    /// <summary>The silo's name, for a log.</summary>
    public string RuntimeIdentity => ((Activation)GrainContext).Silo.Names.SiloAddress.ToString();

    /// <summary>The services of this activation: scoped services live as long as it does.</summary>
    protected internal IServiceProvider ServiceProvider => GrainContext.ActivationServices;

    /// <inheritdoc/>
    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends this activation once the calls that run have returned; the next call makes another.</summary>
    protected void DeactivateOnIdle() => GrainBaseExtensions.DeactivateOnIdle(this);

    /// <summary>Keeps this activation for at least the time given, however idle it is; a time not above zero takes that back.</summary>
    protected void DelayDeactivation(TimeSpan timeSpan) => ((Activation)GrainContext).DelayDeactivation(timeSpan);
}
