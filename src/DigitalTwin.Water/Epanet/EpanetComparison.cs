namespace DigitalTwin.Water.Epanet;

/// <summary>Tells how two files differ in what they say; spaces, encoding and the spelling of numbers and words do not count.</summary>
public static class EpanetComparison
{
    /// <summary>A sentence for the first difference of every section; none when the files say the same.</summary>
    public static IEnumerable<string> Differences(EpanetFile first, EpanetFile second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var found = new List<string?>
        {
            Rows("[TITLE]", first.Title, second.Title),
            Rows("[JUNCTIONS]", first.Junctions, second.Junctions),
            Rows("[RESERVOIRS]", first.Reservoirs, second.Reservoirs),
            Rows("[TANKS]", first.Tanks, second.Tanks),
            Rows("[PIPES]", first.Pipes, second.Pipes),
            Rows("[PUMPS]", first.Pumps, second.Pumps),
            Rows("[VALVES]", first.Valves, second.Valves),
            Rows("[TAGS]", first.Tags, second.Tags),
            Rows("[DEMANDS]", first.Demands, second.Demands),
            Rows("[STATUS]", first.Status, second.Status),
            Rows("[PATTERNS]", first.Patterns, second.Patterns),
            Rows("[CURVES]", first.Curves, second.Curves),
            Rows("[CONTROLS]", first.Controls, second.Controls),
            Rows("[RULES]", first.Rules, second.Rules),
            Rows("[ENERGY]", first.Energy, second.Energy),
            Rows("[EMITTERS]", first.Emitters, second.Emitters),
            Rows("[LEAKAGE]", first.Leakage, second.Leakage),
            Rows("[QUALITY]", first.Quality, second.Quality),
            Rows("[SOURCES]", first.Sources, second.Sources),
            Rows("[REACTIONS]", first.Reactions, second.Reactions),
            Rows("[MIXING]", first.Mixing, second.Mixing),
            Rows("[REPORT]", first.Report, second.Report),
            Rows("[COORDINATES]", first.Coordinates, second.Coordinates),
            Rows("[VERTICES]", first.Vertices, second.Vertices),
            Rows("[LABELS]", first.Labels, second.Labels),
            Rows("[BACKDROP]", first.Backdrop, second.Backdrop),
            Rows("[ROUGHNESS]", first.Roughness, second.Roughness),
            Rows("sections that EPANET does not know", first.UnknownSections, second.UnknownSections),
            Rows("lines before the first section", first.Preamble, second.Preamble),
            Rows("comments", Sorted(first.CommentLines), Sorted(second.CommentLines)),
            Rows("order of sections", SectionLayout.Of(first), SectionLayout.Of(second)),
            One("[TIMES]", first.Times, second.Times),
            One("[OPTIONS]", first.Options, second.Options),
            first.AfterEnd.Span.SequenceEqual(second.AfterEnd.Span) ? null : "The bytes after [END] differ.",
        };
        return found.OfType<string>();
    }

    private static string? Rows<T>(string name, List<T> first, List<T> second)
    {
        for (var i = 0; i < Math.Min(first.Count, second.Count); i++)
        {
            if (!EqualityComparer<T>.Default.Equals(first[i], second[i])) return $"Row {i + 1} of the {name} is {first[i]} in the first and {second[i]} in the second.";
        }
        return first.Count == second.Count ? null : $"The {name} have {first.Count} rows in the first and {second.Count} in the second.";
    }

    private static string? One<T>(string name, T first, T second) =>
        EqualityComparer<T>.Default.Equals(first, second) ? null : $"The {name} are {first} in the first and {second} in the second.";

    // Where two stretches of a section meet, a comment between them belongs to neither.
    private static List<CommentLine> Sorted(List<CommentLine> comments) => [.. comments.OrderBy(c => c.Section)];
}
