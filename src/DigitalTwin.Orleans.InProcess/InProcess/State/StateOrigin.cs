using Orleans.InProcess.Activations;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.InProcess.State;

/// <summary>Where a grain class keeps one of its states.</summary>
internal sealed class StateOrigin(string stateName, string storageName, Lazy<IGrainStorage> store)
{
    public string StateName { get; } = stateName;

    public IGrainStorage Store => store.Value;

    public OrleansException Failed(string doing, Activation activation, Exception error) =>
        new($"The store '{storageName}' ({Store.GetType().Name}) failed while {doing} the state '{StateName}' of {activation}: {error.Message}", error);
}
