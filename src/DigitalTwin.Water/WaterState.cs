using DigitalTwin.Water.Energy;
using DigitalTwin.Water.Hydraulics;
using DigitalTwin.Water.Network;
using DigitalTwin.Water.Tanks;

namespace DigitalTwin.Water;

/// <summary>
/// Everything about a network that changes with time, and nothing that follows from the network itself: a value that can be cloned, saved, and
/// solved again to the same bits. Arrays are by node or by link of <see cref="Network"/>, in SI. Made by <see cref="WaterModel.InitialState"/>.
/// </summary>
public sealed class WaterState
{
    /// <summary>The network whose state this is.</summary>
    public WaterNetwork Network { get; }

    /// <summary>Seconds since the start.</summary>
    public double Time { get; set; }

    /// <summary>Total head by node, m.</summary>
    public double[] Head { get; }

    /// <summary>By junction the consumers' demand delivered, m³/s; by tank or reservoir what flows into it.</summary>
    public double[] Demand { get; }

    /// <summary>Demand asked for by junction, m³/s.</summary>
    public double[] FullDemand { get; }

    /// <summary>Flow of emitters by node, m³/s.</summary>
    public double[] EmitterFlow { get; }

    /// <summary>Leakage of pipes by the node that it is counted at, m³/s.</summary>
    public double[] LeakageFlow { get; }

    /// <summary>Flow of bursts by node, m³/s.</summary>
    public double[] BurstFlow { get; }

    /// <summary>Flow by link, m³/s, positive from start to end node; 0 in a link that is shut.</summary>
    public double[] Flow { get; }

    /// <summary>Pump speed (-) or valve setting by link (see <see cref="LinkTable.Setting"/>); NaN for pipes and for valves fixed open or closed.</summary>
    public double[] Setting { get; }

    /// <summary>Status by link.</summary>
    public LinkStatus[] Status { get; }

    /// <summary>Volume by entry of <see cref="WaterNetwork.Tanks"/>, m³; 0 for reservoirs.</summary>
    public double[] TankVolume { get; }

    /// <summary>Energy by entry of <see cref="WaterNetwork.Pumps"/>.</summary>
    public PumpEnergy[] PumpEnergy { get; }

    /// <summary>Largest power of all pumps together, kW, for demand charges.</summary>
    public double PeakPower { get; set; }

    /// <summary>Sum of the positive demands asked for at the last solution, m³/s.</summary>
    public double SystemDemand { get; set; }

    /// <summary>Multiplies the demand of a node, 1 unless set.</summary>
    public double[] DemandFactor { get; }

    /// <summary>Demand added at a node, m³/s: fire flow, flushing.</summary>
    public double[] ExtraDemand { get; }

    /// <summary>Opening of a burst at a node, m²; 0 for none.</summary>
    public double[] BurstArea { get; }

    /// <summary>Links that controls, rules and speed patterns may not touch.</summary>
    public bool[] Locked { get; }

    /// <summary>Flow by link where the next solution begins: that of the last, and in a shut link the trace that its equation left.</summary>
    internal double[] Iterate { get; }

    internal double[] FixedLeak { get; }

    internal double[] GrowingLeak { get; }

    // Every array of numbers, in the order of the saved form.
    private readonly double[][] numbers;

    internal WaterState(WaterNetwork network, int leakNodes)
    {
        Network = network;
        var (nodes, links) = (network.Nodes.Count, network.Links.Count);
        (Head, Demand, FullDemand) = (new double[nodes], new double[nodes], new double[nodes]);
        (EmitterFlow, LeakageFlow, BurstFlow) = (new double[nodes], new double[nodes], new double[nodes]);
        (Flow, Iterate, Setting) = (new double[links], new double[links], new double[links]);
        (Status, Locked) = (new LinkStatus[links], new bool[links]);
        (TankVolume, PumpEnergy) = (new double[network.Tanks.Count], new PumpEnergy[network.Pumps.Count]);
        (DemandFactor, ExtraDemand, BurstArea) = (new double[nodes], new double[nodes], new double[nodes]);
        (FixedLeak, GrowingLeak) = (new double[leakNodes], new double[leakNodes]);
        Array.Fill(DemandFactor, 1.0);
        numbers = [Head, Demand, FullDemand, EmitterFlow, LeakageFlow, BurstFlow, Flow, Setting, TankVolume, DemandFactor, ExtraDemand, BurstArea, FixedLeak, GrowingLeak, Iterate];
    }

    /// <summary>All that leaves the network at a junction, or all that flows into a tank or reservoir, m³/s.</summary>
    public double Outflow(int node) => Demand[node] + EmitterFlow[node] + LeakageFlow[node] + BurstFlow[node];

    /// <summary>Pressure head at a node, m.</summary>
    public double Pressure(int node) => Head[node] - Network.Nodes.Elevation[node];

    /// <summary>Opens or closes a link by hand. A valve is then fixed: its setting no longer counts until it is set again.</summary>
    public void SetStatus(int link, bool open) => LinkCommand.SetStatus(this, link, open);

    /// <summary>Sets a pump's speed or a valve's setting by hand, SI. A closed pump or valve starts to work.</summary>
    public void SetSetting(int link, double value) => LinkCommand.SetSetting(this, link, value);

    /// <summary>Sets the level of a tank by hand, m above its bottom, within its lowest and highest level. A reservoir has no level and stays as it is.</summary>
    public void SetTankLevel(int tank, double level)
    {
        var geometry = new TankGeometry(Network.Tanks[tank], Network);
        if (geometry.IsReservoir) return;
        Head[geometry.Node] = Math.Clamp(Network.Nodes.Elevation[geometry.Node] + level, geometry.MinHead, geometry.MaxHead);
        TankVolume[tank] = geometry.Volume(Head[geometry.Node]);
    }

    /// <summary>A state of its own with the same values.</summary>
    public WaterState Clone()
    {
        var clone = new WaterState(Network, FixedLeak.Length);
        CopyTo(clone);
        return clone;
    }

    /// <summary>Copies all values into another state of the same network.</summary>
    public void CopyTo(WaterState other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!ReferenceEquals(other.Network, Network)) throw new ArgumentException("The states are of different networks.", nameof(other));
        (other.Time, other.PeakPower, other.SystemDemand) = (Time, PeakPower, SystemDemand);
        for (var i = 0; i < numbers.Length; i++) numbers[i].AsSpan().CopyTo(other.numbers[i]);
        Status.AsSpan().CopyTo(other.Status);
        Locked.AsSpan().CopyTo(other.Locked);
        PumpEnergy.AsSpan().CopyTo(other.PumpEnergy);
    }

    /// <summary>Writes all values, bit by bit.</summary>
    public void WriteTo(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        StateFormat.Write(this, numbers, writer);
    }

    /// <summary>Reads what <see cref="WriteTo"/> wrote for the same network.</summary>
    /// <exception cref="InvalidDataException">The stream ends early or was written for a network of another size.</exception>
    public void ReadFrom(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        StateFormat.Read(this, numbers, reader);
    }
}
