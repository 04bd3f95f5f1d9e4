using System.Numerics;
using DigitalTwin.Numerics.Sparse;
using DigitalTwin.Water.Controls;
using DigitalTwin.Water.Network;
using DigitalTwin.Water.Tanks;

namespace DigitalTwin.Water.Hydraulics;

/// <summary>
/// A network laid out for the solver: rows for nodes, places for links, and the coefficients that never change. Made once per network, immutable and
/// shared by all models of it.
/// </summary>
/// <remarks>
/// Rows: junctions in elimination order, then tanks and reservoirs, then one scrap row. Places: pipes in the order of their matrix entries, padding up
/// to whole vectors, pumps, passive valves, then the valves that regulate.
/// </remarks>
internal sealed partial class NetworkPlan
{
    public WaterNetwork Network { get; }

    public FactorPlan Factor { get; }

    public int JunctionCount { get; }

    public int RowCount { get; }

    /// <summary>Row of each node.</summary>
    public int[] RowOfNode { get; }

    /// <summary>Place of each link.</summary>
    public int[] PlaceOfLink { get; }

    /// <summary>Link at each place, -1 for padding.</summary>
    public int[] LinkAtPlace { get; }

    public int PlaceCount => LinkAtPlace.Length;

    /// <summary>Pipes occupy places 0 .. PipeCount-1, padding up to PaddedPipeCount.</summary>
    public int PipeCount { get; }

    public int PaddedPipeCount { get; }

    public int[] Row1 { get; }

    public int[] Row2 { get; }

    /// <summary>Matrix entry of each place; the scrap entry when an end is not an unknown.</summary>
    public int[] Entry { get; }

    public FixedEnd[] FixedEnds { get; }

    /// <summary>Links that touch a tank or reservoir, in link order.</summary>
    public LinkPlace[] TankLinks { get; }

    /// <summary>Links whose status hydraulics may change, in link order: check valves, pumps, flow control valves, links of tanks.</summary>
    public LinkPlace[] WatchedLinks { get; }

    public LinkPlace[] Pumps { get; }

    public PumpCurve[] PumpCurves { get; }

    /// <summary>Pump index by link, -1 for other links.</summary>
    public int[] PumpOfLink { get; }

    public LinkPlace[] PassiveValves { get; }

    /// <summary>PRVs, PSVs and FCVs, in link order.</summary>
    public LinkPlace[] RegulatingValves { get; }

    /// <summary>Curve by link for valves, -1 for none.</summary>
    public int[] ValveCurve { get; }

    /// <summary>Friction per pipe place: exponent times resistance, or the Darcy-Weisbach resistance.</summary>
    public double[] Friction { get; }

    /// <summary>Minor loss per place, s²/m⁵.</summary>
    public double[] Minor { get; }

    public bool AnyPipeMinor { get; }

    /// <summary>Darcy-Weisbach only: roughness over diameter, and viscosity times diameter.</summary>
    public double[] RelativeRoughness { get; }

    public double[] ViscosityScale { get; }

    /// <summary>Flow at which iteration begins for an open link that is not a pump, m³/s, by link.</summary>
    public double[] StartFlow { get; }

    public TankGeometry[] Tanks { get; }

    /// <summary>Tank index by node, -1 for junctions.</summary>
    public int[] TankOfNode { get; }

    public OutflowPlan Outflows { get; }

    /// <summary>Simple controls that are enabled, in file order.</summary>
    public SimpleControl[] Controls { get; }

    public NetworkPlan(WaterNetwork network)
    {
        Network = network;
        var (nodes, links) = (network.Nodes, network.Links);
        JunctionCount = nodes.JunctionCount;
        Factor = PlanFactor(network);
        RowCount = nodes.Count + 1;
        RowOfNode = new int[nodes.Count];
        for (var i = 0; i < nodes.Count; i++) RowOfNode[i] = i < JunctionCount ? Factor.RowOfVertex[i] : i;

        Tanks = [.. network.Tanks.Select(t => new TankGeometry(t, network))];
        TankOfNode = new int[nodes.Count];
        Array.Fill(TankOfNode, -1);
        for (var t = 0; t < Tanks.Length; t++) TankOfNode[Tanks[t].Node] = t;

        var entryOfLink = new int[links.Count];
        for (var k = 0; k < links.Count; k++) entryOfLink[k] = EntryOf(links.From[k], links.To[k]);
        var group = new int[links.Count];
        for (var k = 0; k < links.Count; k++) group[k] = Group(links.Kinds[k]);
        var pipes = Indices(group, 0);
        Array.Sort(Array.ConvertAll(pipes, k => entryOfLink[k]), pipes);
        PipeCount = pipes.Length;
        PaddedPipeCount = (PipeCount + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        var padding = new int[PaddedPipeCount - PipeCount];
        Array.Fill(padding, -1);
        LinkAtPlace = [.. pipes, .. padding, .. Indices(group, 1), .. Indices(group, 2), .. Indices(group, 3)];

        PlaceOfLink = new int[links.Count];
        Row1 = new int[PlaceCount];
        Row2 = new int[PlaceCount];
        Entry = new int[PlaceCount];
        Minor = new double[PlaceCount];
        for (var place = 0; place < PlaceCount; place++)
        {
            var k = LinkAtPlace[place];
            (Row1[place], Row2[place], Entry[place]) = (RowCount - 1, RowCount - 1, Factor.EntryCount);
            if (k < 0) continue;
            PlaceOfLink[k] = place;
            (Row1[place], Row2[place], Entry[place]) = (RowOfNode[links.From[k]], RowOfNode[links.To[k]], entryOfLink[k]);
            if (links.Kinds[k] != LinkKind.Pump) Minor[place] = ValveLoss.Minor(links.MinorLoss[k], links.Diameter[k]);
        }
        AnyPipeMinor = Minor.AsSpan(0, PaddedPipeCount).ContainsAnyExcept(0.0);
        (Friction, RelativeRoughness, ViscosityScale) = PlanFriction();

        PumpOfLink = new int[links.Count];
        ValveCurve = new int[links.Count];
        Array.Fill(PumpOfLink, -1);
        Array.Fill(ValveCurve, -1);
        for (var p = 0; p < network.Pumps.Count; p++) PumpOfLink[network.Pumps[p].Link] = p;
        foreach (var valve in network.Valves) ValveCurve[valve.Link] = valve.Curve;
        Pumps = [.. network.Pumps.Select(p => At(p.Link))];
        PumpCurves = [.. network.Pumps.Select(p => new PumpCurve(p, network.Curves))];
        PassiveValves = Array.ConvertAll(Indices(group, 2), At);
        RegulatingValves = Array.ConvertAll(Indices(group, 3), At);
        var (tankLinks, watched) = (new List<LinkPlace>(), new List<LinkPlace>());
        for (var k = 0; k < links.Count; k++)
        {
            var atTank = Math.Max(links.From[k], links.To[k]) >= JunctionCount;
            if (atTank) tankLinks.Add(At(k));
            if (atTank || links.Kinds[k] is LinkKind.CheckValvePipe or LinkKind.Pump or LinkKind.FlowControl) watched.Add(At(k));
        }
        (TankLinks, WatchedLinks) = ([.. tankLinks], [.. watched]);
        FixedEnds = [.. TankLinks.SelectMany(FixedEndsOf)];
        StartFlow = Array.ConvertAll(links.Diameter, d => Math.PI * d * d / 4 * Foot.Length);
        Outflows = new OutflowPlan(network);
        Controls = [.. network.Controls.Where(c => c.Enabled).Select(c => new SimpleControl(c, network))];
    }

    /// <summary>How a link stands in the solver.</summary>
    public LinkPlace At(int link) => new(link, PlaceOfLink[link], Row1[PlaceOfLink[link]], Row2[PlaceOfLink[link]]);
}
