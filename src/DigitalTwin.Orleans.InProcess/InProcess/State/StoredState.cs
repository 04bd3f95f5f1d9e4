using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Orleans.InProcess.Activations;
using Orleans.InProcess.Silos;
using Orleans.Providers;
using Orleans.Runtime;
using Orleans.Storage;

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

/// <summary>Where a grain class keeps one of its states.</summary>
internal sealed class StateOrigin(string stateName, string storageName, Lazy<IGrainStorage> store)
{
    public string StateName { get; } = stateName;

    public IGrainStorage Store => store.Value;

    public OrleansException Failed(string doing, Activation activation, Exception error) =>
        new($"The store '{storageName}' ({Store.GetType().Name}) failed while {doing} the state '{StateName}' of {activation}: {error.Message}", error);
}

/// <summary>Fills constructor parameters that ask for a state.</summary>
internal static class StoredState
{
    public static Func<Activation, object?> Maker(ParameterInfo parameter, PersistentStateAttribute asked, Silo silo)
    {
        if (!parameter.ParameterType.IsGenericType || parameter.ParameterType.GetGenericTypeDefinition() != typeof(IPersistentState<>))
            throw new InvalidOperationException($"{parameter.Member.DeclaringType}: [PersistentState] belongs on a parameter of type IPersistentState<T>, but '{parameter.Name}' is a {parameter.ParameterType}.");
        var name = asked.StorageName ?? ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME;
        var origin = new StateOrigin(asked.StateName, name, new(() =>
            silo.Services.GetKeyedService<IGrainStorage>(name)
            ?? throw new InvalidOperationException($"{parameter.Member.DeclaringType} keeps its state '{asked.StateName}' in the store '{name}', which is not registered: AddGrainStorage or AddMemoryGrainStorage does that.")));
        var made = typeof(StoredState).GetMethod(nameof(Make), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(parameter.ParameterType.GetGenericArguments()).CreateDelegate<Func<StateOrigin, Activation, IStoredState>>();
        return activation =>
        {
            var state = made(origin, activation);
            (activation.Extras.States ??= new(1)).Add(state);
            return state;
        };
    }

    private static StoredState<T> Make<T>(StateOrigin origin, Activation activation) => new StoredState<T>(origin, activation);
}
