namespace DigitalTwin.Mobility.Osm;

/// <summary>
/// What was in the file, what was kept of it, and what was passed over and why. Every way is counted once: as a road, as a place to park, or among what was ignored with the word "ways" and why.
/// </summary>
public sealed class OsmTally
{
    private readonly SortedDictionary<string, long> kept = new(StringComparer.Ordinal), ignored = new(StringComparer.Ordinal);

    /// <summary>Nodes read.</summary>
    public long Nodes { get; private set; }

    /// <summary>Ways read.</summary>
    public long Ways { get; private set; }

    /// <summary>Relations read.</summary>
    public long Relations { get; private set; }

    /// <summary>How much was kept, by what it is.</summary>
    public IReadOnlyDictionary<string, long> Kept => kept;

    /// <summary>How much was passed over, by why.</summary>
    public IReadOnlyDictionary<string, long> Ignored => ignored;

    /// <summary>Counts an element that was looked at.</summary>
    internal void Count(OsmKind kind)
    {
        if (kind == OsmKind.Node) Nodes++;
        else if (kind == OsmKind.Way) Ways++;
        else Relations++;
    }

    internal void Keep(string what, long count = 1) => kept[what] = kept.GetValueOrDefault(what) + count;

    internal void Ignore(string why, long count = 1) => ignored[why] = ignored.GetValueOrDefault(why) + count;
}
