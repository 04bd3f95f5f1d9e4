using DigitalTwin.Numerics.Units;

namespace DigitalTwin.Cities.Maps.Layers;

/// <summary>Which unit a property's numbers are in, and what it is called without it.</summary>
internal static class AttributeUnit
{
    /// <summary>The unit that stands behind the last underscore of a name: <c>floor_area_m2</c> is <c>floor_area</c> in m². The plain number is none.</summary>
    public static (string Name, Unit Unit) Of(string property)
    {
        var underscore = property.LastIndexOf('_');
        return underscore > 0 && Unit.TryParse(property.AsSpan(underscore + 1), out var unit) && unit.Dimension != Dimension.None
            ? (property[..underscore], unit) : (property, Unit.One);
    }

    /// <summary>The coherent SI unit in which the numbers are kept: <c>m²</c>; empty for a plain number.</summary>
    public static string Kept(Unit unit)
    {
        if (unit.Dimension == Dimension.None) return "";
        return UnitTable.Find(unit.Dimension) is { } named ? named.Units[0] : unit.Dimension.Symbol;
    }
}
