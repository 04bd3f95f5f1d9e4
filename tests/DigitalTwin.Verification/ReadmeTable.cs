namespace DigitalTwin.Verification;

/// <summary>
/// A table in a README between <c>&lt;!-- table NAME --&gt;</c> and <c>&lt;!-- end --&gt;</c> that a test keeps true: it fails when the table is stale, or
/// rewrites it when DIGITALTWIN_WRITE_TABLES is set.
/// </summary>
internal static class ReadmeTable
{
    /// <summary>Whether tables are to be written rather than compared.</summary>
    public static bool IsWanted => Environment.GetEnvironmentVariable("DIGITALTWIN_WRITE_TABLES") is { Length: > 0 };

    public static void Assert(string readme, string name, string table)
    {
        if (IsWanted) Write(readme, name, table);
        var (text, from, until) = Find(readme, name);
        Xunit.Assert.True(Agree(text[from..until].Trim(), table.Trim()), $"The table '{name}' in {readme} is stale; set DIGITALTWIN_WRITE_TABLES=1 and run this test to write it:\n{table}");
    }

    public static void Write(string readme, string name, string table)
    {
        var (text, from, until) = Find(readme, name);
        File.WriteAllText(Path.Combine(Repository.Root, readme), $"{text[..from]}\n{table}{text[until..]}");
    }

    private static (string Text, int From, int Until) Find(string readme, string name)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, readme));
        string begin = $"<!-- table {name} -->", end = "<!-- end -->";
        var from = text.IndexOf(begin, StringComparison.Ordinal);
        Xunit.Assert.True(from >= 0, $"{readme} has no '{begin}'.");
        from += begin.Length;
        return (text, from, text.IndexOf(end, from, StringComparison.Ordinal));
    }

    /// <summary>Cells are equal, or bounds by powers of ten that are neighbours: the last digits of an error differ from machine to machine.</summary>
    private static bool Agree(string published, string found)
    {
        var (a, b) = (Cells(published), Cells(found));
        return a.Length == b.Length && a.Zip(b).All(pair => pair.First == pair.Second || (Exponent(pair.First) is { } e && Exponent(pair.Second) is { } f && Math.Abs(e - f) <= 1));
    }

    private static string[] Cells(string table) => table.ReplaceLineEndings("|").Split('|', StringSplitOptions.TrimEntries);

    private static int? Exponent(string cell) => cell.StartsWith("< 1e", StringComparison.Ordinal) && int.TryParse(cell.AsSpan(4), out var exponent) ? exponent : null;
}
