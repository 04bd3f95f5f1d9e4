using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Water.Epanet.Writing;

namespace DigitalTwin.Water.Epanet;

/// <summary>
/// Writes EPANET <c>.inp</c> files such that reading gives back the same file: every number as the shortest text that is the same double, sections and
/// comments where they were, text in the encoding that it came in. Lines end with a line feed.
/// </summary>
public static class EpanetWriter
{
    /// <summary>Writes a file.</summary>
    /// <param name="file">What to write.</param>
    /// <param name="utf8">Where to; it is not closed. UTF-8 unless <see cref="EpanetFile.Encoding"/> says otherwise.</param>
    /// <exception cref="InputException">An id, comment or text cannot stand in an <c>.inp</c> file: it has a semicolon, a quote or a line break, or begins with a bracket.</exception>
    public static void Write(EpanetFile file, Stream utf8)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(utf8);
        var text = new InpText(utf8, file);
        new FileText(file, text).Write();
        text.Flush();
    }

    /// <summary>Writes a file to a path. What was there is replaced only when all is written.</summary>
    /// <exception cref="InputException">See <see cref="Write(EpanetFile, Stream)"/>.</exception>
    public static void Write(EpanetFile file, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var unfinished = path + ".part";
        try
        {
            using (var stream = File.Create(unfinished, 1)) Write(file, stream);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
