using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Demand.Tables;

/// <summary>Names that a column may hold, in the order in which they are counted: either declared elsewhere, so that another name is a mistake, or open, so that a name counts from where it is first met.</summary>
/// <param name="what">What they name: <c>purpose</c>.</param>
/// <param name="isOpen">Whether new names are taken in.</param>
public sealed class NameBook(string what, bool isOpen)
{
    /// <summary>Most names: trips keep them in a byte.</summary>
    public const int Most = 256;

    private readonly List<string> names = [];
    private readonly Dictionary<string, int> rows = new(StringComparer.Ordinal);

    /// <summary>A closed book of names.</summary>
    public NameBook(string what, IEnumerable<string> declared) : this(what, false)
    {
        foreach (var name in declared) Add(name);
    }

    /// <summary>The names.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Index of a name, which is taken in when it is new.</summary>
    public int Add(string name)
    {
        if (rows.TryAdd(name, names.Count)) names.Add(name);
        return rows[name];
    }

    /// <summary>Index of a name, or -1 with a sentence.</summary>
    public int Find(string name, out string? sentence)
    {
        sentence = null;
        if (rows.TryGetValue(name, out var row)) return row;
        if (isOpen && names.Count < Most) return Add(name);
        sentence = isOpen ? $"There are more than {Most} names of a {what}; '{name}' is one too many."
            : $"'{name}' is no {what} here; {(names.Count == 0 ? "there is none" : $"there are {string.Join(", ", names.Take(12))}{(names.Count > 12 ? " …" : "")}")}.{NearestName.Hint(name, names)}";
        return -1;
    }
}
