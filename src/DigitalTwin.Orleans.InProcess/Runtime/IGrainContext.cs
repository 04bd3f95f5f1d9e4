namespace Orleans.Runtime;

/// <summary>An activation: a grain's object in memory, and what the silo knows of it.</summary>
public interface IGrainContext : IEquatable<IGrainContext>
{
    /// <summary>The reference that others call the grain by.</summary>
    GrainReference GrainReference { get; }

    /// <summary>The grain's identity.</summary>
    GrainId GrainId { get; }

    /// <summary>The grain's object, once it is made.</summary>
    object? GrainInstance { get; }

    /// <summary>The services of this activation: scoped services live as long as it does.</summary>
    IServiceProvider ActivationServices { get; }

    /// <summary>Completes when the activation has ended.</summary>
    Task Deactivated { get; }

    /// <summary>Begins the end: calls that run return, calls that come go to another activation.</summary>
    void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default);
}
