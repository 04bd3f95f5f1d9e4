using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DigitalTwin.Buildings.Step;

/// <summary>
/// One value of a record. The properties named after what they give (<see cref="Number"/>, <see cref="Text"/>, <see cref="Reference"/> …) look through a
/// typed value and are null when the value is of another kind, so that a reader of a schema asks for what it wants and never casts. Immutable.
/// </summary>
public readonly struct StepValue
{
    private readonly object? content;
    private readonly long bits;

    private StepValue(StepKind kind, long bits, object? content) => (Kind, this.bits, this.content) = (kind, bits, content);

    /// <summary>Which kind it is, a typed value itself being <see cref="StepKind.Typed"/>.</summary>
    public StepKind Kind { get; }

    /// <summary><c>$</c>.</summary>
    public static StepValue Unset => default;

    /// <summary><c>*</c>.</summary>
    public static StepValue Derived => new(StepKind.Derived, 0, null);

    /// <summary>True for <c>$</c> and <c>*</c>.</summary>
    public bool IsMissing => Kind is StepKind.Unset or StepKind.Derived;

    /// <summary>The type a typed value says, as written: <c>IFCLABEL</c>; null otherwise.</summary>
    public string? TypeName => Kind == StepKind.Typed ? ((Tagged)content!).Type : null;

    /// <summary>The value inside a typed value (however deep); any other value is itself.</summary>
    public StepValue Plain => Kind == StepKind.Typed ? ((Tagged)content!).Value.Plain : this;

    /// <summary>The number of an integer or a real.</summary>
    public double? Number => Plain switch
    {
        { Kind: StepKind.Real } v => BitConverter.Int64BitsToDouble(v.bits),
        { Kind: StepKind.Integer } v => v.bits,
        _ => null,
    };

    /// <summary>The number of an integer.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "The standard's own word.")]
    public long? Integer => Plain is { Kind: StepKind.Integer } v ? v.bits : null;

    /// <summary>The decoded text of a string.</summary>
    public string? Text => Plain is { Kind: StepKind.String } v ? (string)v.content! : null;

    /// <summary>The name of an enumeration value, without its dots.</summary>
    public string? Enumeration => Plain is { Kind: StepKind.Enumeration } v ? (string)v.content! : null;

    /// <summary><c>.T.</c> or <c>.F.</c>; null for <c>.U.</c> and everything else.</summary>
    public bool? Logical => Enumeration switch { "T" or "t" => true, "F" or "f" => false, _ => null };

    /// <summary>The hexadecimal digits of a binary, the first of which counts the unused bits.</summary>
    public string? Binary => Plain is { Kind: StepKind.Binary } v ? (string)v.content! : null;

    /// <summary>The id that a reference names.</summary>
    public long? Reference => Plain is { Kind: StepKind.Reference } v ? v.bits : null;

    /// <summary>The values of a list; empty for everything else.</summary>
    public IReadOnlyList<StepValue> Items => Plain is { Kind: StepKind.List } v ? (StepValue[])v.content! : [];

    /// <summary>The ids of the references of a list, in order, others left out; of a single reference its id.</summary>
    public IEnumerable<long> References => Reference is { } one ? [one] : Items.Where(i => i.Reference is not null).Select(i => i.Reference!.Value);

    /// <summary>An integer.</summary>
    public static StepValue OfInteger(long value) => new(StepKind.Integer, value, null);

    /// <summary>A real.</summary>
    public static StepValue OfReal(double value) => new(StepKind.Real, BitConverter.DoubleToInt64Bits(value), null);

    /// <summary>A string, decoded.</summary>
    public static StepValue OfString(string text) => new(StepKind.String, 0, text);

    /// <summary>An enumeration value, without its dots.</summary>
    public static StepValue OfEnumeration(string name) => new(StepKind.Enumeration, 0, name);

    /// <summary>A binary, as its hexadecimal digits.</summary>
    public static StepValue OfBinary(string digits) => new(StepKind.Binary, 0, digits);

    /// <summary>A reference.</summary>
    public static StepValue OfReference(long id) => new(StepKind.Reference, id, null);

    /// <summary>A list, which keeps the array.</summary>
    public static StepValue OfList(params StepValue[] items) => new(StepKind.List, 0, items);

    /// <summary>A typed value.</summary>
    public static StepValue OfType(string type, StepValue value) => new(StepKind.Typed, 0, new Tagged(type, value));

    /// <summary>The value as a file says it (strings by <see cref="StepText.Encode"/>).</summary>
    public override string ToString() => Kind switch
    {
        StepKind.Unset => "$",
        StepKind.Derived => "*",
        StepKind.Integer => bits.ToString(CultureInfo.InvariantCulture),
        StepKind.Real => StepText.Real(BitConverter.Int64BitsToDouble(bits)),
        StepKind.String => StepText.Encode((string)content!),
        StepKind.Enumeration => $".{content}.",
        StepKind.Binary => $"\"{content}\"",
        StepKind.Reference => $"#{bits}",
        StepKind.List => $"({string.Join(",", (StepValue[])content!)})",
        _ => $"{((Tagged)content!).Type}({((Tagged)content).Value})",
    };

    private sealed record Tagged(string Type, StepValue Value);
}
