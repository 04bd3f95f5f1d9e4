using DigitalTwin.Buildings.Ifc.Schema;
using DigitalTwin.Buildings.Step;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Buildings.Ifc.Reading;

/// <summary>A file seen as IFC: its records by number and by entity, and a sentence for every reference that leads nowhere.</summary>
internal sealed class IfcSource
{
    private readonly HashSet<(long From, string Attribute)> told = [];

    public IfcSource(StepFile step, IfcSchema schema, string path, ProblemList problems, CancellationToken cancellation)
    {
        (Step, Layout, Path, Problems, Cancellation) = (step, IfcLayout.Of(schema), path, problems, cancellation);
    }

    public StepFile Step { get; }

    public IfcLayout Layout { get; }

    /// <summary>The file as the user named it.</summary>
    public string Path { get; }

    public ProblemList Problems { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>References that lead nowhere, or to another kind of thing.</summary>
    public int BrokenReferences { get; private set; }

    /// <summary>Records with more or fewer values than their entity has attributes.</summary>
    public int WrongCounts { get; private set; }

    /// <summary>The record of a number; null where there is none that can be read, or its entity is not in the table.</summary>
    public IfcRecord? Find(long id) =>
        Step.TryGet(id, out var record) && Layout.Find(record.Keyword) is { } entity ? new IfcRecord(record, entity) : null;

    /// <summary>The record of a number read as a product, whatever its entity.</summary>
    public IfcRecord? FindProduct(long id) => Find(id) ?? (Step.TryGet(id, out var record) ? new IfcRecord(record, Layout["IfcElement"]) : null);

    /// <summary>What an attribute refers to, when it is of a kind; a sentence where it should be and is not.</summary>
    public IfcRecord? Follow(IfcRecord from, string attribute, string kind)
    {
        if (from.Reference(attribute) is not { } id) return null;
        if (Find(id) is { } found && found.Is(kind)) return found;
        Broken(from, attribute, id, kind);
        return null;
    }

    /// <summary>What a list refers to, as far as it is of a kind.</summary>
    public IEnumerable<IfcRecord> FollowAll(IfcRecord from, string attribute, string kind)
    {
        foreach (var id in from.References(attribute))
        {
            if (Find(id) is { } found && found.Is(kind)) yield return found;
            else Broken(from, attribute, id, kind);
        }
    }

    /// <summary>All records of an entity and its subtypes: by entity as the table lists them, then as the file does.</summary>
    public IEnumerable<IfcRecord> All(string name)
    {
        foreach (var kind in Layout.KindsOf(name))
        {
            var entity = Layout[kind];
            foreach (var id in Step.InstancesOf(kind))
            {
                Cancellation.ThrowIfCancellationRequested();
                if (!Step.TryGet(id, out var record)) continue;
                Count(record, entity);
                yield return new IfcRecord(record, entity);
            }
        }
    }

    /// <summary>Says once that a reference cannot be followed.</summary>
    public void Broken(IfcRecord from, string attribute, long id, string kind)
    {
        BrokenReferences++;
        if (!told.Add((from.Id, attribute))) return;
        var found = !Step.Contains(id) ? "a record that the file does not have" : Step.Keyword(id) is { } keyword ? $"a record of {keyword}" : "a record that cannot be read";
        Problems.Warning(Path, 0, 0, $"{from}: {attribute} is #{id}, {found}; {kind} is accepted, and the reference is left out.");
    }

    public void Warn(string sentence) => Problems.Warning(Path, 0, 0, sentence);

    /// <summary>Older and candidate schemas are not held to a count: their tables differ from release to release in what nobody asks for.</summary>
    private void Count(StepRecord record, IfcEntity entity)
    {
        var (found, expected) = (record.Parameters.Count, entity.Attributes.Count);
        if (found == expected || entity.MayHaveMore || Layout.Schema is IfcSchema.Ifc2x or IfcSchema.Ifc4x3 || !IsWhole(entity)) return;
        WrongCounts++;
        Problems.Warning(Path, 0, 0, $"#{record.Id} {entity.Name} has {found} values; the schema has {expected}: {string.Join(", ", entity.Attributes)}. What is there is read by position.");
    }

    /// <summary>Whether the table holds all attributes of an entity: it does of those whose attributes are asked for.</summary>
    private static bool IsWhole(IfcEntity entity) =>
        entity.Is("IfcSpatialStructureElement") || entity.Is("IfcWall") || entity.Is("IfcWindow") || entity.Is("IfcDoor") || entity.Is("IfcSlab") || entity.Is("IfcRelationship")
        || entity.Is("IfcPhysicalSimpleQuantity") || entity.Is("IfcPropertySet") || entity.Is("IfcElementQuantity") || entity.Is("IfcTask") || entity.Is("IfcProject");
}
