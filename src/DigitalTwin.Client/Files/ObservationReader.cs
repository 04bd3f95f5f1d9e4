using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text.Tables;

namespace DigitalTwin.Client.Files;

/// <summary>
/// Reads observations from a stream as CSV or as JSON lines, one record in memory at a time, and never throws for what a record holds: one that cannot be used comes back with its line, its column and
/// one sentence. Which of the two it is, its first character says.
/// </summary>
public abstract class ObservationReader
{
    /// <summary>Bytes read so far.</summary>
    public abstract long Position { get; }

    /// <summary>Columns or members that were passed over, each once.</summary>
    public abstract IReadOnlyList<string> Ignored { get; }

    /// <summary>Opens a stream, which stays open.</summary>
    /// <param name="stream">UTF-8, with or without a byte order mark.</param>
    /// <param name="file">How sentences name it.</param>
    /// <param name="format">What the file does not say itself.</param>
    /// <param name="cancellation">Gives up waiting for the first bytes.</param>
    /// <exception cref="InputException">The stream is empty or UTF-16, or its first line names no usable columns; with every mistake.</exception>
    public static async Task<ObservationReader> OpenAsync(Stream stream, string file, ObservationFormat format, CancellationToken cancellation)
    {
        var lines = new Utf8Lines(stream, file);
        return await lines.PeekAsync(cancellation).ConfigureAwait(false) switch
        {
            null => throw new InputException(file, "The file is empty; CSV with a line of names, or JSON lines, are expected."),
            '{' or '[' => format.Columns.Count == 0
                ? new JsonLinesReader(lines, format)
                : throw new InputException(file, "The file is JSON lines; columns can be chosen in CSV only."),
            _ => await CsvReader.OpenAsync(lines, format, cancellation).ConfigureAwait(false),
        };
    }

    /// <summary>The records in the order of the file.</summary>
    public abstract IAsyncEnumerable<ObservationRecord> ReadAsync(CancellationToken cancellation);
}
