using System.Text;
using System.Text.Unicode;

namespace DigitalTwin.Numerics.Text.Tables;

/// <summary>
/// Reads CSV (RFC 4180) as a stream, one record in memory at a time. Never throws for what a file holds: a record that is none has a <see cref="Mistake"/> instead of fields, and the next
/// line is read as if nothing had been. A quoted field may run over several lines; one that is not closed within <see cref="MostLines"/> costs only the line it begins in.
/// </summary>
public sealed class CsvRecords(Utf8Lines lines)
{
    /// <summary>Most lines of a record.</summary>
    public const int MostLines = 64;

    /// <summary>Most bytes of a broken line that are kept to be shown.</summary>
    public const int LongestRaw = 4096;

    /// <summary>Most fields of a record.</summary>
    public const int MostFields = 4096;

    private readonly Queue<(byte[] Text, int Number)> again = new();
    private readonly List<(int Start, int Length, int Column)> fields = [];
    private byte[] content = new byte[1024];
    private byte[] raw = [];
    private int used;

    /// <summary>How sentences name the file.</summary>
    public string File => lines.File;

    /// <summary>1-based number of the line in which the record begins.</summary>
    public int Line { get; private set; }

    /// <summary>Number of fields; 0 for an empty line and for a mistake.</summary>
    public int Count => fields.Count;

    /// <summary>A field, without its quotes.</summary>
    public ReadOnlySpan<byte> this[int field] => content.AsSpan(fields[field].Start, fields[field].Length);

    /// <summary>Why the record is none, one sentence; null when it is one.</summary>
    public string? Mistake { get; private set; }

    /// <summary>1-based column of the mistake, characters.</summary>
    public int MistakeColumn { get; private set; }

    /// <summary>The line of a mistake as it stands in the file, at most <see cref="LongestRaw"/> bytes of it; empty without a mistake.</summary>
    public string Raw => Mistake is null ? "" : Encoding.UTF8.GetString(raw);

    /// <summary>Bytes passed since the start of the file.</summary>
    public long Position => lines.Position;

    /// <summary>A field as text.</summary>
    public string Text(int field) => Encoding.UTF8.GetString(this[field]);

    /// <summary>1-based column in which a field begins, characters, in its line.</summary>
    public int Column(int field) => fields[field].Column;

    /// <summary>Goes to the next record.</summary>
    /// <returns>False at the end of the file.</returns>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellation)
    {
        if (await NextAsync(cancellation).ConfigureAwait(false) is not { } first) return false;
        (Mistake, used, Line) = (null, 0, first.Number);
        fields.Clear();
        var open = -1;
        if (first.Mistake is not null) (Mistake, MistakeColumn) = (first.Mistake, first.Column);
        else open = Split(first.Text.Span, -1);
        if (open >= 0 || Mistake is not null) raw = first.Text.Span[..Math.Min(first.Text.Length, LongestRaw)].ToArray();
        if (open < 0) return true;
        await ContinueAsync(open, cancellation).ConfigureAwait(false);
        return true;
    }

    /// <summary>Reads on until the open quote is closed; when it never is, the lines after the first are read again as records of their own.</summary>
    private async ValueTask ContinueAsync(int open, CancellationToken cancellation)
    {
        var column = fields[^1].Column;
        var passed = new List<(byte[], int)>();
        while (open >= 0 && passed.Count < MostLines && used <= Utf8Lines.LongestLine && await NextAsync(cancellation).ConfigureAwait(false) is { } next)
        {
            passed.Add((next.Text.ToArray(), next.Number));
            if (next.Mistake is not null) break;
            Append("\n"u8);
            open = Split(next.Text.Span, open);
        }
        if (open < 0) return;
        Fail("The quote that opens here is never closed; a quote inside a quoted field is written twice.", column);
        // What was passed stands before whatever still waits.
        var waiting = again.ToArray();
        again.Clear();
        foreach (var line in passed) again.Enqueue(line);
        foreach (var line in waiting) again.Enqueue(line);
    }

    private async ValueTask<(ReadOnlyMemory<byte> Text, int Number, string? Mistake, int Column)?> NextAsync(CancellationToken cancellation)
    {
        ReadOnlyMemory<byte> text;
        int number;
        if (again.TryDequeue(out var line)) (text, number) = line;
        else if (await lines.ReadAsync(cancellation).ConfigureAwait(false)) (text, number) = (lines.Current, lines.Number);
        else return null;
        if (number == lines.Number && lines.IsTooLong)
            return (text, number, $"The line has {lines.Length:N0} bytes; at most {text.Length:N0} are accepted.", 1);
        if (!Utf8.IsValid(text.Span)) return (text, number, "The bytes here are not valid UTF-8.", Characters(text.Span[..FirstInvalid(text.Span)]) + 1);
        return (text, number, null, 0);
    }

    /// <summary>Splits a line into fields, going on inside the quoted field that is open (its start in the content), or -1.</summary>
    /// <returns>Where the field that is still open at the end of the line starts in the content, or -1.</returns>
    private int Split(ReadOnlySpan<byte> line, int open)
    {
        if (line.IsEmpty && open < 0) return -1;
        var (at, column, counted) = (0, 1, 0);
        while (true)
        {
            if (open < 0)
            {
                if (fields.Count == MostFields)
                {
                    Fail($"The record has more than {MostFields:N0} fields.", 1);
                    return -1;
                }
                column += Characters(line[counted..at]);
                counted = at;
                if (at < line.Length && line[at] == '"')
                {
                    open = used;
                    fields.Add((open, 0, column));
                    at++;
                }
                else
                {
                    var comma = line[at..].IndexOf((byte)',');
                    var field = comma < 0 ? line[at..] : line.Slice(at, comma);
                    fields.Add((used, field.Length, column));
                    Append(field);
                    if (comma < 0) return -1;
                    at += comma + 1;
                    continue;
                }
            }
            var quote = line[at..].IndexOf((byte)'"');
            Append(quote < 0 ? line[at..] : line.Slice(at, quote));
            if (quote < 0) return open;
            at += quote + 1;
            if (at < line.Length && line[at] == '"')
            {
                Append("\""u8);
                at++;
                continue;
            }
            fields[^1] = fields[^1] with { Length = used - open };
            open = -1;
            if (at == line.Length) return -1;
            if (line[at] != ',')
            {
                Fail("Behind a closing quote a comma or the end of the line is expected.", column + Characters(line[counted..at]));
                return -1;
            }
            at++;
        }
    }

    private void Fail(string sentence, int column)
    {
        (Mistake, MistakeColumn) = (sentence, column);
        fields.Clear();
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (used + bytes.Length > content.Length) Array.Resize(ref content, Math.Max(content.Length * 2, used + bytes.Length));
        bytes.CopyTo(content.AsSpan(used));
        used += bytes.Length;
    }

    /// <summary>Characters of valid UTF-8: bytes that continue none.</summary>
    private static int Characters(ReadOnlySpan<byte> text)
    {
        var count = 0;
        foreach (var b in text)
            if ((b & 0xC0) != 0x80) count++;
        return count;
    }

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (at < text.Length && Rune.DecodeFromUtf8(text[at..], out _, out var length) == System.Buffers.OperationStatus.Done) at += length;
        return at;
    }
}
