using System.Runtime.CompilerServices;

namespace DigitalTwin.Storage.Naming;

/// <summary>Which numbers stand for which names, as far as the writer has met them. It remembers what is committed and what the group at hand has added, and forgets all when a group fails.</summary>
internal sealed class NameBook
{
    /// <summary>Most twins remembered, some 200 bytes each; beyond, it begins anew.</summary>
    private const int MostTwins = 1_000_000;

    private long worldsSeen = -1;

    public Dictionary<string, long> Worlds { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, long> Properties { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, long> Sources { get; } = new(StringComparer.Ordinal);

    /// <summary>Lists of assets, by the hash of their content.</summary>
    public Dictionary<string, long> AssetSets { get; } = new(StringComparer.Ordinal);

    public Dictionary<(long World, string Asset), TwinNames> Twins { get; } = [];

    /// <summary>Forgets the worlds when somebody has changed their table, and the twins when there are too many.</summary>
    public void Meet(long worlds)
    {
        if (worlds != worldsSeen) Worlds.Clear();
        worldsSeen = worlds;
        if (Twins.Count > MostTwins) Twins.Clear();
    }

    public void Forget()
    {
        worldsSeen = -1;
        Worlds.Clear();
        Properties.Clear();
        Sources.Clear();
        AssetSets.Clear();
        Twins.Clear();
    }
}

/// <summary>A twin in numbers: its asset, and its series by property and strand.</summary>
internal sealed class TwinNames(long asset)
{
    private (long Property, Strands Series)[] properties = [];

    public long Asset => asset;

    /// <summary>The series of a property's strands; 0 for one that has none yet.</summary>
    public ref Strands Series(long property)
    {
        for (var i = 0; i < properties.Length; i++)
            if (properties[i].Property == property) return ref properties[i].Series;
        Array.Resize(ref properties, properties.Length + 1);
        properties[^1].Property = property;
        return ref properties[^1].Series;
    }
}

/// <summary>A number for each strand.</summary>
[InlineArray(Strand.Count)]
internal struct Strands
{
    private long first;
}

/// <summary>Readings of a property lie apart by what they can be: the newest known, the newest simulated; bad values out of the way of both.</summary>
internal static class Strand
{
    public const int Known = 0, Simulated = 1, Count = 4;

    private const int Bad = 2;

    public static int Of(Grains.Contracts.Telemetry.Observation observation) =>
        (observation.Origin == Grains.Contracts.Telemetry.Origin.Simulated ? Simulated : Known) + (observation.Quality == Grains.Contracts.Telemetry.Quality.Bad ? Bad : 0);
}
