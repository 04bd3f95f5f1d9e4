using System.Text;

namespace DigitalTwin.Buildings.Step.Scanning;

/// <summary>
/// The first pass: where each record begins and ends, its id and its entity, without reading values. Between the name and the semicolon only quotes, comments and
/// the sign <c>=</c> matter, which stands nowhere in a sound record; so a vectorised search jumps from one to the next.
/// </summary>
internal sealed partial class StepScanner(StepBytes bytes, StepFaults faults, StepOptions options, CancellationToken cancellation)
{
    private bool commentsNeverEnd;
    private long origin;
    private bool last;
    private bool inHeader;
    private bool ended;

    public RecordColumns Records { get; } = new(bytes.Length);

    public KeywordTable Keywords { get; } = new();

    /// <summary>Where the entries of the header are: offset and length up to the semicolon.</summary>
    public List<(long Offset, int Length)> HeaderEntries { get; } = [];

    public bool HasHeader { get; private set; }

    public bool HasData { get; private set; }

    /// <summary>Scans from an offset to the end.</summary>
    public void Run(long from)
    {
        for (origin = from; origin < bytes.Length && !ended;)
        {
            cancellation.ThrowIfCancellationRequested();
            var window = bytes.Span(origin, (int)Math.Min(options.Window, bytes.Length - origin));
            last = origin + window.Length == bytes.Length;
            var used = Window(window);
            if (used == 0)
            {
                last = true;
                used = Window(window);
            }
            origin += used;
        }
        options.Progress?.Report(1);
        if (!HasHeader) faults.Warning(-1, "The file has no HEADER section: who wrote it, when and by which schema is not known.");
        if (!HasData) faults.Warning(-1, "The file has no DATA section.");
        if (!ended) faults.Warning(bytes.Length, "The file does not end with 'END-ISO-10303-21;': it may have been cut off.");
    }

    /// <summary>Scans a window and gives how much of it is done: all of it, or up to what goes on beyond it.</summary>
    private int Window(ReadOnlySpan<byte> s)
    {
        var p = 0;
        for (var turn = 1; !ended; turn++)
        {
            if ((turn & 0xFFFF) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                options.Progress?.Report((double)(origin + p) / bytes.Length);
            }
            p = Syntax.SkipBlanks(s, p, !commentsNeverEnd);
            if (p >= s.Length) return s.Length;
            var next = s[p] == (byte)'#' ? Record(s, p) : Syntax.IsLetter(s[p]) ? Statement(s, p) : Stray(s, p);
            if (next < 0) return p;
            p = next;
        }
        return p;
    }

    /// <summary>A record whose <c>#</c> is at a place; gives the place behind it, negative when the window ends first.</summary>
    private int Record(ReadOnlySpan<byte> s, int start)
    {
        var p = start + 1;
        long id = 0;
        var digits = p;
        while (p < s.Length && Syntax.IsDigit(s[p]) && p - digits < 19) id = (id * 10) + (s[p++] - '0');
        var count = p - digits;
        p = Syntax.SkipBlanks(s, p, !commentsNeverEnd);
        if (p >= s.Length && !last) return -1;
        if (count is 0 or > 18 || p >= s.Length || s[p] != (byte)'=') return BadStart(s, start, count is 0 or > 18 ? "has no number of 1 to 18 digits behind its '#'" : "has no '=' behind its number");
        p = Syntax.SkipBlanks(s, p + 1, !commentsNeverEnd);
        var keyword = -1;
        var name = p;
        if (p < s.Length && s[p] != (byte)'(')
        {
            var open = s.Slice(p, Math.Min(64, s.Length - p)).IndexOf((byte)'(');
            if (open > 0) keyword = Keywords.Find(s.Slice(p, open));
            if (keyword >= 0)
            {
                p += open;
            }
            else
            {
                if (s[p] == (byte)'!') p++;
                while (p < s.Length && Syntax.IsOfName(s[p])) p++;
                var end = p;
                p = Syntax.SkipBlanks(s, p, !commentsNeverEnd);
                if (p >= s.Length && !last) return -1;
                if (end == name || p >= s.Length || s[p] != (byte)'(' || Syntax.IsDigit(s[name]))
                    return BadStart(s, start, "has no 'NAME(' behind its '='");
                keyword = Keywords.FindOrAdd(s[name..end]);
            }
        }
        p = Body(s, p, out var ending);
        if (p < 0) return -1;
        if (ending == Ending.OpenString)
        {
            faults.Report(StepFault.OpenString, id, origin + start, "has a string that is not closed before the next record: it is left out.");
            return p;
        }
        if (ending == Ending.CutOff)
        {
            faults.Report(StepFault.CutOff, id, origin + start, "is cut off: the file ends before its ';'. It is left out.");
            return p;
        }
        if (ending == Ending.NextRecord) faults.Report(StepFault.NoSemicolon, id, origin + start, "has no ';' before the next record: it is read up to there.");
        if (keyword < 0) keyword = Keywords.FindOrAdd(ComplexNames.Of(s[name..p]));
        Records.Add(id, origin + start, p - start, keyword);
        return p;
    }

    /// <summary>HEADER, DATA, ENDSEC, …: a word up to its semicolon.</summary>
    private int Statement(ReadOnlySpan<byte> s, int start)
    {
        var p = start;
        while (p < s.Length && Syntax.IsOfName(s[p])) p++;
        var word = Encoding.ASCII.GetString(s[start..Math.Min(p, start + 64)]).ToUpperInvariant();
        p = Body(s, p, out var ending);
        if (p < 0) return -1;
        switch (word)
        {
            case "HEADER":
                HasHeader = inHeader = true;
                break;
            case "DATA":
                (HasData, inHeader) = (true, false);
                break;
            case "ENDSEC" or "ISO-10303-21":
                inHeader = false;
                break;
            case "END-ISO-10303-21":
                ended = true;
                break;
            case "ANCHOR" or "REFERENCE" or "SIGNATURE":
                return SectionEnd(s, p);
            default:
                if ((inHeader || word.StartsWith("FILE_", StringComparison.Ordinal)) && ending is Ending.Semicolon) HeaderEntries.Add((origin + start, p - start));
                else faults.Report(StepFault.StrayText, -1, origin + start, $"is no record: '{word}' where '#', ENDSEC, DATA or END-ISO-10303-21 is expected. It is left out.");
                break;
        }
        return p;
    }

    /// <summary>Sections of edition 3 hold links and signatures in other grammars; they are passed over.</summary>
    private int SectionEnd(ReadOnlySpan<byte> s, int p)
    {
        var end = s[p..].IndexOf("ENDSEC"u8);
        if (end < 0) return last ? s.Length : -1;
        var semicolon = s[(p + end)..].IndexOf((byte)';');
        if (semicolon < 0) return last ? s.Length : -1;
        return p + end + semicolon + 1;
    }

    private int Stray(ReadOnlySpan<byte> s, int start)
    {
        // A comment that never ends comes here too: its own line is passed over, not the rest of the file.
        if (Syntax.OpensComment(s, start) && !last) return -1;
        commentsNeverEnd |= Syntax.OpensComment(s, start) && origin + s.Length == bytes.Length;
        var length = s[(start + 1)..].IndexOfAny((byte)'\n', (byte)';', (byte)'#');
        if (length < 0 && !last) return -1;
        var next = length < 0 ? s.Length : start + 1 + length;
        faults.Report(StepFault.StrayText, -1, origin + start, $"is no record: {Quote(s[start..next])} where '#', ENDSEC, DATA or END-ISO-10303-21 is expected. It is left out.");
        return next < s.Length && s[next] == (byte)';' ? next + 1 : next;
    }

    private int BadStart(ReadOnlySpan<byte> s, int start, string sentence)
    {
        var p = Body(s, start + 1, out _);
        if (p < 0) return -1;
        faults.Report(StepFault.BadRecordStart, -1, origin + start, $"({Quote(s[start..p])}) {sentence}: it is left out.");
        return p;
    }

    private static string Quote(ReadOnlySpan<byte> s)
    {
        s = s.Trim(" \t\r\n"u8);
        return $"'{Encoding.Latin1.GetString(s[..Math.Min(s.Length, 30)]).ReplaceLineEndings(" ")}{(s.Length > 30 ? "…" : "")}'";
    }
}
