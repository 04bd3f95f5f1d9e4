namespace DigitalTwin.Mobility.Osm;

/// <summary>Kinds of elements in OpenStreetMap's data.</summary>
[Flags]
internal enum OsmKind
{
    Node = 1,
    Way = 2,
    Relation = 4,
}

/// <summary>A member of a relation.</summary>
internal readonly record struct OsmMember(OsmKind Kind, long Reference, string Role);

/// <summary>A node, way or relation as it stands in the file.</summary>
internal sealed class OsmElement
{
    private readonly List<KeyValuePair<string, string>> tags = [];

    public OsmKind Kind { get; init; }

    public long Id { get; init; }

    /// <summary>Degrees; NaN when the file gives none.</summary>
    public double Longitude { get; init; }

    /// <summary>Degrees; NaN when the file gives none.</summary>
    public double Latitude { get; init; }

    public int Line { get; init; }

    public int Column { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Tags => tags;

    public List<long> References { get; } = [];

    public List<OsmMember> Members { get; } = [];

    /// <summary>Whether a node or member could not be read (told).</summary>
    public bool HasLostPart { get; set; }

    /// <summary>How sentences name it: <c>way 123</c>.</summary>
    public string Name => $"{Kind.ToString().ToLowerInvariant()} {Id}";

    /// <summary>Value of a tag, or null.</summary>
    public string? this[string key]
    {
        get
        {
            foreach (var (name, value) in tags)
                if (name == key) return value;
            return null;
        }
    }

    public bool IsClosed => References.Count > 3 && References[0] == References[^1];

    /// <summary>Adds a tag; false when its key is there already.</summary>
    public bool Add(string key, string value)
    {
        if (this[key] is not null) return false;
        tags.Add(new(key, value));
        return true;
    }
}
