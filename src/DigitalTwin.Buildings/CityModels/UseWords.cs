using System.Globalization;
using System.Reflection;

namespace DigitalTwin.Buildings.CityModels;

/// <summary>
/// What a word or a code of a city model says about a building's use: CityGML's code lists, the German cadastre, the Dutch register, Japan's PLATEAU, OpenStreetMap's values, Chinese words
/// and our own, from the table <c>building-use-words.csv</c>.
/// </summary>
internal static class UseWords
{
    private static readonly List<(string List, int From, int To, BuildingUse Use)> Codes = [];
    private static readonly Dictionary<string, BuildingUse> Words = Load();

    /// <summary>
    /// The use that a text names; null for an unknown one. Of several (<c>woonfunctie,winkelfunctie</c>) the first known counts. Codes of three figures are PLATEAU's, <c>31001_2020</c>
    /// is the German cadastre's, and others are of CityGML's list that is named.
    /// </summary>
    /// <param name="text">A word, a code or several of them.</param>
    /// <param name="list">CityGML's list of codes: <c>class</c> or <c>function</c> (which is that of usage, too).</param>
    public static BuildingUse? Of(string text, string list)
    {
        if (Words.TryGetValue(text, out var whole)) return whole;
        foreach (var range in text.AsSpan().SplitAny(",;|[]"))
        {
            var word = text.AsSpan(range).Trim(" \t\r\n\"'");
            if (word.Length == 0) continue;
            if (Words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var use)) return use;
            if (OfCode(word, list) is { } coded) return coded;
        }
        return null;
    }

    private static BuildingUse? OfCode(ReadOnlySpan<char> word, string list)
    {
        if (word.StartsWith("31001_", StringComparison.Ordinal))
        {
            word = word[6..];
            list = "alkis";
        }
        else if (word.Length == 3) list = "plateau";
        if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var code)) return null;
        foreach (var row in Codes)
            if (row.List == list && code >= row.From && code <= row.To) return row.Use;
        return null;
    }

    private static Dictionary<string, BuildingUse> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("building-use-words.csv")!;
        using var reader = new StreamReader(stream);
        var words = new Dictionary<string, BuildingUse>(StringComparer.OrdinalIgnoreCase);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#' || line.StartsWith("list,", StringComparison.Ordinal)) continue;
            var fields = line.Split(',');
            var use = Enum.Parse<BuildingUse>(fields[3]);
            if (fields[0] == "word") words.Add(fields[1], use);
            else Codes.Add((fields[0], int.Parse(fields[1], CultureInfo.InvariantCulture), int.Parse(fields[2], CultureInfo.InvariantCulture), use));
        }
        return words;
    }
}
