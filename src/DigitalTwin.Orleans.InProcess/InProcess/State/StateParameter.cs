using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.InProcess.Activations;
using Orleans.InProcess.Silos;
using Orleans.Providers;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.InProcess.State;

/// <summary>Fills constructor parameters that ask for a state.</summary>
internal static class StateParameter
{
    public static Func<Activation, object?> Maker(ParameterInfo parameter, PersistentStateAttribute asked, Silo silo)
    {
        if (!parameter.ParameterType.IsGenericType || parameter.ParameterType.GetGenericTypeDefinition() != typeof(IPersistentState<>))
            throw new InvalidOperationException($"{parameter.Member.DeclaringType}: [PersistentState] belongs on a parameter of type IPersistentState<T>, but '{parameter.Name}' is a {parameter.ParameterType}.");
        var name = asked.StorageName ?? ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME;
        var origin = new StateOrigin(asked.StateName, name, new(() =>
            silo.Services.GetKeyedService<IGrainStorage>(name)
            ?? throw new InvalidOperationException($"{parameter.Member.DeclaringType} keeps its state '{asked.StateName}' in the store '{name}', which is not registered: AddGrainStorage or AddMemoryGrainStorage does that.")));
        var made = typeof(StateParameter).GetMethod(nameof(Make), BindingFlags.Static | BindingFlags.NonPublic)!
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
