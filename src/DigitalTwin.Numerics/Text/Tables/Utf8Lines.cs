using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Numerics.Text.Tables;

/// <summary>
/// Splits a stream into lines without trusting it: the memory is bounded whatever arrives. A line that is longer than accepted is handed out as its beginning and passed over to
/// its end, be it a gigabyte. Ends of lines are LF or CR LF; a byte order mark of UTF-8 is passed over. Whether a line is valid UTF-8 is for its reader to ask.
/// </summary>
public sealed class Utf8Lines
{
    /// <summary>Longest line that is handed out whole, bytes, unless told otherwise.</summary>
    public const int LongestLine = 1 << 20;

    private readonly Stream stream;
    private readonly int longest;
    private byte[] buffer = new byte[1 << 16];
    private int start, end;
    private bool atEnd, begun;

    /// <summary>Reads a stream, which stays open.</summary>
    /// <param name="stream">Where the bytes come from.</param>
    /// <param name="file">How sentences name it.</param>
    /// <param name="longest">Longest line that is handed out whole, bytes.</param>
    public Utf8Lines(Stream stream, string file, int longest = LongestLine)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 16);
        (this.stream, File, this.longest) = (stream, file, longest);
    }

    /// <summary>How sentences name the stream.</summary>
    public string File { get; }

    /// <summary>The line without its end; its first bytes when it <see cref="IsTooLong"/>. Valid until the next is read.</summary>
    public ReadOnlyMemory<byte> Current { get; private set; }

    /// <summary>1-based number of the line.</summary>
    public int Number { get; private set; }

    /// <summary>True when the line is longer than accepted.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Length of the line, bytes.</summary>
    public long Length { get; private set; }

    /// <summary>Bytes passed since the start of the stream, the line's end included.</summary>
    public long Position { get; private set; }

    /// <summary>Goes to the next line.</summary>
    /// <returns>False at the end of the stream.</returns>
    /// <exception cref="InputException">The stream is UTF-16.</exception>
    public ValueTask<bool> ReadAsync(CancellationToken cancellation) =>
        begun && TryTake(start) ? ValueTask.FromResult(true) : SlowlyAsync(cancellation);

    /// <summary>The first character that is not blank, without going on; null when there is none among the first four thousand. Ask before the first line is read.</summary>
    /// <exception cref="InputException">The stream is UTF-16.</exception>
    public async ValueTask<char?> PeekAsync(CancellationToken cancellation)
    {
        const int Most = 4096;
        if (!begun) await BeginAsync(cancellation).ConfigureAwait(false);
        while (true)
        {
            var head = buffer.AsSpan(start, Math.Min(end - start, Most));
            if (head.IndexOfAnyExcept(" \t\r\n"u8) is var found and >= 0) return (char)head[found];
            if (head.Length == Most || !await FillAsync(cancellation).ConfigureAwait(false)) return null;
        }
    }

    private async ValueTask<bool> SlowlyAsync(CancellationToken cancellation)
    {
        if (!begun) await BeginAsync(cancellation).ConfigureAwait(false);
        var looked = start;
        while (!TryTake(looked))
        {
            looked = end;
            if (end - start > longest + 1) return await PassOverAsync(cancellation).ConfigureAwait(false);
            var shift = start;
            if (await FillAsync(cancellation).ConfigureAwait(false))
            {
                looked -= shift - start;
                continue;
            }
            if (start == end) return false;
            Take(end - start, 0);
            return true;
        }
        return true;
    }

    private async ValueTask BeginAsync(CancellationToken cancellation)
    {
        begun = true;
        while (end < 3 && await FillAsync(cancellation).ConfigureAwait(false)) { }
        var head = buffer.AsSpan(0, end);
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) throw new InputException(File, "The file is UTF-16; UTF-8 is expected.");
        if (head is [0xEF, 0xBB, 0xBF, ..]) Position = start = 3;
    }

    /// <summary>Takes the line that ends in the buffer, looking from a place on.</summary>
    private bool TryTake(int from)
    {
        var found = buffer.AsSpan(from, end - from).IndexOf((byte)'\n');
        if (found < 0 || from + found - start > longest + 1) return false;
        Take(from + found - start, 1);
        return true;
    }

    private void Take(int length, int ending)
    {
        var text = length > 0 && buffer[start + length - 1] == '\r' ? length - 1 : length;
        (IsTooLong, Length) = (text > longest, text);
        Current = buffer.AsMemory(start, Math.Min(text, longest));
        Number++;
        start += length + ending;
        Position += length + ending;
    }

    /// <summary>Keeps the line's beginning and looks for its end without keeping what lies between.</summary>
    private async ValueTask<bool> PassOverAsync(CancellationToken cancellation)
    {
        var kept = buffer.AsMemory(start, longest).ToArray();
        long length = 0;
        while (true)
        {
            var found = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            length += found < 0 ? end - start : found;
            Position += found < 0 ? end - start : found + 1;
            start = found < 0 ? end : start + found + 1;
            if (found >= 0 || !await FillAsync(cancellation).ConfigureAwait(false)) break;
        }
        (Current, IsTooLong, Length) = (kept, true, length);
        Number++;
        return true;
    }

    /// <summary>Reads more behind what there is; false at the end.</summary>
    private async ValueTask<bool> FillAsync(CancellationToken cancellation)
    {
        if (atEnd) return false;
        if (start > 0)
        {
            // Lines that were handed out are read by now: their room is free.
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }
        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var read = await stream.ReadAsync(buffer.AsMemory(end), cancellation).ConfigureAwait(false);
        end += read;
        atEnd = read == 0;
        return !atEnd;
    }
}
