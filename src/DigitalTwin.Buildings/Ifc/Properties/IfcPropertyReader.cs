using DigitalTwin.Buildings.Ifc.Reading;
using DigitalTwin.Buildings.Ifc.Units;
using DigitalTwin.Buildings.Step;

namespace DigitalTwin.Buildings.Ifc.Properties;

/// <summary>Reads property sets and quantity sets, each record once however many sets and things share it.</summary>
internal sealed class IfcPropertyReader(IfcSource source, IfcUnits units, IfcUnitReader unitReader)
{
    private const int Deepest = 8;
    private readonly Dictionary<long, IfcProperty?> properties = [];
    private readonly Dictionary<long, IfcPropertySet> sets = [];
    private readonly Dictionary<long, IfcQuantitySet> quantitySets = [];

    /// <summary>The property set of a record.</summary>
    public IfcPropertySet Set(IfcRecord record)
    {
        if (!sets.TryGetValue(record.Id, out var set))
            sets[record.Id] = set = new(record.Id, record.Text("Name") ?? "", [.. Of(record, "HasProperties", 0)]);
        return set;
    }

    /// <summary>The quantity set of a record.</summary>
    public IfcQuantitySet Quantities(IfcRecord record)
    {
        if (!quantitySets.TryGetValue(record.Id, out var set))
            quantitySets[record.Id] = set = new(record.Id, record.Text("Name") ?? "", [.. QuantitiesOf(record, "Quantities", 0)]);
        return set;
    }

    /// <summary>The properties that an attribute lists.</summary>
    public IEnumerable<IfcProperty> Of(IfcRecord owner, string attribute, int depth)
    {
        foreach (var id in owner.References(attribute))
        {
            if (!properties.TryGetValue(id, out var property))
            {
                property = depth < Deepest && source.Find(id) is { } record && record.Is("IfcProperty") ? Read(record, depth) : null;
                if (property is null) source.Broken(owner, attribute, id, "IfcProperty");
                properties[id] = property;
            }
            if (property is not null) yield return property;
        }
    }

    private IfcProperty? Read(IfcRecord record, int depth)
    {
        var name = record.Text("Name") ?? "";
        var unit = Unit(record, "Unit");
        return record.Entity.Name switch
        {
            "IfcPropertySingleValue" => new IfcSingleProperty(name, Value(record["NominalValue"], unit)),
            "IfcPropertyEnumeratedValue" => new IfcEnumeratedProperty(name, Values(record["EnumerationValues"], null)),
            "IfcPropertyBoundedValue" => new IfcBoundedProperty(name, Value(record["LowerBoundValue"], unit), Value(record["UpperBoundValue"], unit), Value(record["SetPointValue"], unit)),
            "IfcPropertyListValue" => new IfcListProperty(name, Values(record["ListValues"], unit)),
            "IfcPropertyTableValue" => new IfcTableProperty(name, Values(record["DefiningValues"], Unit(record, "DefiningUnit")), Values(record["DefinedValues"], Unit(record, "DefinedUnit"))),
            "IfcPropertyReferenceValue" when record.Reference("PropertyReference") is { } id => new IfcReferenceProperty(name, id, source.Step.Keyword(id)),
            "IfcPropertyReferenceValue" => new IfcSingleProperty(name, IfcValue.None),
            "IfcComplexProperty" => new IfcComplexProperty(name, [.. Of(record, "HasProperties", depth + 1)]),
            _ => null,
        };
    }

    private IEnumerable<IfcQuantity> QuantitiesOf(IfcRecord owner, string attribute, int depth)
    {
        foreach (var record in source.FollowAll(owner, attribute, "IfcPhysicalQuantity"))
        {
            var name = record.Text("Name") ?? "";
            if (record.Is("IfcPhysicalComplexQuantity"))
            {
                if (depth < Deepest) yield return new(name, IfcQuantityKind.Complex, double.NaN, [.. QuantitiesOf(record, "HasQuantities", depth + 1)]);
                continue;
            }
            var (kind, value, of) = record.Entity.Name switch
            {
                "IfcQuantityLength" => (IfcQuantityKind.Length, "LengthValue", "LENGTHUNIT"),
                "IfcQuantityArea" => (IfcQuantityKind.Area, "AreaValue", "AREAUNIT"),
                "IfcQuantityVolume" => (IfcQuantityKind.Volume, "VolumeValue", "VOLUMEUNIT"),
                "IfcQuantityCount" => (IfcQuantityKind.Count, "CountValue", ""),
                "IfcQuantityWeight" => (IfcQuantityKind.Weight, "WeightValue", "MASSUNIT"),
                "IfcQuantityTime" => (IfcQuantityKind.Time, "TimeValue", "TIMEUNIT"),
                _ => (IfcQuantityKind.Number, "NumberValue", ""),
            };
            if (record.Number(value) is not { } number) continue;
            var unit = Unit(record, "Unit") ?? (of.Length == 0 ? new IfcUnit("", "", 1) : units.Of(of));
            yield return new(name, kind, unit.ToSi(number), []);
        }
    }

    private IfcUnit? Unit(IfcRecord record, string attribute) => record.Reference(attribute) is { } id ? unitReader.Read(id) : null;

    private IfcValue Value(StepValue value, IfcUnit? unit) => IfcValue.Of(value, unit, units);

    private IReadOnlyList<IfcValue> Values(StepValue list, IfcUnit? unit) => [.. list.Items.Select(v => Value(v, unit)).Where(v => v.IsSomething)];
}
