using DigitalTwin.Water.Hydraulics;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Epanet.Results;

/// <summary>
/// Writes results as two tables of comma-separated values in UTF-8, SI units and full precision (the shortest text that reads back to the
/// same double): <c>nodes.csv</c> and <c>links.csv</c>, one row per time and node or link. What the columns mean is what EPANET's toolkit
/// means: demand is all that leaves at a junction (consumers, emitter, leaks, burst) and what flows into a tank; a closed link has
/// no flow, velocity or head loss; a pump's head loss is negative; a pipe's setting is its roughness.
/// </summary>
public sealed class WaterResultCsv : IDisposable
{
    /// <summary>Header of the table of nodes.</summary>
    public const string NodeHeader = "time_s,id,head_m,pressure_m,demand_m3s";

    /// <summary>Header of the table of links.</summary>
    public const string LinkHeader = "time_s,id,flow_m3s,velocity_ms,headloss_m,status,setting";

    private static readonly byte[][] StatusWords =
    [
        "cannot-deliver-head"u8.ToArray(), "temporarily-closed"u8.ToArray(), "closed"u8.ToArray(), "open"u8.ToArray(), "active"u8.ToArray(),
        "cannot-deliver-flow"u8.ToArray(), "cannot-supply-flow"u8.ToArray(), "cannot-hold-pressure"u8.ToArray(),
    ];

    private readonly WaterNetwork network;
    private readonly CsvTable nodes, links;
    private readonly double[] area;

    /// <summary>Writes the headers. The streams are closed with this object.</summary>
    public WaterResultCsv(WaterNetwork network, Stream nodes, Stream links)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(links);
        this.network = network;
        this.nodes = new(nodes, NodeHeader, network.Nodes.Ids);
        this.links = new(links, LinkHeader, network.Links.Ids);
        area = [.. network.Links.Diameter.Select(d => Math.PI * d * d / 4)];
    }

    /// <summary>Makes <c>nodes.csv</c> and <c>links.csv</c> in a folder, which is made too.</summary>
    public static WaterResultCsv Create(WaterNetwork network, string folder)
    {
        Directory.CreateDirectory(folder);
        return new(network, File.Create(Path.Combine(folder, "nodes.csv"), 1), File.Create(Path.Combine(folder, "links.csv"), 1));
    }

    /// <summary>Whether EPANET reports at a time (s): from the report start on, every report step.</summary>
    public static bool IsReportTime(WaterTimes times, double time)
    {
        ArgumentNullException.ThrowIfNull(times);
        return time >= times.ReportStart && (times.ReportStep <= 0 || (time - times.ReportStart) % times.ReportStep == 0);
    }

    /// <summary>Writes a solved state's rows.</summary>
    public void Write(WaterState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        nodes.At(state.Time);
        for (var i = 0; i < network.Nodes.Count; i++)
        {
            nodes.Begin(i);
            nodes.Add(state.Head[i]);
            nodes.Add(state.Pressure(i));
            nodes.Add(state.Outflow(i));
            nodes.End();
        }
        links.At(state.Time);
        for (var i = 0; i < network.Links.Count; i++) WriteLink(state, i);
    }

    private void WriteLink(WaterState state, int link)
    {
        var table = network.Links;
        var kind = table.Kinds[link];
        var shut = state.Status[link] <= LinkStatus.Closed;
        var flow = shut ? 0 : state.Flow[link];
        var loss = shut ? 0 : state.Head[table.From[link]] - state.Head[table.To[link]];
        links.Begin(link);
        links.Add(flow);
        links.Add(area[link] > 0 ? Math.Abs(flow) / area[link] : 0);
        links.Add(kind == LinkKind.Pump ? loss : Math.Abs(loss));
        links.Add(StatusWords[(int)state.Status[link]]);
        links.Add(kind <= LinkKind.Pipe ? table.Roughness[link] : state.Setting[link]);
        links.End();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        nodes.Dispose();
        links.Dispose();
    }
}
