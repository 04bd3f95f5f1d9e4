using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Weather.Text;

/// <summary>The JSON files that come with the library, and those of users.</summary>
internal static class DataFile
{
    /// <summary>Reads something from bytes.</summary>
    public delegate T Reader<T>(ReadOnlySpan<byte> utf8, string file, ProblemList problems);

    /// <summary>Reads a file that comes with the library; a mistake in it is our fault.</summary>
    public static T Load<T>(string name, Reader<T> read)
    {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The library was built without its data file '{name}'.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var problems = new ProblemList();
        var value = read(memory.ToArray(), name, problems);
        problems.ThrowIfErrors();
        return value;
    }

    /// <summary>The bytes of a user's file; null, and a sentence, when it cannot be read.</summary>
    public static byte[]? ReadBytes(string path, ProblemList problems)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.Error(path, 0, 0, $"The file cannot be opened: {(e is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : e.Message.TrimEnd('.'))}.");
            return null;
        }
    }
}
