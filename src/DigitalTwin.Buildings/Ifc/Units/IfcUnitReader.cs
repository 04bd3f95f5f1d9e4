using DigitalTwin.Buildings.Ifc.Reading;

namespace DigitalTwin.Buildings.Ifc.Units;

/// <summary>Reads units: SI with prefixes, conversion-based ones with their factor, derived ones as products of powers.</summary>
internal sealed class IfcUnitReader(IfcSource source)
{
    private const int DeepestConversion = 8;

    /// <summary>Factors that files name but give none for: US and imperial units as legally defined (NIST SP 811, appendix B).</summary>
    private static readonly Dictionary<string, double> KnownFactors = new(StringComparer.OrdinalIgnoreCase)
    {
        ["INCH"] = 0.0254, ["FOOT"] = 0.3048, ["FEET"] = 0.3048, ["YARD"] = 0.9144, ["MILE"] = 1609.344, ["SQUARE FOOT"] = 0.09290304, ["SQUARE INCH"] = 0.00064516,
        ["CUBIC FOOT"] = 0.028316846592, ["CUBIC INCH"] = 1.6387064e-5, ["LITRE"] = 1e-3, ["DEGREE"] = Math.PI / 180, ["POUND"] = 0.45359237, ["MINUTE"] = 60, ["HOUR"] = 3600, ["DAY"] = 86400,
    };

    private readonly Dictionary<long, IfcUnit?> read = [];

    /// <summary>The units that a project assigns.</summary>
    public IfcUnits OfProject(IfcRecord? project)
    {
        var assignment = project is { } p ? source.Follow(p, "UnitsInContext", "IfcUnitAssignment") : null;
        assignment ??= source.All("IfcUnitAssignment").Cast<IfcRecord?>().FirstOrDefault();
        if (assignment is not { } given) return new IfcUnits([]);
        return new IfcUnits(given.References("Units").Select(id => Read(id)).OfType<IfcUnit>());
    }

    /// <summary>The unit of a number; null where it cannot be made out.</summary>
    public IfcUnit? Read(long id) => Read(id, 0);

    private IfcUnit? Read(long id, int depth)
    {
        if (read.TryGetValue(id, out var known)) return known;
        read[id] = null; // A unit made of itself is none.
        var unit = depth > DeepestConversion || source.Find(id) is not { } record ? null : Make(record, depth);
        return read[id] = unit;
    }

    private IfcUnit? Make(IfcRecord unit, int depth)
    {
        var kind = unit.Enumeration("UnitType") ?? "";
        if (unit.Is("IfcSIUnit")) return SiNames.Unit(kind, unit.Enumeration("Prefix"), unit.Enumeration("Name") ?? "");
        if (unit.Is("IfcConversionBasedUnit")) return Converted(unit, kind, depth);
        if (unit.Is("IfcDerivedUnit")) return Derived(unit, kind, depth);
        return null;
    }

    private IfcUnit? Converted(IfcRecord unit, string kind, int depth)
    {
        var name = unit.Text("Name") ?? "";
        var offset = unit.Number("ConversionOffset") ?? 0;
        if (unit.Reference("ConversionFactor") is { } id && source.Find(id) is { } factor && factor.Is("IfcMeasureWithUnit") && factor.Number("ValueComponent") is { } value and not 0)
        {
            var of = factor.Reference("UnitComponent") is { } component ? Read(component, depth + 1) : null;
            var scale = value * (of?.Factor ?? 1);
            return new(kind, name, scale, scale * offset + (kind == "THERMODYNAMICTEMPERATUREUNIT" ? of?.Offset ?? 0 : 0));
        }
        if (KnownFactors.TryGetValue(name, out var legal))
        {
            source.Warn($"{unit} '{name}' has no factor; its legal definition, {legal:G9}, is used.");
            return new(kind, name, legal);
        }
        source.Warn($"{unit} '{name}' has no factor and no name that is known; its values are taken as SI.");
        return new(kind, name, 1);
    }

    private IfcUnit? Derived(IfcRecord unit, string kind, int depth)
    {
        var (factor, names) = (1.0, new List<string>());
        foreach (var element in source.FollowAll(unit, "Elements", "IfcDerivedUnitElement"))
        {
            if (element.Reference("Unit") is not { } id || Read(id, depth + 1) is not { } of) continue;
            var exponent = element["Exponent"].Integer ?? 1;
            factor *= Math.Pow(of.Factor, exponent);
            names.Add(exponent == 1 ? of.Name : $"{of.Name}^{exponent}");
        }
        return new(kind == "USERDEFINED" ? unit.Text("UserDefinedType") ?? kind : kind, string.Join("·", names), factor);
    }
}
