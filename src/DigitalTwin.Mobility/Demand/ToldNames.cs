namespace DigitalTwin.Mobility.Demand;

/// <summary>Names of what was refused for a mistake of its own, which was told: who names it needs no sentence again, so that one mistake is one sentence.</summary>
public sealed class ToldNames
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly List<string> beginnings = [];

    /// <summary>Adds what was refused.</summary>
    public void Add(string name) => names.Add(name);

    /// <summary>Adds whatever begins so: its file could not be read to its end. Empty for everything.</summary>
    public void AddAll(string beginning) => beginnings.Add(beginning);

    /// <summary>Whether a name that is not known was told of.</summary>
    public bool Has(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return names.Contains(name) || beginnings.Exists(beginning => name.StartsWith(beginning, StringComparison.Ordinal));
    }
}
