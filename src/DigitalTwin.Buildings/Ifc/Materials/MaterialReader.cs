using DigitalTwin.Buildings.Ifc.Properties;
using DigitalTwin.Buildings.Ifc.Reading;
using DigitalTwin.Buildings.Ifc.Units;

namespace DigitalTwin.Buildings.Ifc.Materials;

/// <summary>Reads what elements are made of, in every form that the schemas know, each record once.</summary>
internal sealed class MaterialReader
{
    private readonly IfcSource source;
    private readonly IfcUnits units;
    private readonly Dictionary<long, IfcMaterial> materials = [];
    private readonly Dictionary<long, IfcMaterialUse?> uses = [];
    private readonly Dictionary<long, Dictionary<string, double>> heat = [];

    public MaterialReader(IfcSource source, IfcUnits units, IfcPropertyReader properties)
    {
        (this.source, this.units) = (source, units);
        foreach (var record in source.All("IfcMaterialProperties")) Heat(record, properties);
    }

    /// <summary>Materials with a conductivity of their own.</summary>
    public int WithConductivity => heat.Values.Count(h => h.ContainsKey("ThermalConductivity"));

    /// <summary>What the record that a relation names says; null where it says nothing.</summary>
    public IfcMaterialUse? Read(long id)
    {
        if (uses.TryGetValue(id, out var known)) return known;
        uses[id] = null;
        return uses[id] = source.Find(id) is { } record ? Use(record) : null;
    }

    private IfcMaterialUse? Use(IfcRecord record) => record.Entity.Name switch
    {
        "IfcMaterial" => new(IfcMaterialForm.One, null, [new(Material(record), double.NaN, null)], 0, true),
        "IfcMaterialLayerSetUsage" when source.Follow(record, "ForLayerSet", "IfcMaterialLayerSet") is { } set =>
            LayerSet(set) with { Axis = Axis(record.Enumeration("LayerSetDirection")), IsForward = record.Enumeration("DirectionSense") != "NEGATIVE" },
        "IfcMaterialLayerSet" => LayerSet(record),
        "IfcMaterialLayer" or "IfcMaterialLayerWithOffsets" => new(IfcMaterialForm.Layers, null, [Layer(record)], 0, true),
        "IfcMaterialList" => Parts(IfcMaterialForm.List, record, source.FollowAll(record, "Materials", "IfcMaterial").Cast<IfcRecord?>()),
        "IfcMaterialConstituentSet" => Parts(IfcMaterialForm.Constituents, record, source.FollowAll(record, "MaterialConstituents", "IfcMaterialConstituent").Select(Of)),
        "IfcMaterialProfileSet" => Parts(IfcMaterialForm.Profiles, record, source.FollowAll(record, "MaterialProfiles", "IfcMaterialProfile").Select(Of)),
        "IfcMaterialProfileSetUsage" when source.Follow(record, "ForProfileSet", "IfcMaterialProfileSet") is { } set => Use(set),
        _ => null,
    };

    private IfcMaterialUse LayerSet(IfcRecord set) =>
        new(IfcMaterialForm.Layers, set.Text("LayerSetName"), [.. source.FollowAll(set, "MaterialLayers", "IfcMaterialLayer").Select(Layer)], 0, true);

    private IfcMaterialPart Layer(IfcRecord layer) => new(Of(layer) is { } material ? Material(material) : null, units.Length * (layer.Number("LayerThickness") ?? 0), layer.Logical("IsVentilated"));

    private IfcMaterialUse Parts(IfcMaterialForm form, IfcRecord owner, IEnumerable<IfcRecord?> parts) =>
        new(form, owner.Text("Name"), [.. parts.OfType<IfcRecord>().Select(m => new IfcMaterialPart(Material(m), double.NaN, null))], 0, true);

    private IfcRecord? Of(IfcRecord part) => source.Follow(part, "Material", "IfcMaterial");

    private IfcMaterial Material(IfcRecord record)
    {
        if (materials.TryGetValue(record.Id, out var known)) return known;
        var stated = heat.GetValueOrDefault(record.Id);
        return materials[record.Id] = new(record.Id, record.Text("Name") ?? "", Positive("ThermalConductivity"), Positive("MassDensity"), Positive("SpecificHeatCapacity"));

        double? Positive(string name) => stated is not null && stated.TryGetValue(name, out var value) && value > 0 ? value : null;
    }

    /// <summary>2x3 has attributes (thermal, general) and an extended list; 4 has properties. Either way: names and numbers of a material.</summary>
    private void Heat(IfcRecord record, IfcPropertyReader properties)
    {
        if (record.Reference("Material") is not { } id) return;
        if (!heat.TryGetValue(id, out var numbers)) heat[id] = numbers = [];
        foreach (var (attribute, unit) in (ReadOnlySpan<(string, string)>)[("ThermalConductivity", "THERMALCONDUCTANCEUNIT"), ("SpecificHeatCapacity", "SPECIFICHEATCAPACITYUNIT"), ("MassDensity", "MASSDENSITYUNIT")])
            if (record.Number(attribute) is { } number) numbers.TryAdd(attribute, units.Of(unit).Factor * number);
        foreach (var list in (ReadOnlySpan<string>)["Properties", "ExtendedProperties"])
            foreach (var property in properties.Of(record, list, 0))
                if (property.Value.Number is { } number) numbers.TryAdd(property.Name, number);
    }

    private static int Axis(string? direction) => direction switch { "AXIS1" => 1, "AXIS2" => 2, "AXIS3" => 3, _ => 0 };
}
