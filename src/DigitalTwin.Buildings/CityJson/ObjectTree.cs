namespace DigitalTwin.Buildings.CityJson;

/// <summary>Which parts belong to which building: by the children that the building names and by the parents that a part names, each part once.</summary>
internal sealed class ObjectTree
{
    private readonly Dictionary<string, CityObject> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CityObject>> partsOf = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public ObjectTree(JsonText text, IReadOnlyList<CityObject> objects)
    {
        foreach (var found in objects) byId.Add(found.Id, found);
        foreach (var found in objects)
        {
            if (!found.IsBuilding && !found.IsPart) continue;
            foreach (var child in found.Children) Link(text, found, child, "children", byId.GetValueOrDefault(child), found);
            foreach (var parent in found.Parents) Link(text, found, parent, "parents", found, byId.GetValueOrDefault(parent));
        }
    }

    /// <summary>All parts below a building, parts of parts too, in the order in which it names them.</summary>
    public List<CityObject> PartsOf(JsonText text, CityObject building)
    {
        var parts = new List<CityObject>();
        taken.Add(building.Id);
        Collect(text, building, parts);
        return parts;
    }

    /// <summary>Whether a part was handed out with a building.</summary>
    public bool IsTaken(CityObject part) => taken.Contains(part.Id);

    private void Collect(JsonText text, CityObject whole, List<CityObject> parts)
    {
        // A list instead of calls within calls: a chain of a million parts would end the stack.
        var open = new Stack<CityObject>([whole]);
        while (open.TryPop(out var next))
        {
            if (next != whole) parts.Add(next);
            if (!partsOf.TryGetValue(next.Id, out var children)) continue;
            for (var i = children.Count - 1; i >= 0; i--)
            {
                if (!taken.Add(children[i].Id)) text.Error(children[i].Place, $"The part '{children[i].Id}' belongs to itself or to several buildings; it is counted once.");
                else open.Push(children[i]);
            }
        }
    }

    private void Link(JsonText text, CityObject speaker, string named, string member, CityObject? part, CityObject? whole)
    {
        if (part is null || whole is null)
        {
            text.Error(speaker.Place, $"CityObjects['{speaker.Id}'].{member} names '{named}', which does not exist.{Numerics.Diagnostics.NearestName.Hint(named, byId.Count <= 1000 ? byId.Keys : [])}");
            return;
        }
        if (!part.IsPart) return;
        if (!partsOf.TryGetValue(whole.Id, out var parts)) partsOf.Add(whole.Id, parts = []);
        if (!parts.Contains(part)) parts.Add(part);
    }
}
