using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Epanet.Reading;

// Which valves may stand next to each other and next to tanks.
internal sealed partial class EpanetParser
{
    private readonly record struct ControlValve(LinkKind Kind, int From, int To, int Link);

    private readonly Dictionary<int, List<ControlValve>> valvesAt = [];

    /// <summary>
    /// Valves that hold a pressure or flow need junctions at both ends, and two whose controlled sides meet would contradict each other.
    /// EPANET 2.3.5 overlooks a valve that stands directly before the one it checks; so do we, with a warning.
    /// </summary>
    private bool MayConnect(LinkKind kind, int from, int to)
    {
        if (!Regulates(kind)) return true;
        var fixedEnd = nodeKinds[from] != NodeKind.Junction ? 1 : nodeKinds[to] != NodeKind.Junction ? 2 : 0;
        if (fixedEnd > 0)
        {
            Say(fixedEnd, $"Valve '{Shown(0)}' touches '{Shown(fixedEnd)}', but a PRV, PSV or FCV must not touch a reservoir or tank; put a pipe between them.");
            return false;
        }
        var self = new ControlValve(kind, from, to, links.Count);
        foreach (var node in (ReadOnlySpan<int>)[from, to])
        {
            if (!valvesAt.TryGetValue(node, out var others)) continue;
            foreach (var other in others)
            {
                if (!Contradict(self, other)) continue;
                var sentence = $"Valve '{Shown(0)}' and valve '{links[other.Link].Id}' control the same point at node '{nodes[node].Id}'; put a pipe between them.";
                if (other.Link == links.Count - 1)
                {
                    Warn(0, sentence);
                    continue;
                }
                Say(0, sentence);
                return false;
            }
        }
        return true;
    }

    /// <summary>Remembers the valve that has just been defined for those that follow.</summary>
    private void Remember(LinkKind kind, int from, int to)
    {
        if (!Regulates(kind)) return;
        foreach (var node in (ReadOnlySpan<int>)[from, to])
        {
            if (!valvesAt.TryGetValue(node, out var list)) valvesAt[node] = list = [];
            list.Add(new(kind, from, to, links.Count - 1));
        }
    }

    private static bool Regulates(LinkKind kind) => kind is LinkKind.PressureReducing or LinkKind.PressureSustaining or LinkKind.FlowControl;

    private static bool Contradict(ControlValve a, ControlValve b) => (a.Kind, b.Kind) switch
    {
        (LinkKind.PressureReducing, LinkKind.PressureReducing) => b.To == a.To || b.To == a.From || b.From == a.To,
        (LinkKind.PressureSustaining, LinkKind.PressureSustaining) => b.From == a.From || b.From == a.To || b.To == a.From,
        (LinkKind.PressureReducing, LinkKind.PressureSustaining or LinkKind.FlowControl) => b.From == a.To,
        (LinkKind.PressureSustaining, LinkKind.PressureReducing or LinkKind.FlowControl) => b.To == a.From,
        (LinkKind.FlowControl, LinkKind.PressureSustaining) => b.From == a.To,
        (LinkKind.FlowControl, LinkKind.PressureReducing) => b.To == a.From,
        _ => false,
    };
}
