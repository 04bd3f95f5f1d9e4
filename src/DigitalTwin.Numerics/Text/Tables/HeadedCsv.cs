using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Numerics.Text.Tables;

/// <summary>A small CSV file whose first record is one known header: a data file that ships with a library and that a planner may replace by one of the same columns.</summary>
public static class HeadedCsv
{
    /// <summary>Opens a file and reads it; one that cannot be opened is a mistake.</summary>
    /// <param name="path">File.</param>
    /// <param name="header">The only header that is accepted.</param>
    /// <param name="row">Given each record after it.</param>
    /// <param name="problems">Receives every mistake.</param>
    /// <returns>False when there is nothing to be had: no file, or another header.</returns>
    public static bool Read(string path, string header, Action<CsvRecords> row, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(problems);
        try
        {
            using var stream = File.OpenRead(path);
            return Read(stream, path, header, row, problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.Error(path, 0, 0, $"The file cannot be opened: {(e is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : e.Message.TrimEnd('.'))}.");
            return false;
        }
    }

    /// <summary>Reads a stream, all of it in memory.</summary>
    /// <param name="stream">UTF-8.</param>
    /// <param name="file">How sentences name it.</param>
    /// <param name="header">The only header that is accepted.</param>
    /// <param name="row">Given each record after it.</param>
    /// <param name="problems">Receives every mistake.</param>
    /// <returns>False when the header is another.</returns>
    public static bool Read(Stream stream, string file, string header, Action<CsvRecords> row, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(problems);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        memory.Position = 0;
        var (csv, headed) = (new CsvRecords(new Utf8Lines(memory, file)), false);
        // All bytes are in memory: reading never waits.
        while (csv.ReadAsync(default).AsTask().GetAwaiter().GetResult())
        {
            if (csv.Mistake is { } mistake) problems.Error(file, csv.Line, csv.MistakeColumn, mistake);
            else if (csv.Count == 0) continue;
            else if (headed) row(csv);
            else
            {
                var found = string.Join(',', Enumerable.Range(0, csv.Count).Select(i => csv.Text(i).Trim().TrimStart('\uFEFF')));
                if (found != header)
                {
                    problems.Error(file, csv.Line, 1, $"The header is '{found}'; '{header}' is accepted.");
                    return false;
                }
                headed = true;
            }
        }
        if (!headed) problems.Error(file, 0, 0, $"The file is empty; it begins with the header '{header}'.");
        return true;
    }
}
