using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Osm;

/// <summary>
/// Reads relations <c>type=restriction</c> over a node or over ways: <c>no_*</c> bans the turn, <c>only_*</c> bans every other turn from there, back included. Those that hold at some times are kept as tagged; those for other
/// vehicles are counted and passed over.
/// </summary>
internal sealed class TurnRestrictions(WaySplitter splitter, OsmTally tally, string file, ProblemList problems)
{
    private static readonly string[] Kinds = ["no_left_turn", "no_right_turn", "no_straight_on", "no_u_turn", "no_entry", "no_exit", "only_left_turn", "only_right_turn", "only_straight_on", "only_u_turn"];

    private readonly TurnLinks links = new(splitter);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>Turns that are banned at all times.</summary>
    public List<BannedTurn> Banned { get; } = [];

    /// <summary>What holds at some times, in words, by the way from which it holds.</summary>
    public SortedDictionary<long, string> Timed { get; } = [];

    public void Add(OsmElement relation)
    {
        var kind = OfCars(relation, "");
        // The older way to say when it holds: day_on, hour_on (wiki: Relation:restriction).
        var hours = kind is null ? null : Hours(relation, kind);
        var times = hours ?? OfCars(relation, ":conditional");
        if (kind is null && times is null) tally.Ignore("restrictions of turns for other vehicles");
        else if (relation["except"] is { } except && except.Split(';', StringSplitOptions.TrimEntries).Any(v => v is "motorcar" or "motor_vehicle")) tally.Ignore("restrictions of turns that except cars");
        else if (kind is not null && !Kinds.Contains(kind))
            Warning(relation, kind.EndsWith("_on_red", StringComparison.Ordinal) ? $"has restriction={kind}, which bans no turn outright; it is left out."
                : $"has restriction={kind}, which is no restriction; it is left out.{NearestName.Hint(kind, Kinds)}");
        else
        {
            var (from, via, to) = (Members(relation, "from"), Members(relation, "via"), Members(relation, "to"));
            if (from.Count == 0 || via.Count == 0 || to.Count == 0)
                Warning(relation, $"is a restriction without '{(from.Count == 0 ? "from" : via.Count == 0 ? "via" : "to")}'; it is left out.");
            else if (from.Concat(via.Where(m => m.Kind == OsmKind.Way)).Concat(to).Any(m => m.Kind != OsmKind.Way || !links.Knows(m.Reference))) tally.Ignore("restrictions of turns between ways that are no roads here");
            else
            {
                if (times is not null) Keep(times, from, to);
                if (kind is null || hours is not null) return;
                if (via.Exists(m => m.Kind == OsmKind.Way)) OverWays(relation, kind, from, [.. via.Where(m => m.Kind == OsmKind.Way).Select(m => m.Reference).Distinct()], to);
                else AtNode(relation, kind, from, via[0].Reference, to);
            }
        }
    }

    private void AtNode(OsmElement relation, string kind, List<OsmMember> from, long via, List<OsmMember> to)
    {
        TurnLink[] arriving = [.. from.SelectMany(m => links.Of(m.Reference)).Where(link => link.To == via)], outOf = [.. to.SelectMany(m => links.Of(m.Reference)).Where(link => link.From == via)];
        if (arriving.Length == 0 || outOf.Length == 0)
        {
            NotDriven(relation, from.Concat(to).All(m => links.NodesOf(m.Reference).Contains(via)), $"at node {via}");
            return;
        }
        var meant = Meant(kind, from.Count == arriving.Length && to.Count == outOf.Length, [.. from a in arriving from b in outOf select (a, b)]);
        if (IsOnly(kind))
            foreach (var turns in meant.GroupBy(turn => turn.From))
                foreach (var other in links.Leaving(via).Except(turns.Select(turn => turn.To))) Ban(relation, turns.Key, [], other);
        else
            foreach (var (a, b) in meant) Ban(relation, a, [], b);
    }

    private void OverWays(OsmElement relation, string kind, List<OsmMember> from, long[] via, List<OsmMember> to)
    {
        var made = false;
        foreach (var a in from.SelectMany(m => links.Of(m.Reference)))
            foreach (var b in to.SelectMany(m => links.Of(m.Reference)))
            {
                if (links.Chain(a.To, b.From, via) is not { } chain) continue;
                made = true;
                // Two U-turns on the way between would be as good as the turn that is banned.
                for (var i = 0; i < chain.Count; i++)
                    foreach (var back in links.Leaving(chain[i].To).Where(chain[i].IsBackOf)) Ban(relation, a, chain[..(i + 1)], back);
                if (!IsOnly(kind)) Ban(relation, a, chain, b);
                else
                    foreach (var other in links.Leaving(b.From))
                        if (!to.Exists(m => m.Reference == other.Way)) Ban(relation, a, chain, other);
            }
        if (made) return;
        var nodes = via.SelectMany(links.NodesOf).ToHashSet();
        NotDriven(relation, from.Concat(to).All(m => links.NodesOf(m.Reference).Any(nodes.Contains)), $"over way {string.Join(", ", via)}");
    }

    /// <summary>Of the turns between ways those that are meant: a way that runs on beyond the junction arrives from two sides, and its left turn is a right turn for the other side.</summary>
    private static (TurnLink From, TurnLink To)[] Meant(string kind, bool isClear, (TurnLink From, TurnLink To)[] turns)
    {
        if (isClear) return turns;
        (TurnLink From, TurnLink To)[] fitting = [.. turns.Where(turn => turn.From.TurnInto(turn.To) is var left && kind[(kind.IndexOf('_', StringComparison.Ordinal) + 1)..] switch
        {
            "left_turn" => left is > 15 and < 170,
            "right_turn" => left is < -15 and > -170,
            "straight_on" => Math.Abs(left) < 75,
            "u_turn" => turn.From.Way == turn.To.Way ? turn.From.IsBackOf(turn.To) : Math.Abs(left) > 105,
            _ => true,
        })];
        return fitting.Length > 0 ? fitting : turns;
    }

    private void Ban(OsmElement relation, TurnLink from, List<TurnLink> over, TurnLink to)
    {
        var turn = new BannedTurn(from.Id, to.Id, relation.Line, relation.Column) { Via = [.. over.Select(link => link.Id)] };
        if (seen.Add(string.Join(' ', [turn.From, .. turn.Via, turn.To]))) Banned.Add(turn);
    }

    private void Keep(string times, List<OsmMember> from, List<OsmMember> to)
    {
        foreach (var way in from.Select(m => m.Reference))
        {
            var said = $"to {string.Join(", ", to.Select(m => $"W{m.Reference}"))}: {times}";
            Timed[way] = Timed.TryGetValue(way, out var before) ? $"{before}; {said}" : said;
        }
        tally.Keep("restrictions of turns by time, kept as tagged and not applied");
    }

    private void NotDriven(OsmElement relation, bool doMeet, string where)
    {
        if (doMeet) tally.Ignore("restrictions of turns that one-way streets forbid anyway");
        else Warning(relation, $"restricts a turn {where}, where its ways do not meet; it is left out.");
    }

    private static bool IsOnly(string kind) => kind.StartsWith("only_", StringComparison.Ordinal);

    private static string? OfCars(OsmElement relation, string end) => relation["restriction:motorcar" + end] ?? relation["restriction:motor_vehicle" + end] ?? relation["restriction" + end];

    private static string? Hours(OsmElement relation, string kind)
    {
        if (relation["day_on"] is null && relation["hour_on"] is null) return null;
        return $"{kind} @ ({relation["day_on"]}-{relation["day_off"]} {relation["hour_on"]}-{relation["hour_off"]})".Replace("(- ", "(").Replace(" -)", ")");
    }

    private static List<OsmMember> Members(OsmElement relation, string role) => [.. relation.Members.Where(m => m.Role == role)];

    private void Warning(OsmElement relation, string what) => problems.Warning(file, relation.Line, relation.Column, $"The {relation.Name} {what}");
}
