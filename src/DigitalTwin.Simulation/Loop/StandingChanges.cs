namespace DigitalTwin.Simulation.Loop;

/// <summary>
/// What actions of one kind have begun and not ended, by asset, in the order in which they began. One rule for all domains: of those that set a value the latest begun holds (<see cref="Of"/>), those that
/// take or add so much add up (<see cref="Sum"/>), those that close or cut off hold while any of them stands (<see cref="Any(int)"/>). The end of one ends no other, and when none stands the map's value
/// returns. An action without an end stands for good, below what begins after it.
/// </summary>
internal sealed class StandingChanges
{
    private readonly SortedDictionary<int, List<Standing>> standing = [];

    /// <summary>Assets of which anything stands, ascending.</summary>
    public IEnumerable<int> Assets => standing.Keys;

    /// <summary>Begins a change at the beginning of an action, and ends that one at its end.</summary>
    /// <param name="action">The action.</param>
    /// <param name="asset">Index of the asset.</param>
    /// <param name="amount">What it says; the same at its beginning and at its end.</param>
    /// <param name="mark">What else it says: groups of drivers, a kind of hold.</param>
    /// <returns>False for the end of one that does not stand any more, since another action cleared it: nothing changes.</returns>
    public bool Change(DueAction action, int asset, double amount = 0, ulong mark = 0) => Change(asset, action.Begun, action.Undo, amount, mark);

    /// <summary>Begins a change, or ends the one that began at a time (s) and said the same.</summary>
    public bool Change(int asset, double begun, bool ends, double amount = 0, ulong mark = 0)
    {
        var one = new Standing(begun, amount, mark);
        if (ends) return End(asset, one);
        Begin(asset, one);
        return true;
    }

    /// <summary>Begins a change that stood before the scenario began, and has no end.</summary>
    public void Begin(int asset, double amount = 0, ulong mark = 0) => Begin(asset, new Standing(double.NegativeInfinity, amount, mark));

    /// <summary>Ends all that stands for an asset: what is opened by hand is open, whoever closed it.</summary>
    public void Clear(int asset) => standing.Remove(asset);

    /// <summary>What the latest begun says; null where none stands.</summary>
    public (double Amount, ulong Mark)? Of(int asset) => standing.TryGetValue(asset, out var list) ? (list[^1].Amount, list[^1].Mark) : null;

    /// <summary>All that stands, in the order in which it began.</summary>
    public IEnumerable<(double Amount, ulong Mark)> All(int asset) => standing.TryGetValue(asset, out var list) ? list.Select(one => (one.Amount, one.Mark)) : [];

    /// <summary>The sum of all that stands, in the order in which it began; 0 where none does.</summary>
    public double Sum(int asset)
    {
        var sum = 0.0;
        if (standing.TryGetValue(asset, out var list))
            foreach (var one in list) sum += one.Amount;
        return sum;
    }

    /// <summary>Whether anything stands.</summary>
    public bool Any(int asset) => standing.ContainsKey(asset);

    /// <summary>Whether anything with a mark stands.</summary>
    public bool Any(int asset, ulong mark) => standing.TryGetValue(asset, out var list) && list.Exists(one => one.Mark == mark);

    /// <summary>All bits of the marks of all that stands.</summary>
    public ulong Marks(int asset) => standing.TryGetValue(asset, out var list) ? list.Aggregate(0UL, (all, one) => all | one.Mark) : 0;

    /// <summary>Writes what stands.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(standing.Count);
        foreach (var (asset, list) in standing)
        {
            writer.Write(asset);
            writer.Write(list.Count);
            foreach (var (begun, amount, mark) in list)
            {
                writer.Write(begun);
                writer.Write(amount);
                writer.Write(mark);
            }
        }
    }

    /// <summary>Reads what was written.</summary>
    public void Load(BinaryReader reader)
    {
        standing.Clear();
        for (var assets = reader.ReadInt32(); assets > 0; assets--)
        {
            var list = standing[reader.ReadInt32()] = [];
            for (var left = reader.ReadInt32(); left > 0; left--) list.Add(new(reader.ReadDouble(), reader.ReadDouble(), reader.ReadUInt64()));
        }
    }

    private void Begin(int asset, Standing one)
    {
        if (!standing.TryGetValue(asset, out var list)) standing.Add(asset, list = []);
        list.Add(one);
    }

    private bool End(int asset, Standing one)
    {
        // Two that began together and say the same are one as good as the other.
        if (!standing.TryGetValue(asset, out var list) || !list.Remove(one)) return false;
        if (list.Count == 0) standing.Remove(asset);
        return true;
    }

    private readonly record struct Standing(double Begun, double Amount, ulong Mark);
}
