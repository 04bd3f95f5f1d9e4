using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Roads;

/// <summary>
/// Turns banned turns between streets into pairs of links, and those over other streets into sequences of links; those of streets that are missing (refused or left out) go with them.
/// </summary>
internal sealed class TurnResolver(StreetPlan plan, IReadOnlySet<string> missing, LinkColumns columns, RoadLinks links, string file, ProblemList problems)
{
    private readonly Dictionary<string, int> rows = Rows(links);

    public List<(int From, int To)> Pairs { get; } = [];

    public List<int[]> Sequences { get; } = [];

    public void Resolve()
    {
        foreach (var turn in plan.Banned)
        {
            string[] ids = [turn.From, .. turn.Via, turn.To];
            var parts = new int[ids.Length][];
            var areLinks = true;
            for (var i = 0; i < ids.Length; i++) areLinks &= Links(turn, ids[i], out parts[i]);
            if (!areLinks) continue;
            var made = Joined(parts);
            if (made.Count == 0)
                problems.Error(file, turn.Line, turn.Column, turn.Via.Count == 0
                    ? $"The banned turn from '{turn.From}' to '{turn.To}' is none: the one does not end where the other begins."
                    : $"The banned turn from '{turn.From}' over {string.Join(", ", turn.Via.Select(v => $"'{v}'"))} to '{turn.To}' is none: they do not follow each other.");
            foreach (var sequence in made)
            {
                if (sequence.Length == 2) Pairs.Add((sequence[0], sequence[1]));
                else Sequences.Add(sequence);
            }
        }
    }

    /// <summary>Every way to take a link of each part, one after the other.</summary>
    private List<int[]> Joined(int[][] parts)
    {
        List<int[]> made = [.. parts[0].Select(link => (int[])[link])];
        for (var i = 1; i < parts.Length; i++)
            made = [.. from way in made from next in parts[i] where next != way[^1] && links.To[way[^1]] == links.From[next] select (int[])[.. way, next]];
        return made;
    }

    private bool Links(BannedTurn turn, string id, out int[] found)
    {
        found = rows.TryGetValue(id, out var row) ? [row] : columns.Of(id);
        if (found.Length > 0) return true;
        // A street that was refused or left out has had its sentence.
        if (missing.Contains(id) || (id is [.., '.', 'f' or 'b'] && missing.Contains(id[..^2]))) return false;
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
