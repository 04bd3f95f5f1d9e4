using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Mobility.Tntp;

/// <summary>
/// A network of TNTP form as roads in SI. What the file does not say is assumed (<see cref="TntpUnits"/>): units, lanes from capacity, storage from lanes. The capacity of a BPR function is
/// where time has risen by B, which is near but not the most that passes; it is taken for that.
/// </summary>
public static class TntpRoads
{
    // A link has a length; zones' connectors often have none.
    private const double ShortestLength = 1;

    /// <summary>Makes roads of it.</summary>
    /// <param name="file">Network.</param>
    /// <param name="units">What its numbers mean.</param>
    /// <param name="nodes">Coordinates; used when they are degrees.</param>
    public static RoadNetwork Of(TntpNetwork file, TntpUnits? units = null, TntpNodes? nodes = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        units ??= new();
        var network = file.Network;
        var placed = nodes is { AreDegrees: true } ? nodes : null;
        var links = Enumerable.Range(0, network.LinkCount).Select(link => Link(file, units, link)).ToArray();
        return new RoadNetwork(
            new RoadNodes
            {
                Ids = [.. network.NodeIds],
                Longitude = placed?.X ?? [.. Enumerable.Repeat(double.NaN, network.NodeCount)],
                Latitude = placed?.Y ?? [.. Enumerable.Repeat(double.NaN, network.NodeCount)],
                IsThrough = [.. network.IsThrough],
            },
            new RoadLinks
            {
                Ids = [.. network.LinkIds],
                From = [.. network.From],
                To = [.. network.To],
                Length = [.. links.Select(l => l.Length)],
                Lanes = [.. links.Select(l => l.Lanes)],
                FreeSpeed = [.. links.Select(l => l.Speed)],
                Capacity = [.. links.Select(l => l.Capacity)],
                GreenShare = [.. links.Select(_ => 1.0)],
                Storage = [.. links.Select(l => Math.Max(1, l.Lanes * l.Length / units.VehicleLength))],
                Class = [.. links.Select(l => l.Class)],
                Course = new double[]?[links.Length],
                Names = [.. links.Select(_ => "")],
            },
            []);
    }

    private static (double Length, double Lanes, double Speed, double Capacity, RoadClass Class) Link(TntpNetwork file, TntpUnits units, int link)
    {
        var network = file.Network;
        var (length, time) = (network.Length[link] * units.Length, network.FreeTime[link] * units.Time);
        var isBound = network.B[link] * network.FreeTime[link] > 0 && network.Capacity[link] < units.UnboundCapacity;
        var joinsZone = network.From[link] < network.ZoneCount || network.To[link] < network.ZoneCount;
        var speed = length > 0 && time > 0 ? length / time : units.ConnectorSpeed;
        // A length of 0 with a time is a delay: the link is as long as the connector's speed goes in it.
        if (length == 0) length = Math.Max(ShortestLength, time * speed);
        if (!isBound) return (length, 1, speed, units.UnboundCapacity * units.Flow, joinsZone || time == 0 ? RoadClass.Connector : RoadClass.Residential);
        var capacity = network.Capacity[link] * units.Flow;
        var lanes = Math.Max(1, Math.Ceiling(capacity / units.LaneCapacity - 1e-9));
        return (length, lanes, speed, capacity, speed >= 22 ? RoadClass.Motorway : speed >= 15 ? RoadClass.Primary : speed >= 11 ? RoadClass.Secondary : RoadClass.Residential);
    }
}
