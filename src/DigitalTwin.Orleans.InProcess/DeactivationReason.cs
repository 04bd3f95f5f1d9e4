namespace Orleans;

/// <summary>Why an activation ends.</summary>
public readonly struct DeactivationReason
{
    /// <summary>A reason in a code and words.</summary>
    public DeactivationReason(DeactivationReasonCode code, string text)
    {
        ReasonCode = code;
        Description = text;
    }

    /// <summary>A reason in a code and words, with the error that led to it.</summary>
    public DeactivationReason(DeactivationReasonCode code, Exception? exception, string text) : this(code, text) => Exception = exception;

    /// <summary>The reason as a code.</summary>
    public DeactivationReasonCode ReasonCode { get; }

    /// <summary>The reason in words.</summary>
    public string Description { get; } = "";

    /// <summary>The error that led to it, if one did.</summary>
    public Exception? Exception { get; }

    /// <inheritdoc/>
    public override string ToString() => Exception is null ? $"{ReasonCode}: {Description}" : $"{ReasonCode}: {Description} {Exception.Message}";
}

/// <summary>The reasons by which Orleans ends activations. One process has no directory, no migration and no versions, so not all occur here.</summary>
public enum DeactivationReasonCode : byte
{
    /// <summary>No reason was given.</summary>
    None,

    /// <summary>The silo stops.</summary>
    ShuttingDown,

    /// <summary>The constructor, the reading of state or OnActivateAsync failed.</summary>
    ActivationFailed,

    /// <summary>The grain could not be entered in the cluster's directory.</summary>
    DirectoryFailure,

    /// <summary>Nobody called for longer than the collection age.</summary>
    ActivationIdle,

    /// <summary>A call has been running for so long that the activation is given up.</summary>
    ActivationUnresponsive,

    /// <summary>Another activation of the grain was first.</summary>
    DuplicateActivation,

    /// <summary>A call asked for another version of the interface.</summary>
    IncompatibleRequest,

    /// <summary>An error of the application, such as a state conflict that escaped from a call.</summary>
    ApplicationError,

    /// <summary>The grain asked for it.</summary>
    ApplicationRequested,

    /// <summary>The grain moves to another silo.</summary>
    Migrating,

    /// <summary>The silo asked for it.</summary>
    RuntimeRequested,

    /// <summary>Memory is short.</summary>
    HighMemoryPressure,
}
