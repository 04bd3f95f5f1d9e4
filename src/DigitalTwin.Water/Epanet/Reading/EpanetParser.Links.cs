using DigitalTwin.Water.Epanet.Rows;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Epanet.Reading;

// [PIPES] [PUMPS] [VALVES] [STATUS] [LEAKAGE]
internal sealed partial class EpanetParser
{
    private static readonly (string Word, LinkKind Kind)[] ValveKinds =
    [
        ("PRV", LinkKind.PressureReducing), ("PSV", LinkKind.PressureSustaining), ("PBV", LinkKind.PressureBreaker), ("FCV", LinkKind.FlowControl),
        ("TCV", LinkKind.Throttle), ("GPV", LinkKind.GeneralPurpose), ("PCV", LinkKind.Positional),
    ];

    private readonly List<LinkKind> linkKinds = [];

    /// <summary>Defines a link between two nodes; false with a sentence when it cannot be.</summary>
    private bool Connect(string what, int least, LinkKind kind, out string from, out string to)
    {
        from = to = "";
        if (words < least)
        {
            Warn(0, $"A {what} needs at least {least} entries, but the line has only {words}; it is left out, as EPANET does.");
            return false;
        }
        int a = Known(1, nodes, "node"), b = Known(2, nodes, "node");
        if (a >= 0 && a == b)
        {
            Say(2, $"The {what} '{Shown(0)}' begins and ends at node '{Shown(1)}', but must join two nodes.");
            a = -1;
        }
        else if (a >= 0 && b >= 0 && kind >= LinkKind.PressureReducing && !MayConnect(kind, a, b))
        {
            a = -1;
        }
        if (Define(0, links, "Link") < 0) return false;
        linkKinds.Add(kind);
        if (a < 0 || b < 0) return false;
        (from, to) = (nodes[a].Id, nodes[b].Id);
        touched[a] = touched[b] = true;
        Remember(kind, a, b);
        return true;
    }

    private void ReadPipe()
    {
        if (!Connect("pipe", 3, LinkKind.Pipe, out var from, out var to)) return;
        double length = double.NaN, diameter = double.NaN, roughness = double.NaN, loss = double.NaN;
        if (words > 3 && !Positive(3, "The length", out length)) return;
        if (words > 4 && !Positive(4, "The diameter", out diameter)) return;
        if (words > 5 && !Positive(5, "The roughness", out roughness)) return;
        var status = PipeStatus.Unsaid;
        if (words == 7 && Is(6) is var said && said != PipeStatus.Unsaid) status = said;
        else if (words > 6 && !NotNegative(6, "The minor loss coefficient", out loss)) return;
        if (words > 7)
        {
            status = Is(7);
            if (status == PipeStatus.Unsaid)
            {
                Say(7, $"The status is '{Shown(7)}', but OPEN, CLOSED or CV is expected.");
                return;
            }
        }
        Surplus(8, "a pipe");
        if (status == PipeStatus.CheckValve) linkKinds[^1] = LinkKind.CheckValvePipe;
        file.Pipes.Add(new(links[^1].Id, from, to, length, diameter, roughness, loss, status, Comment()));

        PipeStatus Is(int word) =>
            WordStarts(word, "CV"u8) ? PipeStatus.CheckValve
            : WordStarts(word, "CLOSED"u8) ? PipeStatus.Closed
            : WordStarts(word, "OPEN"u8) ? PipeStatus.Open : PipeStatus.Unsaid;
    }

    private void ReadPump()
    {
        if (!Connect("pump", 3, LinkKind.Pump, out var from, out var to)) return;
        var row = new PumpRow(links[^1].Id, from, to, Comment: Comment());
        if (words > 3 && DecimalText.Read(Word(3), out _) == DecimalVerdict.Number)
        {
            if (OldPump(row) is not { } old) return;
            row = old;
        }
        else
        {
            for (var word = 4; word < words; word += 2)
            {
                if (WordStarts(word - 1, "POWER"u8))
                {
                    if (!Positive(word, "The power", out var power)) return;
                    row = row with { Power = power };
                }
                else if (WordStarts(word - 1, "HEAD"u8))
                {
                    row = row with { HeadCurve = Refer(word, curves) };
                }
                else if (WordStarts(word - 1, "PATT"u8))
                {
                    row = row with { SpeedPattern = wordLength[word] > 0 ? Refer(word, patterns) : null };
                }
                else if (WordStarts(word - 1, "SPEE"u8))
                {
                    if (!NotNegative(word, "The speed", out var speed)) return;
                    row = row with { Speed = speed };
                }
                else
                {
                    Say(word - 1, $"'{Shown(word - 1)}' is not a property of a pump; HEAD, POWER, SPEED and PATTERN are.{NearHint(word - 1, "HEAD", "POWER", "SPEED", "PATTERN")}");
                    return;
                }
            }
            if (words > 3 && words % 2 == 0) Warn(words - 1, $"'{Shown(words - 1)}' has no value and is left out.");
        }
        file.Pumps.Add(row);
        pumpLines.Add(line);
    }

    /// <summary>The form of EPANET 1: a power, a design point or three points of the head curve in place of keywords.</summary>
    private PumpRow? OldPump(PumpRow row)
    {
        var numbers = new double[words - 3];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!Number(i + 3, "The pump's curve", out numbers[i])) return null;
        }
        if (numbers.Length is not (1 or 2 or >= 5) || (numbers.Length == 1 && numbers[0] <= 0))
        {
            Say(3, $"A pump has HEAD, POWER, SPEED or PATTERN after its nodes, or in the old form a power, 'head flow' or 'shut-off-head head flow head flow'; {numbers.Length} numbers are none of these.");
            return null;
        }
        Warn(3, "The pump has numbers in place of keywords; they are read as EPANET 2.0 did, but EPANET 2.3 refuses them.");
        return numbers.Length == 1 ? row with { Power = numbers[0] } : row with { OldCurve = numbers };
    }

    private void ReadValve()
    {
        var kind = LinkKind.Throttle;
        if (words > 4)
        {
            var found = Array.FindIndex(ValveKinds, k => WordStarts(4, System.Text.Encoding.ASCII.GetBytes(k.Word)));
            if (found < 0)
            {
                if (Define(0, links, "Link") >= 0) linkKinds.Add(kind);
                Say(4, $"'{Shown(4)}' is not a kind of valve; PRV, PSV, PBV, FCV, TCV, GPV and PCV are.{NearHint(4, [.. ValveKinds.Select(k => k.Word)])}");
                return;
            }
            kind = ValveKinds[found].Kind;
        }
        if (!Connect("valve", 5, kind, out var from, out var to) || !Positive(3, "The diameter", out var diameter)) return;
        double setting = double.NaN, loss = double.NaN;
        string? curve = null;
        if (kind == LinkKind.GeneralPurpose)
        {
            if (words < 6)
            {
                SayForm("A general purpose valve", "id node1 node2 diameter GPV curve [loss]");
                return;
            }
            curve = Refer(5, curves);
        }
        else if (words > 5 && !Number(5, "The setting", out setting))
        {
            return;
        }
        if (words > 6 && !NotNegative(6, "The minor loss coefficient", out loss)) return;
        if (words > 7 && kind == LinkKind.Positional) curve = Refer(7, curves);
        Surplus(kind == LinkKind.Positional ? 8 : 7, "a valve");
        file.Valves.Add(new(links[^1].Id, from, to, diameter, kind, setting, loss, curve, Comment()));
    }

    private void ReadStatus()
    {
        if (words < 2)
        {
            SayForm("A status", "link OPEN|CLOSED|setting' or 'first-link last-link OPEN|CLOSED|setting");
            return;
        }
        InitialStatus? status = WordStarts(words - 1, "OPEN"u8) ? InitialStatus.Open : WordStarts(words - 1, "CLOSED"u8) ? InitialStatus.Closed : null;
        var setting = double.NaN;
        if (status is null && !NotNegative(words - 1, "The status, unless OPEN or CLOSED,", out setting)) return;
        if (words > 2)
        {
            file.Status.Add(new(WordText(0), WordText(1), status, setting, Comment()));
            return;
        }
        var link = Known(0, links, "link");
        if (link < 0) return;
        if (linkKinds[link] == LinkKind.CheckValvePipe || (linkKinds[link] == LinkKind.GeneralPurpose && status is null))
        {
            Say(0, linkKinds[link] == LinkKind.CheckValvePipe
                ? $"Link '{Shown(0)}' is a pipe with a check valve, whose status cannot be set."
                : $"Link '{Shown(0)}' is a general purpose valve, which can be OPEN or CLOSED but has no setting.");
            return;
        }
        file.Status.Add(new(links[link].Id, null, status, setting, Comment()));
    }

    private void ReadLeakage()
    {
        if (words < 3)
        {
            SayForm("A leakage", "pipe area expansion");
            return;
        }
        var link = Known(0, links, "link");
        if (link < 0 || !NotNegative(1, "The leak area", out var area) || !NotNegative(2, "The leak expansion", out var expansion)) return;
        Surplus(3, "a leakage");
        file.Leakage.Add(new(links[link].Id, area, expansion, Comment()));
    }

    private string NearHint(int word, params string[] names) => Numerics.Diagnostics.NearestName.Hint(Shown(word).ToUpperInvariant(), names);
}
