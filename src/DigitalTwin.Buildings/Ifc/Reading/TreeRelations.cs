namespace DigitalTwin.Buildings.Ifc.Reading;

/// <summary>
/// Hangs the tree together: aggregation, nesting, containment, openings and what fills them. A thing has one parent; a relation that would give it a second, or make it its
/// own ancestor, is left out with a sentence.
/// </summary>
internal sealed class TreeRelations(IfcSource source, ObjectReader objects)
{
    private readonly Dictionary<IfcProduct, List<IfcProduct>> parts = [];
    private readonly Dictionary<IfcSpatial, List<IfcElement>> contained = [];
    private readonly Dictionary<IfcElement, List<IfcElement>> openings = [];
    private readonly Dictionary<IfcElement, List<IfcElement>> fillings = [];

    /// <summary>Relations that would have closed a circle.</summary>
    public int Cycles { get; private set; }

    /// <summary>Things that two relations claim.</summary>
    public int TwiceClaimed { get; private set; }

    /// <summary>What the project directly consists of, in the file's order.</summary>
    public List<IfcProduct> Roots { get; } = [];

    public void Read(long? project)
    {
        foreach (var kind in (ReadOnlySpan<string>)["IfcRelAggregates", "IfcRelNests"])
            foreach (var relation in source.All(kind)) Aggregate(relation, project);
        foreach (var relation in source.All("IfcRelContainedInSpatialStructure")) Contain(relation);
        foreach (var relation in source.All("IfcRelVoidsElement"))
            if (Pair(relation, "RelatingBuildingElement", "RelatedOpeningElement") is var (host, opening)) Link(openings, host, opening);
        foreach (var relation in source.All("IfcRelFillsElement"))
            if (Pair(relation, "RelatingOpeningElement", "RelatedBuildingElement") is var (opening, filling))
            {
                filling.Fills ??= opening;
                Link(fillings, opening.Host ?? opening, filling);
            }
        foreach (var (whole, list) in parts) whole.Parts = list;
        foreach (var (place, list) in contained) place.Elements = list;
        foreach (var (host, list) in openings) host.Openings = list;
        foreach (var (host, list) in fillings) host.Fillings = list;
    }

    private void Aggregate(IfcRecord relation, long? project)
    {
        if (relation.Reference("RelatingObject") is not { } wholeId) return;
        var toProject = wholeId == project || source.Find(wholeId) is { } owner && owner.Is("IfcProject");
        var whole = toProject ? null : objects.Product(wholeId);
        if (whole is null && !toProject)
        {
            if (!source.Step.Contains(wholeId)) source.Broken(relation, "RelatingObject", wholeId, "IfcObjectDefinition");
            return; // Of tasks, types and the like: not of the tree.
        }
        foreach (var id in relation.References("RelatedObjects"))
        {
            if (objects.Product(id) is not { } part)
            {
                if (!source.Step.Contains(id)) source.Broken(relation, "RelatedObjects", id, "IfcObjectDefinition");
                continue;
            }
            if (whole is null) Roots.Add(part);
            else if (MayHave(relation, whole, part)) Link(parts, whole, part);
        }
    }

    private void Contain(IfcRecord relation)
    {
        if (relation.Reference("RelatingStructure") is not { } placeId) return;
        if (objects.Product(placeId) is not IfcSpatial place)
        {
            source.Broken(relation, "RelatingStructure", placeId, "IfcSpatialElement");
            return;
        }
        foreach (var id in relation.References("RelatedElements"))
        {
            if (objects.Product(id) is not { } product)
            {
                // Annotations and grids stand in storeys too and are no elements.
                if (!source.Step.Contains(id)) source.Broken(relation, "RelatedElements", id, "IfcProduct");
            }
            else if (product.Parent is not null && product is IfcElement && product.Parent is not IfcSpatial) continue; // A part stands where its whole does.
            else if (!MayHave(relation, place, product)) continue;
            else if (product is IfcElement element)
            {
                if (!contained.TryGetValue(place, out var list)) contained[place] = list = [];
                list.Add(element);
                element.Parent = place;
            }
            else Link(parts, place, product);
        }
    }

    private bool MayHave(IfcRecord relation, IfcProduct whole, IfcProduct part)
    {
        if (part.Parent is not null)
        {
            TwiceClaimed++;
            if (part.Parent != whole) source.Warn($"{relation} puts {part} into {whole}; it is in {part.Parent} already, where it is left.");
            return false;
        }
        for (IfcProduct? above = whole; above is not null; above = above.Parent)
        {
            if (above != part) continue;
            Cycles++;
            source.Warn($"{relation} makes {part} a part of {whole}, which is a part of it; the relation is left out.");
            return false;
        }
        return true;
    }

    private static void Link(Dictionary<IfcProduct, List<IfcProduct>> lists, IfcProduct whole, IfcProduct part)
    {
        if (!lists.TryGetValue(whole, out var list)) lists[whole] = list = [];
        list.Add(part);
        part.Parent = whole;
    }

    private static void Link(Dictionary<IfcElement, List<IfcElement>> lists, IfcElement host, IfcElement inner)
    {
        if (inner.Host is not null || inner == host) return;
        if (!lists.TryGetValue(host, out var list)) lists[host] = list = [];
        list.Add(inner);
        inner.Host = host;
    }

    private (IfcElement, IfcElement)? Pair(IfcRecord relation, string outer, string inner)
    {
        if (relation.Reference(outer) is not { } a || relation.Reference(inner) is not { } b) return null;
        if (objects.Product(a) is not IfcElement whole) source.Broken(relation, outer, a, "IfcElement");
        else if (objects.Product(b) is not IfcElement part) source.Broken(relation, inner, b, "IfcElement");
        else return (whole, part);
        return null;
    }
}
