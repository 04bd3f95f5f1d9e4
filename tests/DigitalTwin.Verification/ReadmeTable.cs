namespace DigitalTwin.Verification;

/// <summary>
/// A table in a README between <c>&lt;!-- table NAME --&gt;</c> and <c>&lt;!-- end --&gt;</c> that a test keeps true: it fails when the table is stale, or
/// rewrites it when DIGITALTWIN_WRITE_TABLES is set.
/// </summary>
internal static class ReadmeTable
{
    public static void Assert(string readme, string name, string table)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "DigitalTwin.sln"))) root = root.Parent;
        var path = Path.Combine(root!.FullName, readme);
        var text = File.ReadAllText(path);
        string begin = $"<!-- table {name} -->", end = "<!-- end -->";
        var from = text.IndexOf(begin, StringComparison.Ordinal);
        Xunit.Assert.True(from >= 0, $"{readme} has no '{begin}'.");
        from += begin.Length;
        var until = text.IndexOf(end, from, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("DIGITALTWIN_WRITE_TABLES") is { Length: > 0 })
        {
            File.WriteAllText(path, $"{text[..from]}\n{table}{text[until..]}");
            return;
        }
        Xunit.Assert.True(Agree(text[from..until].Trim(), table.Trim()), $"The table '{name}' in {readme} is stale; set DIGITALTWIN_WRITE_TABLES=1 and run this test to write it:\n{table}");
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
