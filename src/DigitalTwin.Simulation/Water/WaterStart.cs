using DigitalTwin.Water;
using DigitalTwin.Water.Hydraulics;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Simulation.Water;

/// <summary>
/// From where the water of a run starts where it does not start from the network file: levels, positions of pumps, valves and pipes, metered demands. Plain arrays over
/// the whole network; NaN and <see cref="Position.AsInFile"/> stand where the file's value holds.
/// </summary>
public sealed class WaterStart
{
    /// <summary>Nothing is known.</summary>
    public WaterStart(WaterNetwork network, int zones)
    {
        ArgumentNullException.ThrowIfNull(network);
        Network = network;
        Level = Unknown(network.Tanks.Count);
        Positions = new Position[network.Links.Count];
        Setting = Unknown(network.Links.Count);
        (JunctionDemand, DemandFactor) = (Unknown(network.Nodes.Count), Unknown(network.Nodes.Count));
        (ZoneDemand, ZoneInflow) = (Unknown(zones), Unknown(zones));
    }

    /// <summary>The network.</summary>
    public WaterNetwork Network { get; }

    /// <summary>Level by entry of <see cref="WaterNetwork.Tanks"/>, m above the bottom, within its range.</summary>
    public double[] Level { get; }

    /// <summary>Position by link.</summary>
    public Position[] Positions { get; }

    /// <summary>Speed of a pump (-) or setting of a valve (SI) by link.</summary>
    public double[] Setting { get; }

    /// <summary>Metered demand by junction, m³/s.</summary>
    public double[] JunctionDemand { get; }

    /// <summary>Demand factor by junction that an earlier run ended with (-).</summary>
    public double[] DemandFactor { get; }

    /// <summary>Metered consumption by zone, m³/s.</summary>
    public double[] ZoneDemand { get; }

    /// <summary>Metered inflow by zone, losses included, m³/s.</summary>
    public double[] ZoneInflow { get; }

    /// <summary>Whether any demand is scaled.</summary>
    public bool ScalesDemand => Any(JunctionDemand) || Any(DemandFactor) || Any(ZoneDemand) || Any(ZoneInflow);

    /// <summary>Puts a part of the network where it starts.</summary>
    /// <param name="state">The part's state.</param>
    /// <param name="part">The part.</param>
    public void Apply(WaterState state, NetworkPart part)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(part);
        for (var t = 0; t < part.Network.Tanks.Count; t++)
        {
            var level = LevelAt(part.Nodes[part.Network.Tanks[t].Node]);
            if (!double.IsNaN(level)) state.SetTankLevel(t, level);
        }
        for (var link = 0; link < part.Links.Length; link++) Put(state, link, Positions[part.Links[link]], Setting[part.Links[link]]);
    }

    private static void Put(WaterState state, int link, Position position, double setting)
    {
        if (position == Position.AsInFile && double.IsNaN(setting)) return;
        // A link that is where it should be is left alone: setting it again would restart its first guess.
        var isOpen = state.Status[link] > LinkStatus.Closed;
        if (position is Position.Open or Position.Closed && (isOpen != (position == Position.Open) || IsRegulating(state, link))) state.SetStatus(link, position == Position.Open);
        if (position != Position.Closed && !double.IsNaN(setting) && setting != state.Setting[link]) state.SetSetting(link, setting);
    }

    /// <summary>A valve that obeys a setting is neither fixed open nor fixed closed, whatever it is at the moment.</summary>
    private static bool IsRegulating(WaterState state, int link) => state.Network.Links.Kinds[link] > LinkKind.Pump && !double.IsNaN(state.Setting[link]);

    private double LevelAt(int node)
    {
        for (var t = 0; t < Network.Tanks.Count; t++)
            if (Network.Tanks[t].Node == node) return Level[t];
        return double.NaN;
    }

    private static bool Any(double[] values) => Array.Exists(values, v => !double.IsNaN(v));

    private static double[] Unknown(int count)
    {
        var values = new double[count];
        Array.Fill(values, double.NaN);
        return values;
    }
}

/// <summary>What a link is told to do, before hydraulics decides what it does.</summary>
public enum Position : byte
{
    /// <summary>What the network file says.</summary>
    AsInFile = 0,

    /// <summary>Closed; a pump is off.</summary>
    Closed = 1,

    /// <summary>Open; a pump runs; a valve is fixed open.</summary>
    Open = 2,

    /// <summary>A valve obeys its setting.</summary>
    Regulating = 3,
}
