using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Net;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace Orleans.InProcess.Verification;

/// <summary>The types that Orleans' serializer knows, and what it asks of ours: [GenerateSerializer], and an [Id] on every member that travels.</summary>
internal static class TravellingTypes
{
    private static readonly ConcurrentDictionary<Type, string[]> Known = new();

    private static readonly HashSet<Type> Plain =
    [
        typeof(object), typeof(string), typeof(decimal), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan), typeof(Guid),
        typeof(Uri), typeof(Version), typeof(Half), typeof(Int128), typeof(UInt128), typeof(BigInteger), typeof(Complex), typeof(Rune), typeof(Type),
        typeof(BitArray), typeof(CultureInfo), typeof(IPAddress), typeof(IPEndPoint), typeof(Exception), typeof(ValueTuple), typeof(CancellationToken),
    ];

    private static readonly HashSet<Type> Generic =
    [
        typeof(Nullable<>), typeof(KeyValuePair<,>), typeof(ReadOnlyMemory<>), typeof(Memory<>), typeof(ArraySegment<>), typeof(Concurrency.Immutable<>),
        typeof(List<>), typeof(HashSet<>), typeof(Dictionary<,>), typeof(Queue<>), typeof(Stack<>), typeof(SortedDictionary<,>), typeof(SortedList<,>), typeof(SortedSet<>),
        typeof(ConcurrentDictionary<,>), typeof(ConcurrentQueue<>), typeof(Collection<>), typeof(ReadOnlyCollection<>), typeof(ReadOnlyDictionary<,>), typeof(ObservableCollection<>),
        typeof(ImmutableArray<>), typeof(ImmutableList<>), typeof(ImmutableDictionary<,>), typeof(ImmutableSortedDictionary<,>), typeof(ImmutableHashSet<>), typeof(ImmutableSortedSet<>),
        typeof(ImmutableQueue<>), typeof(ImmutableStack<>),
    ];

    public static string[] Mistakes(Type type)
    {
        if (Known.TryGetValue(type, out var known)) return known;
        var mistakes = new List<string>();
        Visit(type, [], mistakes);
        return Known[type] = [.. mistakes.Distinct()];
    }

    private static void Visit(Type type, HashSet<Type> seen, List<string> mistakes)
    {
        if (type.IsPrimitive || type.IsEnum || Plain.Contains(type) || !seen.Add(type)) return;
        if (type.IsArray) Visit(type.GetElementType()!, seen, mistakes);
        else if (type.IsPointer || type.IsByRefLike) mistakes.Add($"{type.Name} lives on the stack and cannot travel.");
        else if (typeof(Delegate).IsAssignableFrom(type)) mistakes.Add($"{type.Name} is a delegate; pass a grain or an observer.");
        else if (typeof(Runtime.IAddressable).IsAssignableFrom(type)) return;
        else if (IsOfTheFramework(type)) VisitForeign(type, seen, mistakes);
        else if (type.IsInterface || type.IsGenericParameter || Surrogates.Has(type)) return;
        else if (!type.IsDefined(typeof(GenerateSerializerAttribute), false)) mistakes.Add($"{type.Name} has no [GenerateSerializer].");
        else
        {
            foreach (var number in Members.NumbersGivenTwice(type)) mistakes.Add($"{type.Name} gives the [Id({number})] twice.");
            foreach (var (member, memberType, travels) in Members.Of(type))
            {
                if (!travels) mistakes.Add($"{type.Name}.{member} has no [Id] and would be lost; [NonSerialized] says that this is meant.");
                else Visit(memberType, seen, mistakes);
            }
        }
    }

    private static void VisitForeign(Type type, HashSet<Type> seen, List<string> mistakes)
    {
        var open = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        var carried = Generic.Contains(open) || typeof(ITuple).IsAssignableFrom(type) || typeof(Exception).IsAssignableFrom(type) || Surrogates.Has(type)
            || (type.IsInterface && typeof(IEnumerable).IsAssignableFrom(type));
        if (!carried) mistakes.Add($"{type.Name} is a type that Orleans does not know; a surrogate with [RegisterConverter] would carry it.");
        else
            foreach (var argument in type.GetGenericArguments()) Visit(argument, seen, mistakes);
    }

    private static bool IsOfTheFramework(Type type) =>
        type.Assembly == typeof(object).Assembly || type.Assembly == typeof(TravellingTypes).Assembly
        || type.Assembly.GetName().Name!.StartsWith("System.", StringComparison.Ordinal);
}
