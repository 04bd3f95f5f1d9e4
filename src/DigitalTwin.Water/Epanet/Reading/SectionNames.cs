namespace DigitalTwin.Water.Epanet.Reading;

/// <summary>Headers of sections.</summary>
internal static class SectionNames
{
    private static readonly (string Name, EpanetSection Section)[] Known =
    [
        ("[TITLE]", EpanetSection.Title), ("[JUNCTIONS]", EpanetSection.Junctions), ("[RESERVOIRS]", EpanetSection.Reservoirs),
        ("[TANKS]", EpanetSection.Tanks), ("[PIPES]", EpanetSection.Pipes), ("[PUMPS]", EpanetSection.Pumps),
        ("[VALVES]", EpanetSection.Valves), ("[TAGS]", EpanetSection.Tags), ("[DEMANDS]", EpanetSection.Demands),
        ("[STATUS]", EpanetSection.Status), ("[PATTERNS]", EpanetSection.Patterns), ("[CURVES]", EpanetSection.Curves),
        ("[CONTROLS]", EpanetSection.Controls), ("[RULES]", EpanetSection.Rules), ("[ENERGY]", EpanetSection.Energy),
        ("[EMITTERS]", EpanetSection.Emitters), ("[LEAKAGE]", EpanetSection.Leakage), ("[QUALITY]", EpanetSection.Quality),
        ("[SOURCES]", EpanetSection.Sources), ("[REACTIONS]", EpanetSection.Reactions), ("[MIXING]", EpanetSection.Mixing),
        ("[TIMES]", EpanetSection.Times), ("[REPORT]", EpanetSection.Report), ("[OPTIONS]", EpanetSection.Options),
        ("[COORDINATES]", EpanetSection.Coordinates), ("[VERTICES]", EpanetSection.Vertices), ("[LABELS]", EpanetSection.Labels),
        ("[BACKDROP]", EpanetSection.Backdrop), ("[ROUGHNESS]", EpanetSection.Roughness),
    ];

    private static readonly byte[][] Words = [.. Known.Select(k => System.Text.Encoding.ASCII.GetBytes(k.Name))];

    /// <summary>All headers, [END] included.</summary>
    public static IEnumerable<string> All => Known.Select(k => k.Name).Append("[END]");

    /// <summary>The header of a section.</summary>
    public static string Of(EpanetSection section) => Array.Find(Known, k => k.Section == section).Name ?? "";

    /// <summary>The section that a header opens, or null; <paramref name="shortened"/> when only its first letters agree, which EPANET 2.0 took.</summary>
    public static EpanetSection? Find(ReadOnlySpan<byte> header, out bool shortened)
    {
        shortened = false;
        for (var i = 0; i < Words.Length; i++)
        {
            if (Keyword.Starts(header, Words[i])) return Known[i].Section;
        }
        shortened = true;
        for (var i = 0; i < Words.Length; i++)
        {
            if (Keyword.Starts(header, Words[i].AsSpan(0, 5))) return Known[i].Section;
        }
        return null;
    }

    /// <summary>Whether a header is [END], which ends reading.</summary>
    public static bool IsEnd(ReadOnlySpan<byte> header) => Keyword.Starts(header, "[END]"u8);
}
