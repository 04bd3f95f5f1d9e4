using DigitalTwin.Buildings.Ifc.Materials;
using DigitalTwin.Buildings.Ifc.Properties;

namespace DigitalTwin.Buildings.Ifc.Reading;

/// <summary>Gives things what relations say of them: property and quantity sets, types with what is inherited from them, materials, zones.</summary>
internal sealed class DefinitionRelations(IfcSource source, ObjectReader objects, IfcPropertyReader properties, MaterialReader materials)
{
    private readonly Dictionary<IfcObject, List<IfcPropertySet>> sets = [];
    private readonly Dictionary<IfcObject, List<IfcQuantitySet>> quantities = [];
    private readonly Dictionary<IfcObject, IfcMaterialUse> typeMaterials = [];
    private readonly HashSet<long> typed = [];

    public void Read()
    {
        foreach (var relation in source.All("IfcRelDefinesByProperties")) Define(relation);
        foreach (var relation in source.All("IfcRelDefinesByType")) GiveType(relation);
        foreach (var relation in source.All("IfcRelAssociatesMaterial")) GiveMaterial(relation);
        foreach (var relation in source.All("IfcRelAssignsToGroup")) Assign(relation);
        foreach (var thing in objects.Made) Finish(thing);
    }

    private void Define(IfcRecord relation)
    {
        foreach (var id in relation.References("RelatingPropertyDefinition"))
        {
            if (source.Find(id) is not { } definition)
            {
                if (!source.Step.Contains(id)) source.Broken(relation, "RelatingPropertyDefinition", id, "IfcPropertySetDefinition");
                continue;
            }
            foreach (var thing in Things(relation, "RelatedObjects")) Add(thing, definition);
        }
    }

    private void Add(IfcObject thing, IfcRecord definition)
    {
        if (definition.Is("IfcPropertySet")) List(sets, thing).Add(properties.Set(definition));
        else if (definition.Is("IfcElementQuantity")) List(quantities, thing).Add(properties.Quantities(definition));
    }

    private void GiveType(IfcRecord relation)
    {
        if (relation.Reference("RelatingType") is not { } id) return;
        if (objects.Type(id) is not { } type)
        {
            source.Broken(relation, "RelatingType", id, "IfcTypeObject");
            return;
        }
        if (typed.Add(id) && source.Find(id) is { } record) GiveSets(type, record);
        foreach (var thing in Things(relation, "RelatedObjects"))
            if (thing is IfcElement element) element.Type ??= type;
            else if (thing is IfcSpace) Inherit(thing, type);
    }

    private void GiveSets(IfcType type, IfcRecord record)
    {
        foreach (var set in record.References("HasPropertySets"))
            if (source.Find(set) is { } definition) Add(type, definition);
            else if (!source.Step.Contains(set)) source.Broken(record, "HasPropertySets", set, "IfcPropertySetDefinition");
    }

    private void GiveMaterial(IfcRecord relation)
    {
        if (relation.Reference("RelatingMaterial") is not { } id) return;
        if (materials.Read(id) is not { } use)
        {
            if (!source.Step.Contains(id)) source.Broken(relation, "RelatingMaterial", id, "IfcMaterialSelect");
            return;
        }
        foreach (var thing in Things(relation, "RelatedObjects"))
            if (thing is IfcElement element) element.Material ??= use;
            else typeMaterials.TryAdd(thing, use);
    }

    private void Assign(IfcRecord relation)
    {
        if (relation.Reference("RelatingGroup") is not { } id || objects.Find(id) is not IfcZone zone) return;
        var spaces = Things(relation, "RelatedObjects").OfType<IfcSpace>().ToArray();
        zone.Spaces = [.. zone.Spaces, .. spaces];
        foreach (var space in spaces) space.Zones = [.. space.Zones, zone];
    }

    /// <summary>What a list of objects names, as far as the model has it: tasks, ports and the like are not of it, and numbers without a record are said.</summary>
    private IEnumerable<IfcObject> Things(IfcRecord relation, string attribute)
    {
        foreach (var id in relation.References(attribute))
        {
            if ((objects.Find(id) ?? objects.Type(id)) is { } thing) yield return thing;
            else if (!source.Step.Contains(id)) source.Broken(relation, attribute, id, "IfcObjectDefinition");
        }
    }

    private void Finish(IfcObject thing)
    {
        if (thing is IfcElement { Type: { } type } element)
        {
            Inherit(thing, type);
            element.Material ??= typeMaterials.GetValueOrDefault(type);
        }
        if (sets.TryGetValue(thing, out var own)) thing.PropertySets = own;
        if (quantities.TryGetValue(thing, out var measured)) thing.QuantitySets = measured;
    }

    private void Inherit(IfcObject thing, IfcType type)
    {
        if (sets.TryGetValue(type, out var inherited)) List(sets, thing).AddRange(inherited);
        if (quantities.TryGetValue(type, out var measured)) List(quantities, thing).AddRange(measured);
    }

    private static List<T> List<T>(Dictionary<IfcObject, List<T>> lists, IfcObject thing)
    {
        if (!lists.TryGetValue(thing, out var list)) lists[thing] = list = [];
        return list;
    }
}
