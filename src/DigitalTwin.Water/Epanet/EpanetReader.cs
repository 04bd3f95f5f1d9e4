using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Water.Epanet.Checking;
using DigitalTwin.Water.Epanet.Reading;

namespace DigitalTwin.Water.Epanet;

/// <summary>
/// Reads EPANET <c>.inp</c> files, 2.0 to 2.3. What EPANET 2.3.5 accepts is accepted, and what only 2.0 accepted too, with a warning where
/// its meaning is clear. Every mistake is reported with its line and column; whatever the bytes are, nothing is thrown for them.
/// </summary>
public static class EpanetReader
{
    /// <summary>Reads a file. A file that cannot be opened is a problem like any other.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="problems">Receives what is wrong; when it has no errors, <see cref="EpanetFile.ToNetwork"/> works.</param>
    /// <returns>What could be read.</returns>
    public static EpanetFile Read(string path, ProblemList problems)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(problems);
        try
        {
            return Read(File.ReadAllBytes(path), path, problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or System.Security.SecurityException)
        {
            var why = e switch
            {
                FileNotFoundException or DirectoryNotFoundException => "There is no such file.",
                UnauthorizedAccessException when Directory.Exists(path) => "This is a folder, but an .inp file is expected.",
                UnauthorizedAccessException => "The file may not be read by this user.",
                _ => $"The file cannot be read: {e.Message}",
            };
            problems.Error(path, 0, 0, why);
            return new();
        }
    }

    /// <summary>Reads a text that is in memory.</summary>
    /// <param name="utf8">The text; UTF-8 or any other encoding of which ASCII is part.</param>
    /// <param name="fileName">Name for the sentences.</param>
    /// <param name="problems">Receives what is wrong; when it has no errors, <see cref="EpanetFile.ToNetwork"/> works.</param>
    /// <returns>What could be read.</returns>
    public static EpanetFile Read(ReadOnlySpan<byte> utf8, string fileName, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(problems);
        return Read(utf8.ToArray(), fileName, problems);
    }

    private static EpanetFile Read(byte[] text, string fileName, ProblemList problems)
    {
        var parser = new EpanetParser(text, fileName, problems);
        var file = parser.Parse();
        NetworkChecks.Check(file, parser.LineOf, parser.IsLinked, fileName, problems);
        return file;
    }
}
