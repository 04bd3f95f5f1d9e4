namespace DigitalTwin.Simulation.Mobility;

/// <summary>
/// What actions of one kind have set and not yet ended, for each asset in the order of time: the last that stands holds, so that the end of one never ends another.
/// An action without an end stands for good, below what comes after it.
/// </summary>
internal sealed class StandingChanges(int assets)
{
    private readonly List<(double Amount, ulong Groups)>?[] standing = new List<(double, ulong)>?[assets];

    /// <summary>Begins a change, or ends the one that said the same; of several that said the same, the last.</summary>
    public void Change(int asset, bool ends, double amount, ulong groups = 0)
    {
        var list = standing[asset] ??= [];
        if (!ends) list.Add((amount, groups));
        else if (list.LastIndexOf((amount, groups)) is var at and >= 0) list.RemoveAt(at);
    }

    /// <summary>What holds for an asset; null where nothing was changed, or all has ended.</summary>
    public (double Amount, ulong Groups)? Of(int asset) => standing[asset] is { Count: > 0 } list ? list[^1] : null;

    /// <summary>The groups of all that stands.</summary>
    public ulong GroupsOf(int asset) => standing[asset]?.Aggregate(0UL, (all, one) => all | one.Groups) ?? 0;

    public void Save(BinaryWriter writer)
    {
        foreach (var list in standing)
        {
            writer.Write(list?.Count ?? 0);
            foreach (var (amount, groups) in list ?? [])
            {
                writer.Write(amount);
                writer.Write(groups);
            }
        }
    }

    public void Load(BinaryReader reader)
    {
        for (var asset = 0; asset < standing.Length; asset++)
        {
            standing[asset] = null;
            for (var left = reader.ReadInt32(); left > 0; left--) (standing[asset] ??= []).Add((reader.ReadDouble(), reader.ReadUInt64()));
        }
    }
}
