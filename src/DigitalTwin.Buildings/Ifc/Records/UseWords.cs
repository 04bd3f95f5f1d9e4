using DigitalTwin.Buildings.Ifc.Schema;

namespace DigitalTwin.Buildings.Ifc.Records;

/// <summary>What words say of a building's use: the embedded table <c>ifc-use-words.csv</c>.</summary>
internal static class UseWords
{
    private static readonly Lazy<(BuildingUse Use, string[] Words)[]> Table = new(() =>
        [.. EmbeddedText.Lines("ifc-use-words.csv").Select(l => l.Split(';')).Select(f => (Enum.Parse<BuildingUse>(f[0]), f[1..]))]);

    /// <summary>The use that the first telling text tells; null where none does.</summary>
    public static BuildingUse? Of(IEnumerable<string?> texts)
    {
        foreach (var text in texts)
            if (text is not null)
                foreach (var (use, words) in Table.Value)
                    if (Array.Exists(words, w => text.Contains(w, StringComparison.OrdinalIgnoreCase))) return use;
        return null;
    }
}
