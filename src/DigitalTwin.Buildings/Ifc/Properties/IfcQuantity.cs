namespace DigitalTwin.Buildings.Ifc.Properties;

/// <summary>What a quantity measures.</summary>
public enum IfcQuantityKind
{
    /// <summary>m.</summary>
    Length,

    /// <summary>m².</summary>
    Area,

    /// <summary>m³.</summary>
    Volume,

    /// <summary>Pieces.</summary>
    Count,

    /// <summary>kg.</summary>
    Weight,

    /// <summary>s.</summary>
    Time,

    /// <summary>A plain number.</summary>
    Number,

    /// <summary>Quantities under a common name.</summary>
    Complex,
}

/// <summary>A quantity as the file states it, in SI.</summary>
/// <param name="Name">As the file names it, in the author's language.</param>
/// <param name="Kind">What it measures.</param>
/// <param name="Value">m, m², m³, pieces, kg or s; NaN for a complex one.</param>
/// <param name="Parts">Of a complex quantity.</param>
public sealed record IfcQuantity(string Name, IfcQuantityKind Kind, double Value, IReadOnlyList<IfcQuantity> Parts);

/// <summary>A set of quantities.</summary>
/// <param name="Id">Number of its record.</param>
/// <param name="Name">Its name: <c>BaseQuantities</c>, <c>Qto_WallBaseQuantities</c>, <c>GSA Space Areas</c>; empty where the file gives none.</param>
/// <param name="Quantities">In the file's order.</param>
public sealed record IfcQuantitySet(long Id, string Name, IReadOnlyList<IfcQuantity> Quantities)
{
    /// <summary>Whether it is a set that the standard defines (BaseQuantities of 2x3, Qto_ of 4), not a vendor's.</summary>
    public bool IsStandard => Name.Equals("BaseQuantities", StringComparison.OrdinalIgnoreCase) || Name.StartsWith("Qto_", StringComparison.OrdinalIgnoreCase);

    /// <summary>The quantity of a kind and name, letters without case, in parts of complex ones too; null where there is none.</summary>
    public double? Find(IfcQuantityKind kind, string name) => Find(Quantities, kind, name);

    private static double? Find(IReadOnlyList<IfcQuantity> quantities, IfcQuantityKind kind, string name)
    {
        foreach (var quantity in quantities)
        {
            if (quantity.Kind == kind && double.IsFinite(quantity.Value) && quantity.Name.Trim().Equals(name, StringComparison.OrdinalIgnoreCase)) return quantity.Value;
            if (quantity.Kind == IfcQuantityKind.Complex && Find(quantity.Parts, kind, name) is { } part) return part;
        }
        return null;
    }
}
