using System.Runtime.CompilerServices;
using Orleans.InProcess.Activations;
using Orleans.Runtime;

namespace Orleans.InProcess.State;

/// <summary>A state that is read before its grain activates.</summary>
internal interface IStoredState
{
    Task ReadAsync(CancellationToken cancel);
}

/// <summary>The state of one grain in one store.</summary>
internal sealed class StoredState<T> : IPersistentState<T>, IGrainState<T>, IStoredState
{
    private readonly StateOrigin origin;
    private readonly Activation activation;
    private T? state;

    public StoredState(StateOrigin origin, Activation activation) => (this.origin, this.activation) = (origin, activation);

    public T State
    {
        get => state ??= Fresh();
        set => state = value;
    }

    public string? Etag { get; private set; }

    public bool RecordExists { get; private set; }

    T? IGrainState<T>.State
    {
        get => State;
        set => state = value;
    }

    string? IGrainState<T>.ETag
    {
        get => Etag;
        set => Etag = value;
    }

    bool IGrainState<T>.RecordExists
    {
        get => RecordExists;
        set => RecordExists = value;
    }

    public Task ReadAsync(CancellationToken cancel) => ReadStateAsync(cancel);

    public Task ReadStateAsync() => ReadStateAsync(default);

    public Task WriteStateAsync() => WriteStateAsync(default);

    public Task ClearStateAsync() => ClearStateAsync(default);

    public async Task ReadStateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await origin.Store.ReadStateAsync(origin.StateName, activation.GrainId, this, cancellationToken);
        }
        catch (Exception error) when (error is not OrleansException && !cancellationToken.IsCancellationRequested)
        {
            throw origin.Failed("reading", activation, error);
        }
    }

    public async Task WriteStateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await origin.Store.WriteStateAsync(origin.StateName, activation.GrainId, this, cancellationToken);
        }
        catch (Exception error) when (error is not OrleansException && !cancellationToken.IsCancellationRequested)
        {
            throw origin.Failed("writing", activation, error);
        }
    }

    public async Task ClearStateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await origin.Store.ClearStateAsync(origin.StateName, activation.GrainId, this, cancellationToken);
        }
        catch (Exception error) when (error is not OrleansException && !cancellationToken.IsCancellationRequested)
        {
            throw origin.Failed("clearing", activation, error);
        }
    }

    private static T Fresh() =>
        typeof(T).IsValueType || typeof(T).GetConstructor(Type.EmptyTypes) is not null ? Activator.CreateInstance<T>()
        : typeof(T) == typeof(string) || typeof(T).IsArray ? default!
        : (T)RuntimeHelpers.GetUninitializedObject(typeof(T));
}
