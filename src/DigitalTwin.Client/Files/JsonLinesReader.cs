using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using DigitalTwin.Numerics.Text.Tables;

namespace DigitalTwin.Client.Files;

/// <summary>Observations from JSON lines: an object a line, with <c>property</c> and <c>value</c>, or with several as <c>values</c>.</summary>
internal sealed class JsonLinesReader(Utf8Lines lines, ObservationFormat format) : ObservationReader
{
    private readonly JsonObservation parser = new(format);

    public override long Position => lines.Position;

    public override IReadOnlyList<string> Ignored => parser.Ignored;

    public override async IAsyncEnumerable<ObservationRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var read = new List<ObservationRecord>();
        while (await lines.ReadAsync(cancellation).ConfigureAwait(false))
        {
            if (lines.Current.Span.Trim(" \t"u8).IsEmpty) continue;
            read.Clear();
            Read(lines.Current.Span, read);
            foreach (var record in read) yield return record;
        }
    }

    private void Read(ReadOnlySpan<byte> line, List<ObservationRecord> into)
    {
        if (lines.IsTooLong) Refuse(line, 1, $"The line has {lines.Length:N0} bytes; at most {line.Length:N0} are accepted.", into);
        else if (!Utf8.IsValid(line)) Refuse(line, 1, "The line is not valid UTF-8.", into);
        else if (parser.Read(line, lines.Number, into) is { } mistake) Refuse(line, Characters(line[..Math.Min(line.Length, mistake.At)]) + 1, mistake.Sentence, into);
    }

    /// <summary>A line is taken whole or not at all.</summary>
    private void Refuse(ReadOnlySpan<byte> line, int column, string sentence, List<ObservationRecord> into)
    {
        into.Clear();
        into.Add(ObservationRecord.Refused(lines.Number, column, sentence, Encoding.UTF8.GetString(line[..Math.Min(line.Length, ObservationRecord.LongestRaw)])));
    }

    private static int Characters(ReadOnlySpan<byte> text)
    {
        var count = 0;
        foreach (var b in text)
            if ((b & 0xC0) != 0x80) count++;
        return count;
    }
}
