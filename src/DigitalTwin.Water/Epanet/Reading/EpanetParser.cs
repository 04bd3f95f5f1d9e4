using System.Runtime.CompilerServices;
using System.Text;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Water.Epanet.Reading;

/// <summary>
/// One reading of one text: walks its lines, cuts them into words, and hands each to the part that knows its section. One pass, and no
/// allocation but for what is kept. A mistake costs its line, never the reading. The loops that see every byte are compiled at full effort at once:
/// most runs read one file, and it is read before the runtime would find out that they are hot.
/// </summary>
internal sealed partial class EpanetParser
{
    private const int LongestLine = 1023;

    private readonly byte[] text;
    private readonly string fileName;
    private readonly ProblemList problems;
    private readonly Encoding encoding;
    private readonly EpanetFile file = new();
    private readonly IdTable nodes, links, patterns, curves;

    private int next;
    private int line;
    private int lineStart, lineEnd, commentStart;
    private int words;
    private int[] wordStart = new int[64];
    private int[] wordLength = new int[64];
    private EpanetSection? section;
    private int runStart;
    private bool toldLongLine;
    private readonly List<bool> touched = [];
    private readonly List<int> junctionEntries = [], junctionLines = [], tankLines = [], pumpLines = [], curveLines = [];

    public EpanetParser(byte[] text, string fileName, ProblemList problems)
    {
        (this.text, this.fileName, this.problems) = (text, fileName, problems);
        (nodes, links, patterns, curves) = (new(text), new(text), new(text), new(text));
        file.Name = Path.GetFileNameWithoutExtension(fileName) is { Length: > 0 } name ? name : "network";
        if (text.AsSpan().StartsWith("\uFEFF"u8)) (next, file.Encoding) = (3, EpanetEncoding.Utf8WithMark);
        else if (!Ascii.IsValid(text)) file.Encoding = TextEncoding.Detect(text.AsSpan(0, EndOfData()));
        encoding = TextEncoding.Of(file.Encoding);
    }

    public EpanetFile Parse()
    {
        if (text.Length == 0) problems.Error(fileName, 0, 0, "The file is empty, but the sections of an EPANET network are expected.");
        else if (!IsWide()) ReadLines();
        return file;
    }

    /// <summary>Line on which a row stands, or 0 when that was not kept.</summary>
    public int LineOf(EpanetSection which, int row)
    {
        var lines = which switch
        {
            EpanetSection.Junctions => junctionLines,
            EpanetSection.Tanks => tankLines,
            EpanetSection.Pumps => pumpLines,
            EpanetSection.Curves => curveLines,
            _ => [],
        };
        return row < lines.Count ? lines[row] : 0;
    }

    /// <summary>Whether a link touches the junction of a row.</summary>
    public bool IsLinked(int row) => touched[junctionEntries[row]];

    private void ReadLines()
    {
        while (NextLine())
        {
            if (words > 0 && Word(0).StartsWith("["u8))
            {
                if (SectionNames.IsEnd(Word(0)))
                {
                    file.AfterEnd = text.AsMemory(next);
                    break;
                }
                OpenSection();
            }
            else if (section is not { } here)
            {
                BeforeSections();
            }
            else if (KeptAsText(here))
            {
                KeepText(here);
            }
            else if (words == 0)
            {
                if (Comment() is { } comment) file.CommentLines.Add(new(here, CountOf(here), comment));
            }
            else
            {
                ReadRow(here);
            }
        }
        CloseRun();
        CheckReferences();
        if (section is null) Say(0, 0, "There is no section such as [JUNCTIONS] in the file, so it is not an EPANET network.");
    }

    private void ReadRow(EpanetSection here)
    {
        switch (here)
        {
            case EpanetSection.Title: file.Title.Add(Text(lineStart, lineEnd).TrimEnd()); break;
            case EpanetSection.Junctions: ReadJunction(); break;
            case EpanetSection.Reservoirs or EpanetSection.Tanks: ReadTankOrReservoir(); break;
            case EpanetSection.Pipes: ReadPipe(); break;
            case EpanetSection.Pumps: ReadPump(); break;
            case EpanetSection.Valves: ReadValve(); break;
            case EpanetSection.Tags: ReadTag(); break;
            case EpanetSection.Demands: ReadDemand(); break;
            case EpanetSection.Status: ReadStatus(); break;
            case EpanetSection.Patterns: ReadPattern(); break;
            case EpanetSection.Curves: ReadCurve(); break;
            case EpanetSection.Controls: ReadControl(); break;
            case EpanetSection.Rules: ReadRuleLine(); break;
            case EpanetSection.Energy: ReadEnergy(); break;
            case EpanetSection.Emitters: ReadEmitter(); break;
            case EpanetSection.Leakage: ReadLeakage(); break;
            case EpanetSection.Quality: ReadQuality(); break;
            case EpanetSection.Sources: ReadSource(); break;
            case EpanetSection.Reactions: ReadReaction(); break;
            case EpanetSection.Mixing: ReadMixing(); break;
            case EpanetSection.Times: ReadTime(); break;
            case EpanetSection.Options: ReadOption(); break;
            case EpanetSection.Coordinates: ReadPoint(file.Coordinates, nodes, "node"); break;
            case EpanetSection.Vertices: ReadPoint(file.Vertices, links, "link"); break;
        }
    }

    /// <summary>Finds the next line, its comment and its words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool NextLine()
    {
        if (next >= text.Length) return false;
        line++;
        lineStart = next;
        var rest = text.AsSpan(next);
        var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
        if (end < 0) (lineEnd, next) = (text.Length, text.Length);
        else (lineEnd, next) = (lineStart + end, lineStart + end + (rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n' ? 2 : 1));

        var semicolon = text.AsSpan(lineStart, lineEnd - lineStart).IndexOf((byte)';');
        commentStart = semicolon < 0 ? lineEnd : lineStart + semicolon;
        CutWords();
        if (lineEnd - lineStart > LongestLine && words > 0 && section is { } here && !KeptAsText(here) && here != EpanetSection.Title) SayLongLine();
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CutWords()
    {
        words = 0;
        for (var i = lineStart; i < commentStart;)
        {
            if (text[i] is (byte)' ' or (byte)'\t')
            {
                i++;
                continue;
            }
            int start = i, end;
            if (text[i] == '"')
            {
                start++;
                var quote = text.AsSpan(start, commentStart - start).IndexOf((byte)'"');
                end = quote < 0 ? commentStart : start + quote;
                i = end + 1;
            }
            else
            {
                while (i < commentStart && text[i] is not ((byte)' ' or (byte)'\t')) i++;
                end = i;
            }
            if (words == wordStart.Length)
            {
                Array.Resize(ref wordStart, words * 2);
                Array.Resize(ref wordLength, words * 2);
            }
            (wordStart[words], wordLength[words++]) = (start, end - start);
        }
    }

    private ReadOnlySpan<byte> Word(int index) => text.AsSpan(wordStart[index], wordLength[index]);

    private bool WordStarts(int index, ReadOnlySpan<byte> word) => index < words && Keyword.Starts(Word(index), word);

    private string Text(int start, int end) => encoding.GetString(text, start, end - start);

    private string WordText(int index) => Text(wordStart[index], wordStart[index] + wordLength[index]);

    /// <summary>What follows the semicolon, or null when there is nothing to see.</summary>
    private string? Comment()
    {
        if (commentStart >= lineEnd) return null;
        var comment = text.AsSpan(commentStart + 1, lineEnd - commentStart - 1).TrimEnd(" \t"u8);
        return comment.Trim(" \t"u8).Length == 0 ? null : encoding.GetString(comment);
    }
}
