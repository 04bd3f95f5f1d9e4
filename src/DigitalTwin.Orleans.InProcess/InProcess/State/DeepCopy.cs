using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Orleans.InProcess.State;

/// <summary>
/// Copies a state with everything that it holds, field by field. Shared are only values that cannot change: texts, numbers, what is marked
/// [Immutable], immutable collections, and grains. A thing that occurs twice occurs twice in the copy as one thing.
/// </summary>
internal static class DeepCopy
{
    private static readonly ConcurrentDictionary<Type, FieldInfo[]?> Plans = new();

    public static T Of<T>(T value) => (T)Copy(value, new(ReferenceEqualityComparer.Instance))!;

    private static object? Copy(object? value, Dictionary<object, object> copies)
    {
        if (value is null) return null;
        var type = value.GetType();
        var fields = Plans.GetOrAdd(type, PlanOf);
        if (fields is null) return value;
        if (!type.IsValueType && copies.TryGetValue(value, out var known)) return known;
        if (value is Array array) return CopyArray(array, copies);

        var copy = MemberwiseClone(value);
        if (!type.IsValueType) copies.Add(value, copy);
        if (value is IDictionary { IsReadOnly: false } dictionary && type.IsGenericType && type.GetConstructor(Type.EmptyTypes) is not null)
            return copies[value] = CopyDictionary(dictionary, type, copies);
        foreach (var field in fields) field.SetValue(copy, Copy(field.GetValue(value), copies));
        return copy;
    }

    private static Array CopyArray(Array array, Dictionary<object, object> copies)
    {
        var copy = (Array)array.Clone();
        copies.Add(array, copy);
        if (PlanOf(array.GetType().GetElementType()!) is null && array.GetType().GetElementType()!.IsSealed) return copy;
        if (copy.Rank == 1)
            for (var i = copy.GetLowerBound(0); i <= copy.GetUpperBound(0); i++) copy.SetValue(Copy(copy.GetValue(i), copies), i);
        else
            foreach (var index in Indices(copy)) copy.SetValue(Copy(copy.GetValue(index), copies), index);
        return copy;
    }

    private static IEnumerable<int[]> Indices(Array array)
    {
        for (long flat = 0; flat < array.LongLength; flat++)
        {
            var index = new int[array.Rank];
            var rest = flat;
            for (var axis = array.Rank - 1; axis >= 0; axis--)
            {
                index[axis] = array.GetLowerBound(axis) + (int)(rest % array.GetLength(axis));
                rest /= array.GetLength(axis);
            }
            yield return index;
        }
    }

    /// <summary>A dictionary is filled anew: its buckets depend on the keys' hashes, and a copied key may have another.</summary>
    private static object CopyDictionary(IDictionary dictionary, Type type, Dictionary<object, object> copies)
    {
        var comparer = type.GetProperty("Comparer")?.GetValue(dictionary);
        var copy = (IDictionary)(comparer is not null && type.GetConstructor([comparer.GetType().GetInterfaces().FirstOrDefault(i => i.Name.StartsWith("IEqualityComparer`", StringComparison.Ordinal)) ?? typeof(object)]) is { } made
            ? made.Invoke([comparer])
            : Activator.CreateInstance(type)!);
        foreach (DictionaryEntry entry in dictionary) copy.Add(Copy(entry.Key, copies)!, Copy(entry.Value, copies));
        return copy;
    }

    /// <summary>The fields to copy; nothing for a type whose values never change.</summary>
    private static FieldInfo[]? PlanOf(Type type)
    {
        if (type.IsPrimitive || type.IsEnum || type.IsPointer || type == typeof(string) || type == typeof(decimal)) return null;
        if (type.IsDefined(typeof(ImmutableAttribute), false) || typeof(Delegate).IsAssignableFrom(type) || typeof(MemberInfo).IsAssignableFrom(type)) return null;
        if (typeof(Runtime.IAddressable).IsAssignableFrom(type) || typeof(IEqualityComparer).IsAssignableFrom(type)) return null;
        if (type.Namespace is "System.Collections.Immutable" or "System.Collections.Frozen") return null;
        if (type.IsValueType && type.Namespace == "System" && !type.IsGenericType) return null;
        if (type.IsArray) return [];
        var fields = new List<FieldInfo>();
        for (var part = type; part is not null && part != typeof(object); part = part.BaseType)
            fields.AddRange(part.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly));
        return [.. fields.Where(f => !(f.FieldType.IsPrimitive || f.FieldType.IsEnum || f.FieldType == typeof(string)))];
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = nameof(MemberwiseClone))]
    private static extern object MemberwiseClone(object self);
}
