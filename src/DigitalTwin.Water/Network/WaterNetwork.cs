namespace DigitalTwin.Water.Network;

/// <summary>
/// A pressurised water network as the solver sees it: tables of arrays in SI units (m, m³/s, s, Pa-free heads in m), 0-based indices,
/// immutable once built. It is what exists; what flows is <c>WaterState</c>. The file it came from, with its own
/// units, comments and quality data, is <c>Epanet.EpanetFile</c>.
/// </summary>
public sealed class WaterNetwork
{
    /// <summary>A name for reports, usually the file's name without its ending.</summary>
    public required string Name { get; init; }

    /// <summary>Junctions first, in file order, then reservoirs and tanks in file order.</summary>
    public required NodeTable Nodes { get; init; }

    /// <summary>Pipes, pumps and valves in the order in which the file names them.</summary>
    public required LinkTable Links { get; init; }

    /// <summary>Reservoirs and tanks, in node order.</summary>
    public required IReadOnlyList<Tank> Tanks { get; init; }

    /// <summary>Pumps, in link order.</summary>
    public required IReadOnlyList<Pump> Pumps { get; init; }

    /// <summary>Valves (not check valves), in link order.</summary>
    public required IReadOnlyList<Valve> Valves { get; init; }

    /// <summary>Time patterns of multipliers.</summary>
    public required IReadOnlyList<Pattern> Patterns { get; init; }

    /// <summary>Curves, already in SI for what they are used as.</summary>
    public required IReadOnlyList<Curve> Curves { get; init; }

    /// <summary>Simple controls, in file order.</summary>
    public required IReadOnlyList<Control> Controls { get; init; }

    /// <summary>Rule-based controls, in file order.</summary>
    public required IReadOnlyList<Rule> Rules { get; init; }

    /// <summary>Hydraulic options.</summary>
    public required WaterOptions Options { get; init; }

    /// <summary>Simulation times.</summary>
    public required WaterTimes Times { get; init; }

    /// <summary>Energy prices and efficiencies that hold unless a pump has its own.</summary>
    public required EnergyOptions Energy { get; init; }

    /// <summary>Index of a node by id, or -1.</summary>
    public int NodeIndex(string id) => nodeIndex.Value.GetValueOrDefault(id, -1);

    /// <summary>Index of a link by id, or -1.</summary>
    public int LinkIndex(string id) => linkIndex.Value.GetValueOrDefault(id, -1);

    /// <summary>The same network with other options and times; everything else is shared.</summary>
    public WaterNetwork With(WaterOptions options, WaterTimes times) => new()
    {
        Name = Name,
        Nodes = Nodes,
        Links = Links,
        Tanks = Tanks,
        Pumps = Pumps,
        Valves = Valves,
        Patterns = Patterns,
        Curves = Curves,
        Controls = Controls,
        Rules = Rules,
        Options = options,
        Times = times,
        Energy = Energy,
    };

    private readonly Lazy<Dictionary<string, int>> nodeIndex;
    private readonly Lazy<Dictionary<string, int>> linkIndex;

    /// <summary>Creates an empty shell for an object initialiser.</summary>
    public WaterNetwork()
    {
        nodeIndex = new(() => Index(Nodes!.Ids));
        linkIndex = new(() => Index(Links!.Ids));
    }

    private static Dictionary<string, int> Index(string[] ids)
    {
        var index = new Dictionary<string, int>(ids.Length, StringComparer.Ordinal);
        for (var i = 0; i < ids.Length; i++) index.TryAdd(ids[i], i);
        return index;
    }
}
