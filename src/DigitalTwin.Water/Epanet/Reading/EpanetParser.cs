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
}
