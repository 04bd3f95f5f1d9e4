using System.Text;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text.Tables;

namespace DigitalTwin.Mobility.Tntp;

/// <summary>
/// The lines of a TNTP file as fields with their columns. Blanks and tabs separate; <c>~</c> begins a comment, <c>&lt;TAG&gt; value</c> is metadata until
/// <c>&lt;END OF METADATA&gt;</c>. One line is in memory at a time.
/// </summary>
internal sealed class TntpLines(Stream stream, string file, ProblemList problems)
{
    private static readonly string[] Known =
    [
        "NUMBER OF ZONES", "NUMBER OF NODES", "FIRST THRU NODE", "NUMBER OF LINKS", "TOTAL OD FLOW", "TOLL FACTOR", "DISTANCE FACTOR", "ORIGINAL HEADER", "END OF METADATA",
    ];

    private readonly Utf8Lines lines = new(stream, file);

    /// <summary>How sentences name the file.</summary>
    public string File => file;

    /// <summary>Where mistakes go.</summary>
    public ProblemList Problems => problems;

    /// <summary>1-based number of the current line.</summary>
    public int Line => lines.Number;

    /// <summary>The current line, trimmed.</summary>
    public string Text { get; private set; } = "";

    /// <summary>1-based column at which <see cref="Text"/> begins.</summary>
    public int Column { get; private set; }

    /// <summary>The newest comment: in it the names of the columns stand.</summary>
    public string Comment { get; private set; } = "";

    /// <summary>1-based line of <see cref="Comment"/>.</summary>
    public int CommentLine { get; private set; }

    /// <summary>Goes to the next line that is neither empty nor a comment.</summary>
    public bool Next()
    {
        while (Read())
        {
            if (Text.Length == 0) continue;
            if (Text[0] != '~') return true;
            (Comment, CommentLine) = (Text[1..].Trim(), Line);
        }
        return false;
    }

    /// <summary>Reads the metadata, which may be absent; the current line is then the first of the data.</summary>
    /// <returns>Values by tag, with their lines; null at the end of the file.</returns>
    public Dictionary<string, (string Value, int Line)>? Metadata()
    {
        var found = new Dictionary<string, (string, int)>(StringComparer.Ordinal);
        while (Next())
        {
            if (Text[0] != '<') return found;
            var end = Text.IndexOf('>', StringComparison.Ordinal);
            if (end < 0)
            {
                problems.Error(file, Line, Column, "A line that begins with '<' is metadata, but its tag is never closed with '>'.");
                continue;
            }
            var tag = Text[1..end].Trim().ToUpperInvariant();
            if (!Known.Contains(tag)) problems.Note(file, Line, Column, $"The metadata <{tag}> is not known and not used.{NearestName.Hint(tag, Known)}");
            else if (!found.TryAdd(tag, (Text[(end + 1)..].Trim(), Line))) problems.Warning(file, Line, Column, $"<{tag}> stands in the file twice; the first counts.");
        }
        return null;
    }

    /// <summary>Splits the current line at blanks and tabs; a semicolon ends it, and so does a comment.</summary>
    public void Split(List<Field> fields)
    {
        fields.Clear();
        var at = 0;
        while (at < Text.Length && Text[at] is not (';' or '~'))
        {
            if (char.IsWhiteSpace(Text[at]))
            {
                at++;
                continue;
            }
            var begin = at;
            while (at < Text.Length && Text[at] is not (';' or '~') && !char.IsWhiteSpace(Text[at])) at++;
            fields.Add(new(Text[begin..at], Column + begin));
        }
    }

    private bool Read()
    {
        while (true)
        {
            var read = lines.ReadAsync(CancellationToken.None);
            if (!(read.IsCompletedSuccessfully ? read.Result : read.AsTask().GetAwaiter().GetResult())) return false;
            if (lines.IsTooLong)
            {
                problems.Error(file, lines.Number, 0, $"The line has {lines.Length:N0} bytes; at most {lines.Current.Length:N0} are accepted.");
                continue;
            }
            var raw = Encoding.UTF8.GetString(lines.Current.Span);
            Text = raw.Trim();
            Column = raw.Length - raw.TrimStart().Length + 1;
            return true;
        }
    }
}

/// <summary>A field of a line and the 1-based column at which it begins.</summary>
internal readonly record struct Field(string Text, int Column);
