namespace DigitalTwin.Water.Network;

/// <summary>
/// A part of a network that no water, no control and no rule joins to the rest: a network of its own, and where its nodes and links stand in the whole.
/// Each part is solved by itself, so a city of many networks advances in parallel and its results do not depend on how the parts are dealt out.
/// </summary>
/// <param name="Network">The part.</param>
/// <param name="Nodes">Index in the whole network of each node of the part, ascending.</param>
/// <param name="Links">Index in the whole network of each link of the part, ascending.</param>
public sealed record NetworkPart(WaterNetwork Network, int[] Nodes, int[] Links)
{
    /// <summary>The parts of a network in the order of their first nodes. A network whose rules look at the whole system is one part.</summary>
    public static IReadOnlyList<NetworkPart> Split(WaterNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var root = Roots(network);
        var whole = network.Rules.Any(r => r.Premises.Any(p => p.Subject == PremiseObject.System && p.Variable is PremiseVariable.Demand));
        var parts = Enumerable.Range(0, network.Nodes.Count).GroupBy(n => root[n]).ToArray();
        if (whole || parts.Length <= 1)
            return [new(network, [.. Enumerable.Range(0, network.Nodes.Count)], [.. Enumerable.Range(0, network.Links.Count)])];

        var linksOf = Enumerable.Range(0, network.Links.Count).ToLookup(l => root[network.Links.From[l]]);
        return [.. parts.Select(nodes => Part(network, [.. nodes], [.. linksOf[nodes.Key]]))];
    }

    /// <summary>For every node the lowest node that it is joined to (union-find with path halving).</summary>
    private static int[] Roots(WaterNetwork network)
    {
        var parent = Enumerable.Range(0, network.Nodes.Count).ToArray();
        var (from, to) = (network.Links.From, network.Links.To);
        for (var l = 0; l < from.Length; l++) Join(from[l], to[l]);
        foreach (var control in network.Controls)
            if (control.Node >= 0) Join(control.Node, from[control.Link]);
        foreach (var rule in network.Rules)
        {
            int[] touched =
            [
                .. rule.Premises.Where(p => p.Subject == PremiseObject.Node).Select(p => p.Index),
                .. rule.Premises.Where(p => p.Subject == PremiseObject.Link).Select(p => from[p.Index]),
                .. rule.Then.Concat(rule.Else).Select(a => from[a.Link]),
            ];
            foreach (var node in touched) Join(touched[0], node);
        }
        return [.. Enumerable.Range(0, parent.Length).Select(Find)];

        void Join(int a, int b)
        {
            (a, b) = (Find(a), Find(b));
            parent[Math.Max(a, b)] = Math.Min(a, b);
        }

        int Find(int node)
        {
            while (parent[node] != node) node = parent[node] = parent[parent[node]];
            return node;
        }
    }

    private static NetworkPart Part(WaterNetwork whole, int[] nodes, int[] links)
    {
        var node = Inverse(nodes, whole.Nodes.Count);
        var link = Inverse(links, whole.Links.Count);
        return new(
            new WaterNetwork
            {
                Name = whole.Name,
                Nodes = Select(whole.Nodes, nodes),
                Links = Select(whole.Links, links, node),
                Tanks = [.. whole.Tanks.Where(t => node[t.Node] >= 0).Select(t => t with { Node = node[t.Node] })],
                Pumps = [.. whole.Pumps.Where(p => link[p.Link] >= 0).Select(p => p with { Link = link[p.Link] })],
                Valves = [.. whole.Valves.Where(v => link[v.Link] >= 0).Select(v => v with { Link = link[v.Link] })],
                Patterns = whole.Patterns,
                Curves = whole.Curves,
                Controls = [.. whole.Controls.Where(c => link[c.Link] >= 0).Select(c => c with { Link = link[c.Link], Node = c.Node < 0 ? -1 : node[c.Node] })],
                Rules = [.. whole.Rules.Where(Concerned).Select(Renumber)],
                Options = whole.Options,
                Times = whole.Times,
                Energy = whole.Energy,
            },
            nodes, links);

        bool Concerned(Rule rule) => rule.Then.Concat(rule.Else).Any(a => link[a.Link] >= 0);

        Rule Renumber(Rule rule) => rule with
        {
            Premises = [.. rule.Premises.Select(p => p with { Index = p.Subject switch { PremiseObject.Node => node[p.Index], PremiseObject.Link => link[p.Index], _ => -1 } })],
            Then = [.. rule.Then.Select(a => a with { Link = link[a.Link] })],
            Else = [.. rule.Else.Select(a => a with { Link = link[a.Link] })],
        };
    }

    private static NodeTable Select(NodeTable whole, int[] nodes)
    {
        var start = new int[nodes.Length + 1];
        var categories = new List<int>();
        for (var i = 0; i < nodes.Length; i++)
        {
            for (var c = whole.DemandStart[nodes[i]]; c < whole.DemandStart[nodes[i] + 1]; c++) categories.Add(c);
            start[i + 1] = categories.Count;
        }
        return new NodeTable
        {
            Ids = Pick(whole.Ids, nodes),
            Kinds = Pick(whole.Kinds, nodes),
            Elevation = Pick(whole.Elevation, nodes),
            EmitterCoefficient = Pick(whole.EmitterCoefficient, nodes),
            DemandStart = start,
            DemandBase = Pick(whole.DemandBase, [.. categories]),
            DemandPattern = Pick(whole.DemandPattern, [.. categories]),
            X = Pick(whole.X, nodes),
            Y = Pick(whole.Y, nodes),
            JunctionCount = nodes.Count(n => n < whole.JunctionCount),
        };
    }

    private static LinkTable Select(LinkTable whole, int[] links, int[] node) => new()
    {
        Ids = Pick(whole.Ids, links),
        Kinds = Pick(whole.Kinds, links),
        From = Array.ConvertAll(links, l => node[whole.From[l]]),
        To = Array.ConvertAll(links, l => node[whole.To[l]]),
        Length = Pick(whole.Length, links),
        Diameter = Pick(whole.Diameter, links),
        Roughness = Pick(whole.Roughness, links),
        MinorLoss = Pick(whole.MinorLoss, links),
        Status = Pick(whole.Status, links),
        Setting = Pick(whole.Setting, links),
        LeakArea = Pick(whole.LeakArea, links),
        LeakExpansion = Pick(whole.LeakExpansion, links),
        Vertices = Pick(whole.Vertices, links),
    };

    private static T[] Pick<T>(T[] values, int[] indices) => Array.ConvertAll(indices, i => values[i]);

    private static int[] Inverse(int[] indices, int count)
    {
        var inverse = new int[count];
        Array.Fill(inverse, -1);
        for (var i = 0; i < indices.Length; i++) inverse[indices[i]] = i;
        return inverse;
    }
}
