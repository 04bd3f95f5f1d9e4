using DigitalTwin.Water.Epanet.Rows;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Epanet.Reading;

// [QUALITY] [SOURCES] [REACTIONS] [MIXING]: kept for quality to come, checked as EPANET checks.
internal sealed partial class EpanetParser
{
    private void ReadQuality()
    {
        if (words < 2)
        {
            Warn(0, "An initial quality needs 'node value' or 'first-node last-node value'; the line is left out, as EPANET does.");
            return;
        }
        var range = words > 2;
        var node = range ? 0 : Known(0, nodes, "node");
        if (node < 0 || !NotNegative(range ? 2 : 1, "The quality", out var value)) return;
        Surplus(3, "an initial quality");
        file.Quality.Add(new(WordText(0), range ? WordText(1) : null, value, Comment()));
    }

    private void ReadSource()
    {
        if (words < 2)
        {
            SayForm("A source", "node CONCEN|MASS|SETPOINT|FLOWPACED strength [pattern]");
            return;
        }
        var node = Known(0, nodes, "node");
        if (node < 0) return;
        SourceKind? kind =
            WordStarts(1, "CONCEN"u8) ? SourceKind.Concentration
            : WordStarts(1, "MASS"u8) ? SourceKind.Mass
            : WordStarts(1, "SETPOINT"u8) ? SourceKind.SetPoint
            : WordStarts(1, "FLOWPACED"u8) ? SourceKind.FlowPaced : null;
        var at = kind is null ? 1 : 2;
        if (!Number(at, kind is null ? "The source's kind or strength" : "The source's strength", out var strength)) return;
        var pattern = words > at + 1 && wordLength[at + 1] > 0 && !Keyword.Is(Word(at + 1), "*"u8) ? Refer(at + 1, patterns) : null;
        Surplus(at + 2, "a source");
        file.Sources.Add(new(nodes[node].Id, kind ?? SourceKind.Concentration, strength, pattern, Comment()));
    }

    private void ReadReaction()
    {
        if (words < 3)
        {
            Warn(0, $"'{Shown(0)}' has too few entries for a reaction; the line is left out, as EPANET does.");
            return;
        }
        if (ReactionOf() is not { } item) return;
        if (!Number(words - 1, "The coefficient", out var value)) return;
        if (item == ReactionItem.WallOrder && value != 0 && value != 1)
        {
            Say(words - 1, $"The order of wall reactions is {Shown(words - 1)}, but must be 0 or 1.");
            return;
        }
        if (item is not (ReactionItem.Bulk or ReactionItem.Wall or ReactionItem.Tank))
        {
            file.Reactions.Add(new(item, null, null, value, Comment()));
            return;
        }
        var table = item == ReactionItem.Tank ? nodes : links;
        if (words == 3 && table.Find(wordStart[1], wordLength[1]) < 0)
            Warn(1, $"There is no {(item == ReactionItem.Tank ? "tank" : "link")} '{Shown(1)}', so its coefficient has no effect.{Hint(1, table)}");
        file.Reactions.Add(new(item, WordText(1), words > 3 ? WordText(2) : null, value, Comment()));
    }

    private ReactionItem? ReactionOf()
    {
        ReactionItem? item = null;
        if (WordStarts(0, "ORDER"u8))
        {
            item = WordStarts(1, "BULK"u8) ? ReactionItem.BulkOrder : WordStarts(1, "TANK"u8) ? ReactionItem.TankOrder : WordStarts(1, "WALL"u8) ? ReactionItem.WallOrder : null;
            if (item is null) Say(1, $"'{Shown(1)}' has no reaction order; BULK, WALL and TANK have.");
        }
        else if (WordStarts(0, "GLOB"u8))
        {
            item = WordStarts(1, "BULK"u8) ? ReactionItem.GlobalBulk : WordStarts(1, "WALL"u8) ? ReactionItem.GlobalWall : null;
            if (item is null) Say(1, $"'{Shown(1)}' has no global coefficient; BULK and WALL have.");
        }
        else
        {
            item = WordStarts(0, "ROUG"u8) ? ReactionItem.RoughnessCorrelation
                : WordStarts(0, "LIMIT"u8) ? ReactionItem.LimitingPotential
                : WordStarts(0, "BULK"u8) ? ReactionItem.Bulk
                : WordStarts(0, "WALL"u8) ? ReactionItem.Wall
                : WordStarts(0, "TANK"u8) ? ReactionItem.Tank : null;
            if (item is null) Say(0, $"'{Shown(0)}' is not a reaction; ORDER, GLOBAL, BULK, WALL, TANK, LIMITING and ROUGHNESS are.{NearHint(0, "ORDER", "GLOBAL", "BULK", "WALL", "TANK", "LIMITING", "ROUGHNESS")}");
        }
        return item;
    }

    private void ReadMixing()
    {
        if (words < 2)
        {
            Warn(0, $"'{Shown(0)}' has no mixing model; the line is left out, as EPANET does.");
            return;
        }
        var node = Known(0, nodes, "node");
        if (node < 0) return;
        MixingModel? model =
            WordStarts(1, "MIXED"u8) ? MixingModel.Mixed
            : WordStarts(1, "2COMP"u8) ? MixingModel.TwoCompartments
            : WordStarts(1, "FIFO"u8) ? MixingModel.FirstInFirstOut
            : WordStarts(1, "LIFO"u8) ? MixingModel.LastInFirstOut : null;
        if (model is null && nodeKinds[node] != NodeKind.Junction)
        {
            Say(1, $"The mixing model is '{Shown(1)}', but MIXED, 2COMP, FIFO or LIFO is expected.{NearHint(1, "MIXED", "2COMP", "FIFO", "LIFO")}");
            return;
        }
        var fraction = double.NaN;
        if (words > 2 && model == MixingModel.TwoCompartments && !Number(2, "The share of the first compartment", out fraction)) return;
        file.Mixing.Add(new(nodes[node].Id, model ?? MixingModel.Mixed, fraction, Comment()));
    }
}
