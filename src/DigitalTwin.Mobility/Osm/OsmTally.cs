namespace DigitalTwin.Mobility.Osm;

/// <summary>What was in the file, what was kept of it, and what was passed over and why.</summary>
public sealed class OsmTally
{
    private readonly SortedDictionary<string, long> kept = new(StringComparer.Ordinal), ignored = new(StringComparer.Ordinal);

    /// <summary>Nodes read.</summary>
    public long Nodes { get; internal set; }

    /// <summary>Ways read.</summary>
    public long Ways { get; internal set; }

    /// <summary>Relations read.</summary>
    public long Relations { get; internal set; }

    /// <summary>How much was kept, by what it is.</summary>
    public IReadOnlyDictionary<string, long> Kept => kept;

    /// <summary>How much was passed over, by why.</summary>
    public IReadOnlyDictionary<string, long> Ignored => ignored;

    internal void Keep(string what, long count = 1) => kept[what] = kept.GetValueOrDefault(what) + count;

    internal void Ignore(string why, long count = 1) => ignored[why] = ignored.GetValueOrDefault(why) + count;
}
