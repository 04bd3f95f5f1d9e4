using DigitalTwin.Water.Epanet.Rows;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Epanet.Reading;

// [JUNCTIONS] [RESERVOIRS] [TANKS] [DEMANDS] [EMITTERS] [COORDINATES] [VERTICES] [TAGS]
internal sealed partial class EpanetParser
{
    private readonly List<NodeKind> nodeKinds = [];

    private void ReadJunction()
    {
        if (Define(0, nodes, "Node") < 0) return;
        nodeKinds.Add(NodeKind.Junction);
        touched.Add(false);
        double elevation = 0, demand = 0;
        if (words > 1 && !Number(1, "The elevation", out elevation)) return;
        if (words > 2 && !Number(2, "The demand", out demand)) return;
        var pattern = words > 3 && wordLength[3] > 0 ? Refer(3, patterns) : null;
        Surplus(4, "a junction");
        file.Junctions.Add(new(nodes[^1].Id, elevation, demand, pattern, Comment()));
        junctionLines.Add(line);
        junctionEntries.Add(nodes.Count - 1);
    }

    private void ReadTankOrReservoir()
    {
        if (Define(0, nodes, "Node") < 0) return;
        var id = nodes[^1].Id;
        touched.Add(false);
        nodeKinds.Add(words <= 3 ? NodeKind.Reservoir : NodeKind.Tank);
        if (words is 1 or 4 or 5)
        {
            SayForm("A reservoir or tank", "id head [pattern]' or 'id elevation initial-level min-level max-level diameter [min-volume curve overflow]");
            return;
        }
        if (!Number(1, "The elevation", out var elevation)) return;
        if (words <= 3)
        {
            GoOnIn(EpanetSection.Reservoirs);
            file.Reservoirs.Add(new(id, elevation, words == 3 && wordLength[2] > 0 ? Refer(2, patterns) : null, Comment()));
            return;
        }
        if (!NotNegative(2, "The initial level", out var initial) || !NotNegative(3, "The lowest level", out var least)
            || !NotNegative(4, "The highest level", out var most) || !NotNegative(5, "The diameter", out var diameter)) return;
        var volume = 0.0;
        if (words > 6 && !NotNegative(6, "The volume at the lowest level", out volume)) return;
        var curve = words > 7 && wordLength[7] > 0 && Word(7)[0] != '*' ? Refer(7, curves) : null;
        bool? overflow = null;
        if (words > 8)
        {
            if (WordStarts(8, "YES"u8)) overflow = true;
            else if (WordStarts(8, "NO"u8)) overflow = false;
            else
            {
                Say(8, $"Whether the tank may overflow is '{Shown(8)}', but YES or NO is expected.");
                return;
            }
        }
        Surplus(9, "a tank");
        GoOnIn(EpanetSection.Tanks);
        if (diameter == 0) nodeKinds[^1] = NodeKind.Reservoir;
        file.Tanks.Add(new(id, elevation, initial, least, most, diameter, volume, curve, overflow, Comment()));
        tankLines.Add(line);
    }

    private void ReadDemand()
    {
        if (WordStarts(0, "MULT"u8) && nodes.Find(wordStart[0], wordLength[0]) < 0)
        {
            if (!Positive(1, "The demand multiplier", out var multiplier)) return;
            Warn(0, $"'{Shown(0)}' in [DEMANDS] is read as the demand multiplier, as EPANET 2.0 did; EPANET 2.3 refuses it.");
            file.Options.DemandMultiplier = multiplier;
            return;
        }
        if (words < 2)
        {
            SayForm("A demand", "junction demand [pattern]");
            return;
        }
        if (!Number(1, "The demand", out var demand) || Known(0, nodes, "node") is var node && node < 0) return;
        var pattern = words > 2 && wordLength[2] > 0 ? Refer(2, patterns) : null;
        Surplus(3, "a demand");
        file.Demands.Add(new(nodes[node].Id, demand, pattern, Comment()));
    }

    private void ReadEmitter()
    {
        if (words < 2)
        {
            SayForm("An emitter", "junction coefficient");
            return;
        }
        var node = Known(0, nodes, "node");
        if (node < 0 || !NotNegative(1, "The emitter coefficient", out var coefficient)) return;
        Surplus(2, "an emitter");
        file.Emitters.Add(new(nodes[node].Id, coefficient, Comment()));
    }

    /// <summary>Coordinates and vertices: EPANET passes over what it cannot read, so a mistake is no more than a warning.</summary>
    private void ReadPoint(List<PointRow> list, IdTable table, string kind)
    {
        if (words < 3)
        {
            Warn(0, $"A point needs '{kind} x y', but the line has only {words} {(words == 1 ? "entry" : "entries")}; it is left out.");
            return;
        }
        var index = table.Find(wordStart[0], wordLength[0]);
        if (index < 0)
        {
            Warn(0, $"There is no {kind} '{Shown(0)}', so its point is left out.{Hint(0, table)}");
            return;
        }
        double y = 0;
        var wrong = DecimalText.Read(Word(1), out var x) != DecimalVerdict.Number ? 1 : DecimalText.Read(Word(2), out y) != DecimalVerdict.Number ? 2 : 0;
        if (wrong > 0)
        {
            Warn(wrong, $"The coordinate is '{Shown(wrong)}', but a number is expected; the point of '{Shown(0)}' is left out.");
            return;
        }
        KeepComment();
        list.Add(new(table[index].Id, x, y));
    }

    private void ReadTag()
    {
        if (words < 3)
        {
            SayForm("A tag", "NODE id tag' or 'LINK id tag");
            return;
        }
        var onLink = WordStarts(0, "LINK"u8);
        if (!onLink && !WordStarts(0, "NODE"u8))
        {
            Warn(0, $"A tag begins with '{Shown(0)}', but NODE or LINK is expected; it is left out.");
            return;
        }
        var table = onLink ? links : nodes;
        var index = Known(1, table, onLink ? "link" : "node");
        if (index < 0) return;
        Surplus(3, "a tag");
        KeepComment();
        file.Tags.Add(new(onLink, table[index].Id, WordText(2)));
    }

    /// <summary>Keeps a comment behind a line whose row has no place for it as a line of its own.</summary>
    private void KeepComment()
    {
        if (commentStart < lineEnd && Comment() is { } comment) file.CommentLines.Add(new(section!.Value, CountOf(section.Value), comment));
    }
}
