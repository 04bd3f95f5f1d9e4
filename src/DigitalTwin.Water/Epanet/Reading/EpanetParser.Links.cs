using DigitalTwin.Water.Epanet.Rows;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Epanet.Reading;

// [PIPES] [VALVES]
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

    private string NearHint(int word, params string[] names) => Numerics.Diagnostics.NearestName.Hint(Shown(word).ToUpperInvariant(), names);
}
