namespace Orleans;

/// <summary>A grain's state as a store sees it.</summary>
public interface IGrainState<T>
{
    /// <summary>The state.</summary>
    T? State { get; set; }

    /// <summary>The version that was read or written last; a store refuses to write over another.</summary>
    string? ETag { get; set; }

    /// <summary>Whether the store holds a record.</summary>
    bool RecordExists { get; set; }
}

/// <summary>The plain implementation of <see cref="IGrainState{T}"/>.</summary>
public sealed class GrainState<T> : IGrainState<T>
{
    /// <summary>A state without a version.</summary>
    public GrainState() { }

    /// <summary>A state that no store has seen.</summary>
    public GrainState(T state) : this(state, null) { }

    /// <summary>A state with its version.</summary>
    public GrainState(T state, string? eTag) => (State, ETag) = (state, eTag);

    /// <inheritdoc/>
    public T? State { get; set; }

    /// <inheritdoc/>
    public string? ETag { get; set; }

    /// <inheritdoc/>
    public bool RecordExists { get; set; }
}
