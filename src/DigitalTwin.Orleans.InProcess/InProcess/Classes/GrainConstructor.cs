using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.DependencyInjection;
using Orleans.InProcess.Activations;
using Orleans.InProcess.Silos;
using Orleans.InProcess.State;
using Orleans.Runtime;

namespace Orleans.InProcess.Classes;

/// <summary>
/// Makes grains of a class. Singletons are looked up once for all; a scope of services is made only for a grain that asks for something else.
/// </summary>
internal sealed class GrainConstructor
{
    private readonly ConstructorInvoker invoker;
    private readonly Func<Activation, object?>[] arguments;

    public GrainConstructor(Type type, Silo silo)
    {
        var constructor = Choose(type);
        invoker = ConstructorInvoker.Create(constructor);
        arguments = [.. constructor.GetParameters().Select(parameter => ArgumentOf(parameter, silo))];
    }

    public object Make(Activation activation)
    {
        var values = arguments.Length == 0 ? [] : new object?[arguments.Length];
        for (var i = 0; i < values.Length; i++) values[i] = arguments[i](activation);
        try
        {
            return invoker.Invoke(values.AsSpan());
        }
        catch (TargetInvocationException error) when (error.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(error.InnerException);
            throw;
        }
    }

    private static ConstructorInfo Choose(Type type)
    {
        var all = type.GetConstructors();
        return all.Length == 1 ? all[0]
            : all.SingleOrDefault(c => c.IsDefined(typeof(ActivatorUtilitiesConstructorAttribute)))
            ?? all.MaxBy(c => c.GetParameters().Length)
            ?? throw new InvalidOperationException($"The grain class {type} has no public constructor.");
    }

    private static Func<Activation, object?> ArgumentOf(ParameterInfo parameter, Silo silo)
    {
        var type = parameter.ParameterType;
        if (type == typeof(IGrainContext)) return static activation => activation;
        if (parameter.GetCustomAttribute<PersistentStateAttribute>() is { } state) return StateParameter.Maker(parameter, state, silo);
        if (parameter.GetCustomAttribute<FromKeyedServicesAttribute>() is { } keyed)
            return silo.Kinds.IsSingleton(type, keyed.Key)
                ? Once(() => silo.Services.GetRequiredKeyedService(type, keyed.Key))
                : activation => activation.ActivationServices.GetRequiredKeyedService(type, keyed.Key);
        if (silo.Kinds.IsSingleton(type)) return Once(() => silo.Services.GetRequiredService(type));
        if (parameter.HasDefaultValue && !silo.Kinds.IsKnown(type)) return _ => parameter.DefaultValue;
        return activation => activation.ActivationServices.GetService(type)
            ?? throw new InvalidOperationException($"{parameter.Member.DeclaringType} asks for {type} ({parameter.Name}), which is not registered as a service.");
    }

    private static Func<Activation, object?> Once(Func<object> find)
    {
        var found = new Lazy<object>(find);
        return _ => found.Value;
    }
}
