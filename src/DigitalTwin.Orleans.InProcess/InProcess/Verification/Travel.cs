using System.Reflection;

namespace Orleans.InProcess.Verification;

/// <summary>
/// Whether Orleans could carry what an interface says. In one process nothing is carried, so every mistake would pass here and fail in a cluster:
/// it is named at the first use of the interface instead, all mistakes at once.
/// </summary>
internal static class Travel
{
    private static readonly Type[] Tasks = [typeof(Task<>), typeof(ValueTask<>), typeof(IAsyncEnumerable<>)];

    /// <exception cref="InvalidOperationException">There are mistakes.</exception>
    public static void Check(Type grainInterface)
    {
        var mistakes = Mistakes(grainInterface).ToArray();
        if (mistakes.Length > 0)
            throw new InvalidOperationException($"{grainInterface} cannot be an interface of grains:{Environment.NewLine}{string.Join(Environment.NewLine, mistakes)}");
    }

    public static IEnumerable<string> Mistakes(Type grainInterface)
    {
        if (!grainInterface.IsInterface) return [$"{grainInterface} is not an interface."];
        if (grainInterface.ContainsGenericParameters || grainInterface.IsGenericType) return [$"{grainInterface} is generic; make an interface for each type."];
        return Proxies.ProxyBuilder.MethodsOf(grainInterface).SelectMany(method => Mistakes(method, grainInterface)).Distinct();
    }

    private static IEnumerable<string> Mistakes(MethodInfo method, Type grainInterface)
    {
        var where = $"{method.DeclaringType!.Name}.{method.Name}";
        if (method.IsSpecialName)
        {
            yield return $"{where}: an interface of grains has methods only, no properties and no events.";
            yield break;
        }
        if (method.IsGenericMethodDefinition)
        {
            yield return $"{where} is generic; write a method for each type.";
            yield break;
        }
        foreach (var parameter in method.GetParameters())
        {
            if (parameter.ParameterType.IsByRef) yield return $"{where}: '{parameter.Name}' is passed by reference; messages carry values only.";
            else if (parameter.ParameterType != typeof(CancellationToken))
                foreach (var mistake in TravellingTypes.Mistakes(parameter.ParameterType)) yield return $"{where}, parameter '{parameter.Name}': {mistake}";
        }
        var result = method.ReturnType;
        if (result == typeof(Task) || result == typeof(ValueTask) || (result == typeof(void) && typeof(IGrainObserver).IsAssignableFrom(grainInterface))) yield break;
        if (!result.IsGenericType || !Tasks.Contains(result.GetGenericTypeDefinition()))
            yield return $"{where} returns {result.Name}; a grain's method returns Task, ValueTask or IAsyncEnumerable.";
        else
            foreach (var mistake in TravellingTypes.Mistakes(result.GetGenericArguments()[0])) yield return $"{where}, result: {mistake}";
    }
}
