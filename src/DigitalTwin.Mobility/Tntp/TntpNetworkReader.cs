using System.Globalization;
using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Mobility.Tntp;

/// <summary>Reads <c>_net.tntp</c>.</summary>
internal sealed class TntpNetworkReader(TntpLines lines)
{
    // No road has a power near it (Barcelona's largest is 16.8), and a flow of a thousand capacities to a larger one is no number any more.
    private const double MostPower = 100;

    private readonly List<Field> fields = [];
    private readonly List<(int Init, int Term)> ends = [];
    private readonly EndlessTimes endless = new(lines);
    private readonly List<double>[] numbers = [.. Enumerable.Range(0, 10).Select(_ => new List<double>())];

    public TntpNetwork? Read()
    {
        if (lines.Metadata() is not { } metadata)
        {
            lines.Problems.Error(lines.File, 0, 0, "The file has no links.");
            return null;
        }
        if (metadata.TryGetValue("TOTAL OD FLOW", out var total) && !metadata.ContainsKey("NUMBER OF NODES"))
        {
            lines.Problems.Error(lines.File, total.Line, 0, "The file is a trip table; a network is expected.");
            return null;
        }
        var zones = TntpNumbers.Needed(lines, metadata, "NUMBER OF ZONES");
        var nodes = TntpNumbers.Needed(lines, metadata, "NUMBER OF NODES");
        var links = TntpNumbers.Count(lines, metadata, "NUMBER OF LINKS");
        var first = TntpNumbers.Count(lines, metadata, "FIRST THRU NODE");
        if (!metadata.ContainsKey("FIRST THRU NODE")) lines.Problems.Note(lines.File, 0, 0, "<FIRST THRU NODE> is missing: traffic may pass through every node.");
        if (zones > nodes && nodes > 0) lines.Problems.Error(lines.File, metadata["NUMBER OF ZONES"].Line, 0, $"The file says {Plural.Of(zones, "zone")} and {Plural.Of(nodes, "node")}; every zone is a node.");
        if (first > nodes + 1 && nodes > 0) lines.Problems.Error(lines.File, metadata["FIRST THRU NODE"].Line, 0, $"<FIRST THRU NODE> is {first}, but there {Plural.For(nodes, "is", "are")} {Plural.Of(nodes, "node")}: nobody could drive through any of them.");
        ReadLinks(Columns());
        if (links is { } said && said > ends.Count + endless.LeftOut && !lines.Problems.HasErrors)
            lines.Problems.Error(lines.File, metadata["NUMBER OF LINKS"].Line, 0, $"<NUMBER OF LINKS> says {said}, but {ends.Count + endless.LeftOut} follow.");
        else if (links < ends.Count + endless.LeftOut)
            lines.Problems.Warning(lines.File, metadata["NUMBER OF LINKS"].Line, 0, $"<NUMBER OF LINKS> says {links}, but {ends.Count + endless.LeftOut} follow; all are used.");
        if (lines.Problems.HasErrors) return null;

        var ids = NodeNumbers(zones, nodes, metadata);
        if (lines.Problems.HasErrors) return null;
        var row = ids.Select((id, i) => (id, i)).ToDictionary(p => p.id, p => p.i);
        var network = new AssignmentNetwork
        {
            NodeIds = [.. ids.Select(id => id.ToString(CultureInfo.InvariantCulture))],
            ZoneCount = zones,
            IsThrough = [.. ids.Select(id => id >= (first ?? 1))],
            From = [.. ends.Select(e => row[e.Init])],
            To = [.. ends.Select(e => row[e.Term])],
            Capacity = [.. numbers[(int)TntpColumn.Capacity]],
            FreeTime = [.. numbers[(int)TntpColumn.FreeTime]],
            B = [.. numbers[(int)TntpColumn.B]],
            Power = [.. numbers[(int)TntpColumn.Power]],
            Length = [.. numbers[(int)TntpColumn.Length]],
            Toll = [.. numbers[(int)TntpColumn.Toll]],
            Type = [.. numbers[(int)TntpColumn.Type].Select(t => (int)t)],
        };
        return new(network, TntpNumbers.Amount(lines, metadata, "TOLL FACTOR"), TntpNumbers.Amount(lines, metadata, "DISTANCE FACTOR"), [.. numbers[(int)TntpColumn.Speed]],
            metadata.TryGetValue("ORIGINAL HEADER", out var header) ? header.Value.TrimStart('~').Trim() : "");
    }

    private TntpColumns Columns()
    {
        var header = lines.Comment.TrimEnd(';', ' ', '\t');
        if (TntpColumns.Of(header) is { } named)
        {
            var unread = named.Unread.ToArray();
            if (unread.Length > 0) lines.Problems.Note(lines.File, 0, 0, $"The columns {string.Join(", ", unread)} of the links are not used.");
            return named;
        }
        lines.Split(fields);
        if (TntpColumns.Missing(header, fields.Count) is var (column, hint))
            lines.Problems.Error(lines.File, lines.CommentLine, 0, $"The comment above the links names their columns in another order than the usual one, and none is the {column}.{hint}");
        else if (lines.Comment.Length > 0) lines.Problems.Note(lines.File, lines.Line, 0, "The comment above the links does not name their columns; the usual order is taken.");
        return TntpColumns.Usual();
    }

    private void ReadLinks(TntpColumns columns)
    {
        var (needed, parallel) = (Enumerable.Range(0, (int)TntpColumn.Speed).Max(c => columns[(TntpColumn)c]) + 1, new HashSet<(int, int)>());
        var twice = 0;
        do
        {
            lines.Split(fields);
            if (fields.Count == 0) continue;
            if (fields.Count < needed)
            {
                lines.Problems.Error(lines.File, lines.Line, lines.Column, $"The link has {Plural.Of(fields.Count, "field")}; at least {needed} are expected: {TntpColumns.Needed}.");
                continue;
            }
            var isEndless = EndlessTimes.Has(fields, columns);
            if (isEndless && endless.Count(fields, columns)) continue;
            var (init, term) = (TntpNumbers.Number(lines, fields[columns[TntpColumn.Init]], "node"), TntpNumbers.Number(lines, fields[columns[TntpColumn.Term]], "node"));
            if (init == term && init > 0) lines.Problems.Warning(lines.File, lines.Line, lines.Column, $"The link leads from node {init} to itself; nobody will use it.");
            if (!parallel.Add((init, term))) twice++;
            for (var c = TntpColumn.Capacity; c <= TntpColumn.Type; c++)
            {
                var at = columns[c];
                var absent = at < 0 || at >= fields.Count;
                // A toll may be a subsidy; what is not needed may be anything.
                numbers[(int)c].Add(absent || (isEndless && c == TntpColumn.FreeTime) ? 0 : TntpNumbers.Real(lines, fields[at], TntpColumns.NameOf(c), c >= TntpColumn.Speed ? double.NegativeInfinity : 0));
            }
            var (capacity, time, b) = (numbers[(int)TntpColumn.Capacity][^1], numbers[(int)TntpColumn.FreeTime][^1], numbers[(int)TntpColumn.B][^1]);
            if (capacity == 0 && time * b > 0)
                lines.Problems.Error(lines.File, lines.Line, fields[columns[TntpColumn.Capacity]].Column, $"The link {init}-{term} has no capacity, but a time that grows with its flow; a capacity above 0 is expected.");
            if (numbers[(int)TntpColumn.Power][^1] > MostPower)
                lines.Problems.Error(lines.File, lines.Line, fields[columns[TntpColumn.Power]].Column, $"The link {init}-{term} has the power {fields[columns[TntpColumn.Power]].Text}; at most {MostPower} is accepted.");
            ends.Add((init, term));
        }
        while (lines.Next());
        endless.Tell();
        InvertedTimes.Tell(lines, ends, numbers);
        if (twice > 0) lines.Problems.Note(lines.File, 0, 0, $"{Plural.Of(twice, "link")} {Plural.For(twice, "runs", "run")} parallel to another from the same node to the same node; all are kept, the second of 6-8 as 6-8#2.");
    }

    /// <summary>Numbers of the nodes in the order of rows: 1, 2, 3 … where the file counts so, else those that occur, ascending.</summary>
    private int[] NodeNumbers(int zones, int nodes, Dictionary<string, (string Value, int Line)> metadata)
    {
        var most = ends.Count == 0 ? nodes : ends.Max(e => Math.Max(e.Init, e.Term));
        if (most <= nodes) return [.. Enumerable.Range(1, nodes)];
        var line = metadata["NUMBER OF NODES"].Line;
        if (most <= 2 * nodes)
        {
            lines.Problems.Warning(lines.File, line, 0, $"<NUMBER OF NODES> says {nodes}, but links name nodes up to {most}; all are used.");
            return [.. Enumerable.Range(1, most)];
        }
        var ids = ends.SelectMany(e => new[] { e.Init, e.Term }).Distinct().Order().ToArray();
        if (ids.Length > nodes)
        {
            lines.Problems.Error(lines.File, line, 0, $"<NUMBER OF NODES> says {nodes}, but links name {ids.Length}, up to {most}.");
            return ids;
        }
        lines.Problems.Warning(lines.File, line, 0, $"Links name nodes up to {most} although there are {nodes}: numbers are taken for names, the {zones} lowest for zones.");
        if (ids.Length < zones) lines.Problems.Error(lines.File, metadata["NUMBER OF ZONES"].Line, 0, $"The file says {Plural.Of(zones, "zone")}, but links name only {Plural.Of(ids.Length, "node")}.");
        return ids;
    }
}
