using System.Collections;
using System.Collections.Immutable;
using System.Reflection;

namespace DigitalTwin.Cluster.Tests;

/// <summary>Makes a message of any type with every member filled, each value different from its default and from its neighbours'.</summary>
internal sealed class Specimen
{
    private int last;

    /// <summary>A value of a type.</summary>
    public object Of(Type type)
    {
        last++;
        if (Nullable.GetUnderlyingType(type) is { } value) return Of(value);
        if (type == typeof(string)) return $"word {last} 水";
        if (type == typeof(double)) return last + 0.125;
        if (type == typeof(bool)) return true;
        if (type == typeof(int)) return last;
        if (type == typeof(long)) return (1L << 40) + last;
        if (type == typeof(ulong)) return (1UL << 63) + (ulong)last;
        if (type == typeof(byte)) return (byte)(last % 255 + 1);
        if (type == typeof(TimeSpan)) return TimeSpan.FromSeconds(last);
        if (type == typeof(DateTimeOffset)) return new DateTimeOffset(2025, 7, 8, 6, 0, 0, TimeSpan.FromHours(8)).AddSeconds(last);
        if (type.IsEnum) return Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!;
        if (type.IsArray) return Filled(type.GetElementType()!);
        return type.IsGenericType ? Collection(type) : Message(type);
    }

    private object Message(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        var message = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))]);
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
            if (property.CanWrite && property.IsDefined(typeof(IdAttribute)) && constructor.GetParameters().All(p => p.Name != property.Name))
                property.SetValue(message, Of(property.PropertyType));
        return message;
    }

    private object Collection(Type type)
    {
        var of = type.GetGenericArguments();
        var open = type.GetGenericTypeDefinition();
        if (open == typeof(ImmutableArray<>)) return Call(typeof(ImmutableArray), nameof(ImmutableArray.Create), Filled(of[0]));
        if (open == typeof(IReadOnlyList<>) || open == typeof(IReadOnlyCollection<>) || open == typeof(IEnumerable<>)) return Filled(of[0]);
        if (open == typeof(List<>)) return Activator.CreateInstance(type, Filled(of[0]))!;
        if (open == typeof(ReadOnlyMemory<>)) return Activator.CreateInstance(type, Filled(of[0]))!;
        if (open == typeof(KeyValuePair<,>)) return Activator.CreateInstance(type, Of(of[0]), Of(of[1]))!;
        var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(of))!;
        for (var i = 0; i < 2; i++) dictionary[Of(of[0])] = Of(of[1]);
        if (open != typeof(ImmutableDictionary<,>) && open != typeof(ImmutableSortedDictionary<,>)) return dictionary;
        var make = (open == typeof(ImmutableDictionary<,>) ? typeof(ImmutableDictionary) : typeof(ImmutableSortedDictionary)).GetMethods()
            .Single(m => m.Name == "CreateRange" && m.GetParameters() is [{ ParameterType.Name: "IEnumerable`1" }]);
        return make.MakeGenericMethod(of).Invoke(null, [dictionary])!;
    }

    private static object Call(Type type, string method, Array values) => type.GetMethods()
        .Single(m => m.Name == method && m.GetParameters() is [{ ParameterType.IsArray: true }])
        .MakeGenericMethod(values.GetType().GetElementType()!).Invoke(null, [values])!;

    private Array Filled(Type element)
    {
        var values = Array.CreateInstance(element, 2);
        for (var i = 0; i < 2; i++) values.SetValue(Of(element), i);
        return values;
    }
}
