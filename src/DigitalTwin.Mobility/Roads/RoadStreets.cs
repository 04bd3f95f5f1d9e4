namespace DigitalTwin.Mobility.Roads;

/// <summary>The way back from a network to streets that say everything, so that <see cref="RoadBuilder"/> makes the same network of them to the last bit.</summary>
public static class RoadStreets
{
    /// <summary>Streets of a network: a pair of links <c>X.f</c>, <c>X.b</c> that are each other's reverse is one street, any other link a one-way street.</summary>
    public static StreetPlan Of(RoadNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var (nodes, links) = (network.Nodes, network.Links);
        var streets = new List<Street>();
        for (var link = 0; link < links.Count; link++)
        {
            if (!IsPair(links, link))
            {
                streets.Add(Make(network, link, links.Ids[link]) with { Direction = StreetDirection.Forward });
                continue;
            }
            streets.Add(Make(network, link, links.Ids[link][..^2]) with { Backward = Said(links, link + 1) });
            link++;
        }
        return new(
            [.. Enumerable.Range(0, nodes.Count).Select(n => new StreetNode(nodes.Ids[n], nodes.Longitude[n], nodes.Latitude[n]) { IsThrough = nodes.IsThrough[n] })],
            streets,
            [
                .. network.BannedTurns.Select(turn => new BannedTurn(links.Ids[turn.From], links.Ids[turn.To])),
                .. network.BannedSequences.Select(sequence => new BannedTurn(links.Ids[sequence[0]], links.Ids[sequence[^1]]) { Via = [.. sequence[1..^1].Select(link => links.Ids[link])] }),
            ]);
    }

    private static Street Make(RoadNetwork network, int link, string id)
    {
        var (nodes, links) = (network.Nodes, network.Links);
        var (from, to) = (links.From[link], links.To[link]);
        var nameZh = links.NamesZh?[link] ?? "";
        double[] straight = [nodes.Longitude[from], nodes.Latitude[from], nodes.Longitude[to], nodes.Latitude[to]];
        return new()
        {
            Id = id,
            Class = links.Class[link],
            From = nodes.Ids[from],
            To = nodes.Ids[to],
            Course = links.Course[link] ?? (straight.Any(double.IsNaN) ? [] : straight),
            Length = links.Length[link],
            Forward = Said(links, link),
            Name = links.Names[link] == nameZh ? "" : links.Names[link],
            NameZh = nameZh,
        };
    }

    private static StreetLanes Said(RoadLinks links, int link) =>
        new(links.Lanes[link], links.FreeSpeed[link], links.Capacity[link], links.Storage[link], links.GreenShare[link]);

    private static bool IsPair(RoadLinks links, int f)
    {
        var b = f + 1;
        if (b >= links.Count || !links.Ids[f].EndsWith(".f", StringComparison.Ordinal) || links.Ids[b] != links.Ids[f][..^2] + ".b") return false;
        return links.From[f] == links.To[b] && links.To[f] == links.From[b] && links.Length[f] == links.Length[b] && links.Class[f] == links.Class[b]
            && links.Names[f] == links.Names[b] && links.NamesZh?[f] == links.NamesZh?[b] && IsReverse(links.Course[f], links.Course[b]);
    }

    private static bool IsReverse(double[]? course, double[]? back)
    {
        if (course is null || back is null) return course is null && back is null;
        if (course.Length != back.Length) return false;
        for (var i = 0; i < course.Length; i += 2)
            if (course[i] != back[^(i + 2)] || course[i + 1] != back[^(i + 1)]) return false;
        return true;
    }
}
