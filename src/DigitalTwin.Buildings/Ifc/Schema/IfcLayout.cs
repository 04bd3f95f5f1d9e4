using System.Collections.Frozen;

namespace DigitalTwin.Buildings.Ifc.Schema;

/// <summary>Where the attributes of an entity lie in one generation of the schema, and which entities it is a kind of.</summary>
internal sealed class IfcEntity
{
    private readonly FrozenDictionary<string, int> positions;
    private readonly FrozenSet<string> kinds;

    public IfcEntity(string name, IReadOnlyList<string> attributes, IfcEntity? supertype, bool mayHaveMore)
    {
        Name = name;
        Attributes = attributes;
        MayHaveMore = mayHaveMore;
        positions = attributes.Select((a, i) => KeyValuePair.Create(a, i)).DistinctBy(p => p.Key).ToFrozenDictionary(StringComparer.Ordinal);
        kinds = (supertype is null ? [] : supertype.kinds).Append(name).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>As the standard writes it: <c>IfcWallStandardCase</c>.</summary>
    public string Name { get; }

    /// <summary>All attributes, inherited ones first.</summary>
    public IReadOnlyList<string> Attributes { get; }

    /// <summary>Whether a subtype that the table does not name may stand behind this layout.</summary>
    public bool MayHaveMore { get; }

    /// <summary>0-based position of an attribute, -1 where this generation has none of that name.</summary>
    public int At(string attribute) => positions.GetValueOrDefault(attribute, -1);

    /// <summary>Whether it is <paramref name="name"/> or a subtype of it.</summary>
    public bool Is(string name) => kinds.Contains(name);
}

/// <summary>The entities of one generation of the schema: the table <c>ifc-schema.txt</c> as that generation sees it.</summary>
internal sealed class IfcLayout
{
    private static readonly Lazy<IfcLayout>[] All = [.. Enum.GetValues<IfcSchema>().Select(schema => new Lazy<IfcLayout>(() => new IfcLayout(schema, IfcSchemaTable.Lines)))];

    private readonly FrozenDictionary<string, IfcEntity> entities;

    private IfcLayout(IfcSchema schema, IReadOnlyList<IfcSchemaLine> lines)
    {
        Schema = schema;
        var made = new Dictionary<string, IfcEntity>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            if (!line.Range.Has(schema)) continue;
            var supertype = line.Supertype is null ? null : made[line.Supertype];
            var attributes = (supertype?.Attributes ?? []).Concat(line.Attributes.Where(a => a.Range.Has(schema)).Select(a => a.Name)).ToArray();
            made[line.Name] = new IfcEntity(line.Name, attributes, supertype, line.Name is "IfcElement" or "IfcElementType" or "IfcProduct");
        }
        entities = made.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        Names = [.. lines.Where(l => l.Range.Has(schema)).Select(l => l.Name)];
    }

    /// <summary>The generation.</summary>
    public IfcSchema Schema { get; }

    /// <summary>Every entity of the table, supertypes first.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The layout of a generation.</summary>
    public static IfcLayout Of(IfcSchema schema) => All[(int)schema].Value;

    /// <summary>The entity of a keyword in capitals; one that the table does not name but that ends in TYPE is a type, any other is null.</summary>
    public IfcEntity? Find(string keyword) =>
        entities.TryGetValue(keyword, out var entity) ? entity
        : keyword.EndsWith("TYPE", StringComparison.OrdinalIgnoreCase) && keyword.StartsWith("IFC", StringComparison.OrdinalIgnoreCase) ? entities["IfcElementType"]
        : null;

    /// <summary>An entity that is certainly in the table.</summary>
    public IfcEntity this[string name] => entities[name];

    /// <summary>The names of an entity and all its subtypes, in the table's order.</summary>
    public IEnumerable<string> KindsOf(string name) => Names.Where(n => entities[n].Is(name));
}
