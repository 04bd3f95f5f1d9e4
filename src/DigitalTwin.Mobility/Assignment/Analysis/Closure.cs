namespace DigitalTwin.Mobility.Assignment.Analysis;

/// <summary>Links that are closed together.</summary>
/// <param name="Links">Rows of the links.</param>
public sealed record Closure(IReadOnlyList<int> Links)
{
    /// <summary>Names of its links: <c>6-8 8-6</c>.</summary>
    public string Name(AssignmentNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return string.Join(' ', Links.Select(link => network.LinkIds[link]));
    }

    /// <summary>A closure for each of some links, in the order of their rows.</summary>
    /// <param name="network">Network.</param>
    /// <param name="links">Rows of links; what is named twice counts once.</param>
    /// <param name="bothWays">Whether a link is closed with the one in the other direction, and both once.</param>
    public static IReadOnlyList<Closure> Each(AssignmentNetwork network, IEnumerable<int> links, bool bothWays)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(links);
        var (closures, done) = (new List<Closure>(), new HashSet<int>());
        foreach (var link in links.Order())
        {
            var back = bothWays ? OtherDirection(network, link) : -1;
            if (!done.Add(link) || (back >= 0 && !done.Add(back))) continue;
            closures.Add(new(back < 0 ? [link] : [Math.Min(link, back), Math.Max(link, back)]));
        }
        return closures;
    }

    /// <summary>Links of roads: those that touch no node in which paths only begin and end, as zones' connectors do.</summary>
    public static IEnumerable<int> Roads(AssignmentNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return Enumerable.Range(0, network.LinkCount).Where(link => network.IsThrough[network.From[link]] && network.IsThrough[network.To[link]]);
    }

    /// <summary>The link that leads back, -1 where there is none; of parallel links the second leads back to the second.</summary>
    private static int OtherDirection(AssignmentNetwork network, int link)
    {
        var id = network.LinkIds[link];
        var number = id.LastIndexOf('#') is var at and > 0 ? id[at..] : "";
        return network.FindLink($"{network.NodeIds[network.To[link]]}-{network.NodeIds[network.From[link]]}{number}");
    }
}
