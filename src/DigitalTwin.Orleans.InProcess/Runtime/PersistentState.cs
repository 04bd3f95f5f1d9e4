using Orleans.Core;

namespace Orleans.Runtime;

/// <summary>A grain's state in a store. It is read before the grain activates and written when the grain says so.</summary>
/// <typeparam name="TState">The state's type; it is made with its parameterless constructor while the store has no record.</typeparam>
public interface IPersistentState<TState> : IStorage<TState>;

/// <summary>Asks for a state, on a constructor's parameter of type <see cref="IPersistentState{TState}"/>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class PersistentStateAttribute(string stateName, string? storageName = null) : Attribute
{
    /// <summary>The state's name within the grain.</summary>
    public string StateName { get; } = stateName;

    /// <summary>The store's name; nothing: the default store.</summary>
    public string? StorageName { get; } = storageName;
}
