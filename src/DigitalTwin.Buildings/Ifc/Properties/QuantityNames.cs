using System.Collections.Frozen;
using DigitalTwin.Buildings.Ifc.Schema;

namespace DigitalTwin.Buildings.Ifc.Properties;

/// <summary>What authors' programs call a quantity, in order of preference: the embedded table <c>ifc-quantity-names.csv</c>.</summary>
internal static class QuantityNames
{
    private static readonly Lazy<FrozenDictionary<(string Of, string Wanted), (IfcQuantityKind Kind, string[] Names)>> Table = new(Read);

    /// <summary>
    /// A quantity of a thing by our name for it: its standard sets first, then vendors' sets, then numbers of property sets under the same names
    /// (Revit's <c>Dimensions</c>). Null where it states none; zero and less count as none.
    /// </summary>
    /// <param name="thing">The thing.</param>
    /// <param name="of">What it is: <c>space</c>, <c>wall</c>, <c>opening</c>, <c>slab</c> or <c>building</c>.</param>
    /// <param name="wanted">Our name.</param>
    public static double? Find(IfcObject thing, string of, string wanted)
    {
        var (kind, names) = Table.Value[(of, wanted)];
        foreach (var standard in (ReadOnlySpan<bool>)[true, false])
            foreach (var name in names)
                foreach (var set in thing.QuantitySets)
                    if (set.IsStandard == standard && set.Find(kind, name) is { } value and > 0) return value;
        foreach (var name in names)
            foreach (var set in thing.PropertySets)
                if (set.Find(name) is { Value: { Number: { } value and > 0, Type: { } type } } && Measures(type, kind)) return value;
        return null;
    }

    private static bool Measures(string type, IfcQuantityKind kind) => kind switch
    {
        IfcQuantityKind.Area => type.Equals("IFCAREAMEASURE", StringComparison.OrdinalIgnoreCase),
        IfcQuantityKind.Volume => type.Equals("IFCVOLUMEMEASURE", StringComparison.OrdinalIgnoreCase),
        _ => type.EndsWith("LENGTHMEASURE", StringComparison.OrdinalIgnoreCase),
    };

    private static FrozenDictionary<(string, string), (IfcQuantityKind, string[])> Read() =>
        EmbeddedText.Lines("ifc-quantity-names.csv").Select(l => l.Split(';'))
            .ToFrozenDictionary(f => (f[2], f[0]), f => (Enum.Parse<IfcQuantityKind>(f[1], ignoreCase: true), f[3].Split('|')));
}
