namespace DigitalTwin.Simulation.Results;

/// <summary>
/// Files that appear whole or not at all: they are written under a temporary name in the same folder and then renamed, which a file system
/// does in one go. A crash leaves at most a <c>*.partial</c>, which the next run removes.
/// </summary>
internal static class AtomicFile
{
    public const string Suffix = ".partial";

    /// <summary>Writes <paramref name="path"/> through <paramref name="write"/> and moves it into place.</summary>
    public static void Write(string path, Action<Stream> write) => WritePath(path, partial =>
    {
        using var stream = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        write(stream);
        stream.Flush(flushToDisk: true);
    });

    /// <summary>The same for a writer that wants a path: it is given the temporary name.</summary>
    public static void WritePath(string path, Action<string> write)
    {
        var partial = path + Suffix;
        try
        {
            write(partial);
            File.Move(partial, path, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    /// <summary>Removes what a killed run left half-written in a folder.</summary>
    public static void RemovePartials(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*" + Suffix + "*")) File.Delete(file);
    }
}
