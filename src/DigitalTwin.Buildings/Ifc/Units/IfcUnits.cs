namespace DigitalTwin.Buildings.Ifc.Units;

/// <summary>The units of a project: what its numbers mean where a value names no unit of its own. Immutable.</summary>
public sealed class IfcUnits
{
    private readonly Dictionary<string, IfcUnit> units;

    internal IfcUnits(IEnumerable<IfcUnit> assigned)
    {
        units = [];
        foreach (var unit in assigned) units.TryAdd(unit.Kind, unit);
        Assigned = [.. units.Values.OrderBy(u => u.Kind, StringComparer.Ordinal)];
    }

    /// <summary>What the project assigns, by kind.</summary>
    public IReadOnlyList<IfcUnit> Assigned { get; }

    /// <summary>Metres per unit of length.</summary>
    public double Length => Of("LENGTHUNIT").Factor;

    /// <summary>Square metres per unit of area: SI where none is assigned, as the schema has it.</summary>
    public double Area => Of("AREAUNIT").Factor;

    /// <summary>Cubic metres per unit of volume.</summary>
    public double Volume => Of("VOLUMEUNIT").Factor;

    /// <summary>Radians per unit of plane angle.</summary>
    public double Angle => Of("PLANEANGLEUNIT").Factor;

    /// <summary>Seconds per unit of time.</summary>
    public double Time => Of("TIMEUNIT").Factor;

    /// <summary>Whether a kind of unit is assigned.</summary>
    public bool Has(string kind) => units.ContainsKey(kind);

    /// <summary>The unit of a kind; SI itself where none is assigned.</summary>
    public IfcUnit Of(string kind) => units.TryGetValue(kind, out var unit) ? unit : new(kind, "SI", 1);

    /// <summary>The unit that values of a measure type have: <c>IFCLENGTHMEASURE</c>, <c>IFCTHERMALTRANSMITTANCEMEASURE</c>. Texts, counts, ratios and the like have none.</summary>
    public IfcUnit OfMeasure(string? measure)
    {
        if (measure is null) return new("", "", 1);
        var kind = measure.ToUpperInvariant() switch
        {
            "IFCPOSITIVELENGTHMEASURE" or "IFCNONNEGATIVELENGTHMEASURE" => "LENGTHUNIT",
            "IFCPOSITIVEPLANEANGLEMEASURE" => "PLANEANGLEUNIT",
            "IFCTHERMALCONDUCTIVITYMEASURE" => "THERMALCONDUCTANCEUNIT",
            "IFCCOUNTMEASURE" or "IFCRATIOMEASURE" or "IFCNORMALISEDRATIOMEASURE" or "IFCPOSITIVERATIOMEASURE" or "IFCMONETARYMEASURE" or "IFCDESCRIPTIVEMEASURE" => "",
            var name when name.StartsWith("IFC", StringComparison.Ordinal) && name.EndsWith("MEASURE", StringComparison.Ordinal) => string.Concat(name.AsSpan(3, name.Length - 10), "UNIT"),
            _ => "",
        };
        if (kind.Length == 0) return new("", "", 1);
        // Kelvin is what the schema means by a temperature that nobody gave a unit.
        return kind == "THERMODYNAMICTEMPERATUREUNIT" && !Has(kind) ? new(kind, "K", 1, -273.15) : Of(kind);
    }
}
