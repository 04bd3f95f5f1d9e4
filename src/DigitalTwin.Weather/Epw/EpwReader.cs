using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Weather.Text;

namespace DigitalTwin.Weather.Epw;

/// <summary>
/// Reads EPW files. Every mistake is reported with its line and column; whatever the bytes are, the reader neither throws nor hangs. The file
/// that comes back is whole when <see cref="ProblemList.HasErrors"/> is false.
/// </summary>
public static class EpwReader
{
    /// <summary>An hourly year is 1.6 MB and a minutely one 95 MB: beyond a gigabyte it is some other kind of file.</summary>
    private const long LargestFile = 1L << 30;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path; problems name it as given here.</param>
    /// <param name="problems">Receives every mistake.</param>
    public static EpwFile Read(string path, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(problems);
        if (Load(path, problems) is { } bytes) return Read(bytes, path, problems);
        return new EpwRows(path, problems, problems.ErrorCount - 1).ToFile(new EpwHeaderReader(path, problems));
    }

    /// <summary>Reads a file that is in memory.</summary>
    /// <param name="bytes">The content: UTF-8, or Latin-1 in the header texts.</param>
    /// <param name="fileName">The name that problems give.</param>
    /// <param name="problems">Receives every mistake.</param>
    public static EpwFile Read(ReadOnlySpan<byte> bytes, string fileName, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(problems);
        var header = new EpwHeaderReader(fileName, problems);
        var rows = new EpwRows(fileName, problems, problems.ErrorCount);
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (!IsText(bytes, fileName, problems)) return rows.ToFile(header);

        var lines = new TextLines(bytes);
        while (!header.IsComplete && lines.MoveNext())
            if (!header.Take(lines.Current, lines.Number)) return rows.ToFile(header);
        if (!header.IsComplete)
        {
            problems.Error(fileName, lines.Number, 0, "The file ends within its header: the 'DATA PERIODS' record and the data rows after it are missing.");
            return rows.ToFile(header);
        }
        header.Finish();
        while (lines.MoveNext())
            if (!lines.Current.IsWhiteSpaceOnly()) rows.Take(lines.Current, lines.Number);
        var file = rows.ToFile(header);
        return file;
    }

    private static byte[]? Load(string path, ProblemList problems)
    {
        try
        {
            var info = new FileInfo(path);
            if (info.Exists && info.Length > LargestFile)
            {
                problems.Error(path, 0, 0, $"The file has {info.Length:N0} bytes; a weather file has at most {LargestFile:N0}.");
                return null;
            }
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var why = e switch
            {
                FileNotFoundException or DirectoryNotFoundException => "there is no such file",
                UnauthorizedAccessException => "it is a folder or may not be read",
                _ => e.Message,
            };
            problems.Error(path, 0, 0, $"The weather file cannot be opened: {why}.");
            return null;
        }
    }

    private static bool IsText(ReadOnlySpan<byte> bytes, string fileName, ProblemList problems)
    {
        if (bytes.Length == 0)
        {
            problems.Error(fileName, 0, 0, "The file is empty; an EPW file begins with a 'LOCATION' record.");
            return false;
        }
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            problems.Error(fileName, 1, 1, "The file is in UTF-16; save it as UTF-8.");
            return false;
        }
        return true;
    }

    private static bool IsWhiteSpaceOnly(this ReadOnlySpan<byte> line) => line.IndexOfAnyExcept(" \t\0\u001A"u8) < 0;
}
