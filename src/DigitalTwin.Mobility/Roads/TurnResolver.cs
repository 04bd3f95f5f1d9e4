using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Roads;

/// <summary>Turns banned turns between streets into pairs of links.</summary>
internal sealed class TurnResolver(StreetPlan plan, LinkColumns columns, RoadLinks links, string file, ProblemList problems)
{
    private readonly Dictionary<string, int> rows = Rows(links);
    private readonly Lazy<HashSet<string>> drawn = new(() => [.. plan.Streets.Select(s => s.Id), .. plan.Streets.SelectMany(LinkColumns.IdsOf)]);

    public List<(int From, int To)> Resolve()
    {
        var pairs = new List<(int, int)>();
        foreach (var turn in plan.Banned)
        {
            if (!Links(turn, turn.From, out var from) | !Links(turn, turn.To, out var to)) continue;
            var before = pairs.Count;
            foreach (var a in from)
                foreach (var b in to)
                    if (a != b && links.To[a] == links.From[b]) pairs.Add((a, b));
            if (pairs.Count == before)
                problems.Error(file, turn.Line, turn.Column, $"The banned turn from '{turn.From}' to '{turn.To}' is none: the one does not end where the other begins.");
        }
        return pairs;
    }

    private bool Links(BannedTurn turn, string id, out int[] found)
    {
        found = rows.TryGetValue(id, out var row) ? [row] : columns.Of(id);
        if (found.Length > 0) return true;
        // A street that was refused or left out has had its sentence.
        if (drawn.Value.Contains(id)) return false;
        problems.Error(file, turn.Line, turn.Column, $"A banned turn names '{id}', which is no street or link of the file.{NearestName.Hint(id, columns.Streets.Concat(links.Ids))}");
        return false;
    }

    private static Dictionary<string, int> Rows(RoadLinks links)
    {
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < links.Count; i++) rows.TryAdd(links.Ids[i], i);
        return rows;
    }
}
