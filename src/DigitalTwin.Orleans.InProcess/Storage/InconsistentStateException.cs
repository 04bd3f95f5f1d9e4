using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>A store holds another version of a state than the one that was to be written over. The activation that let it escape ends.</summary>
public class InconsistentStateException : OrleansException
{
    /// <summary>A conflict.</summary>
    public InconsistentStateException() { }

    /// <summary>A conflict in words.</summary>
    public InconsistentStateException(string message) : base(message) { }

    /// <summary>A conflict in words, with the store's own error.</summary>
    public InconsistentStateException(string message, Exception? innerException) : base(message, innerException) { }

    /// <summary>A conflict with both versions.</summary>
    public InconsistentStateException(string errorMsg, string? storedEtag, string? currentEtag, Exception? storageException = null)
        : base(errorMsg, storageException) => (StoredEtag, CurrentEtag) = (storedEtag, currentEtag);

    /// <summary>The version in the store.</summary>
    public string? StoredEtag { get; }

    /// <summary>The version that the grain had.</summary>
    public string? CurrentEtag { get; }

    /// <summary>Whether it has not yet left the activation that it arose in.</summary>
    internal bool IsSourceActivation { get; set; } = true;
}
