using System.Reflection.Emit;

namespace Orleans.InProcess.Proxies;

/// <summary>Arguments as a value tuple: of any number, since the eighth place of a tuple holds another tuple.</summary>
internal static class ArgumentTuple
{
    private const int Places = 7;

    private static readonly Type[] Open =
    [
        typeof(ValueTuple), typeof(ValueTuple<>), typeof(ValueTuple<,>), typeof(ValueTuple<,,>), typeof(ValueTuple<,,,>), typeof(ValueTuple<,,,,>),
        typeof(ValueTuple<,,,,,>), typeof(ValueTuple<,,,,,,>),
    ];

    public static Type Of(Type[] items) =>
        items.Length == 0 ? typeof(ValueTuple)
        : items.Length <= Places ? Open[items.Length].MakeGenericType(items)
        : typeof(ValueTuple<,,,,,,,>).MakeGenericType([.. items[..Places], Of(items[Places..])]);

    /// <summary>From the items on the stack, in their order, to the tuple.</summary>
    public static void WriteNew(ILGenerator code, Type tuple)
    {
        if (tuple == typeof(ValueTuple))
        {
            code.Emit(OpCodes.Ldloc, code.DeclareLocal(tuple));
            return;
        }
        var types = tuple.GetGenericArguments();
        if (types.Length > Places) WriteNew(code, types[Places]);
        code.Emit(OpCodes.Newobj, tuple.GetConstructor(types)!);
    }

    /// <summary>From the tuple's address on the stack to one of its items.</summary>
    public static void WriteItem(ILGenerator code, Type tuple, int index)
    {
        for (; index >= Places; index -= Places)
        {
            var rest = tuple.GetField("Rest")!;
            code.Emit(OpCodes.Ldflda, rest);
            tuple = rest.FieldType;
        }
        code.Emit(OpCodes.Ldfld, tuple.GetField($"Item{index + 1}")!);
    }
}
