using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Osm;

/// <summary>
/// Reads relations <c>type=restriction</c> over a node: <c>no_*</c> bans the turn, <c>only_*</c> bans every other turn from there, back included. Restrictions over ways, by time, or for other vehicles are counted and passed over.
/// </summary>
internal sealed class TurnRestrictions
{
    private static readonly string[] Kinds = ["no_left_turn", "no_right_turn", "no_straight_on", "no_u_turn", "no_entry", "no_exit", "only_left_turn", "only_right_turn", "only_straight_on", "only_u_turn"];

    private readonly WaySplitter splitter;
    private readonly OsmTally tally;
    private readonly string file;
    private readonly ProblemList problems;
    private readonly Dictionary<long, List<string>> leaving = [];
    private readonly HashSet<(string, string)> seen = [];

    public TurnRestrictions(WaySplitter splitter, OsmTally tally, string file, ProblemList problems)
    {
        (this.splitter, this.tally, this.file, this.problems) = (splitter, tally, file, problems);
        foreach (var piece in splitter.Pieces)
        {
            if (piece.Street.Direction != StreetDirection.Backward) Leaving(piece.From).Add(LinkAsDrawn(piece));
            if (piece.Street.Direction != StreetDirection.Forward) Leaving(piece.To).Add(LinkAgainst(piece));
        }
    }

    public List<BannedTurn> Banned { get; } = [];

    public void Add(OsmElement relation)
    {
        var kind = relation["restriction:motorcar"] ?? relation["restriction:motor_vehicle"] ?? relation["restriction"];
        if (kind is null)
        {
            tally.Ignore(relation["restriction:conditional"] is not null ? "restrictions of turns by time" : "restrictions of turns for other vehicles");
            return;
        }
        if (relation["except"] is { } except && except.Split(';', StringSplitOptions.TrimEntries).Any(v => v is "motorcar" or "motor_vehicle"))
        {
            tally.Ignore("restrictions of turns that except cars");
            return;
        }
        if (!Kinds.Contains(kind))
        {
            if (kind.EndsWith("_on_red", StringComparison.Ordinal)) Warning(relation, $"has restriction={kind}, which bans no turn outright; it is left out.");
            else Warning(relation, $"has restriction={kind}, which is no restriction; it is left out.{NearestName.Hint(kind, Kinds)}");
            return;
        }
        // The older way to say when it holds (wiki: Relation:restriction, deprecated day_on, hour_on).
        if (relation["hour_on"] is not null || relation["day_on"] is not null)
        {
            tally.Ignore("restrictions of turns by time");
            return;
        }
        var (from, via, to) = (Members(relation, "from"), Members(relation, "via"), Members(relation, "to"));
        if (from.Count == 0 || via.Count == 0 || to.Count == 0)
        {
            Warning(relation, $"is a restriction without '{(from.Count == 0 ? "from" : via.Count == 0 ? "via" : "to")}'; it is left out.");
            return;
        }
        if (via.Any(m => m.Kind == OsmKind.Way))
        {
            tally.Ignore("restrictions of turns over a way");
            return;
        }
        Add(relation, kind, from, via[0].Reference, to);
    }

    private void Add(OsmElement relation, string kind, List<OsmMember> from, long via, List<OsmMember> to)
    {
        if (from.Concat(to).Any(m => !splitter.OfWay.ContainsKey(m.Reference)))
        {
            tally.Ignore("restrictions of turns between ways that are no roads here");
            return;
        }
        string[] into = [.. from.SelectMany(m => Arriving(m.Reference, via))], outOf = [.. to.SelectMany(m => LeavingBy(m.Reference, via))];
        if (into.Length == 0 || outOf.Length == 0)
        {
            if (from.Concat(to).All(m => splitter.OfWay[m.Reference].Any(row => splitter.Pieces[row].From == via || splitter.Pieces[row].To == via)))
                tally.Ignore("restrictions of turns that one-way streets forbid anyway");
            else Warning(relation, $"restricts a turn at node {via}, where its ways do not meet; it is left out.");
            return;
        }
        var isOnly = kind.StartsWith("only_", StringComparison.Ordinal);
        // Who may not turn round on a way that runs on beyond the junction may drive on.
        var isRound = kind == "no_u_turn" && from.Exists(f => to.Contains(f with { Role = "to" }));
        foreach (var a in into)
            foreach (var b in isOnly ? leaving[via].Except(outOf, StringComparer.Ordinal) : outOf)
                if ((!isRound || IsBack(a, b)) && seen.Add((a, b))) Banned.Add(new(a, b, relation.Line, relation.Column));
    }

    private static bool IsBack(string a, string b) => a != b && a.Length == b.Length && a.AsSpan(0, a.Length - 2).SequenceEqual(b.AsSpan(0, b.Length - 2)) && a[^2] == '.';

    private IEnumerable<string> Arriving(long way, long node)
    {
        foreach (var piece in splitter.OfWay[way].Select(row => splitter.Pieces[row]))
        {
            if (piece.To == node && piece.Street.Direction != StreetDirection.Backward) yield return LinkAsDrawn(piece);
            if (piece.From == node && piece.Street.Direction != StreetDirection.Forward) yield return LinkAgainst(piece);
        }
    }

    private IEnumerable<string> LeavingBy(long way, long node)
    {
        foreach (var piece in splitter.OfWay[way].Select(row => splitter.Pieces[row]))
        {
            if (piece.From == node && piece.Street.Direction != StreetDirection.Backward) yield return LinkAsDrawn(piece);
            if (piece.To == node && piece.Street.Direction != StreetDirection.Forward) yield return LinkAgainst(piece);
        }
    }

    private List<string> Leaving(long node)
    {
        if (!leaving.TryGetValue(node, out var links)) leaving[node] = links = [];
        return links;
    }

    private static List<OsmMember> Members(OsmElement relation, string role) => [.. relation.Members.Where(m => m.Role == role)];

    private static string LinkAsDrawn(WayPiece piece) => piece.Street.Direction == StreetDirection.Both ? piece.Street.Id + ".f" : piece.Street.Id;

    private static string LinkAgainst(WayPiece piece) => piece.Street.Direction == StreetDirection.Both ? piece.Street.Id + ".b" : piece.Street.Id;

    private void Warning(OsmElement relation, string what) => problems.Warning(file, relation.Line, relation.Column, $"The {relation.Name} {what}");
}
