namespace DigitalTwin.Mobility.Traffic;

/// <summary>
/// What is done to the roads for a while: the caller sets it between two calls of <see cref="MobilityModel.Advance"/>, or gives a window of time. By link.
/// Vehicles that are on a link when it is closed drive to its end; none enters it.
/// </summary>
public sealed class RoadControls
{
    internal RoadControls(Roads.RoadNetwork network)
    {
        var links = network.Links.Count;
        (IsClosed, SpeedFactor, CapacityFactor, StorageFactor) = (new bool[links], new double[links], new double[links], new double[links]);
        GreenShare = (double[])network.Links.GreenShare.Clone();
        Array.Fill(SpeedFactor, 1);
        Array.Fill(CapacityFactor, 1);
        Array.Fill(StorageFactor, 1);
    }

    /// <summary>Whether a link is closed.</summary>
    public bool[] IsClosed { get; }

    /// <summary>Multiplies the free speed for vehicles that enter; above 0.</summary>
    public double[] SpeedFactor { get; }

    /// <summary>Multiplies the capacity; 0 and more. 0 lets nothing through, and unlike a closure nobody looks for another way because of it.</summary>
    public double[] CapacityFactor { get; }

    /// <summary>
    /// Multiplies the room for vehicles (T3): what lanes that are taken leave; 0 to 1, more counts as 1. Nobody is driven off: a link that holds more than there is room for takes nobody in until it holds less. There is always room for one.
    /// </summary>
    public double[] StorageFactor { get; }

    /// <summary>Share of green at the link's end; the network's own unless set, 0 to 1.</summary>
    public double[] GreenShare { get; }

    /// <summary>Closures and openings to come, in the order of time, s.</summary>
    internal List<(double Time, int Link, bool Closes)> Windows { get; } = [];

    /// <summary>Closes a link for a window of time, exact to a slice. Where windows overlap, the link is closed until the last of them has ended.</summary>
    /// <param name="link">Link.</param>
    /// <param name="from">When it closes, s.</param>
    /// <param name="until">When it opens again, s; infinite for never.</param>
    public void Close(int link, double from, double until)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(link);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(link, IsClosed.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(until, from);
        if (until == from) return;
        Windows.Add((from, link, true));
        Windows.Add((until, link, false));
        Windows.Sort();
    }

    /// <summary>Closes and opens what is due by a time.</summary>
    /// <returns>Whether anything was.</returns>
    internal bool Enact(double time)
    {
        var due = Windows.FindIndex(w => w.Time > time) is var first and >= 0 ? first : Windows.Count;
        var enacted = Windows[..due];
        Windows.RemoveRange(0, due);
        // Another window is still open when more ends than beginnings are to come.
        foreach (var (_, link, closes) in enacted) IsClosed[link] = closes || Windows.Sum(w => w.Link != link ? 0 : w.Closes ? -1 : 1) > 0;
        return due > 0;
    }

    internal void Save(BinaryWriter writer)
    {
        StateFormat.Write(writer, IsClosed);
        StateFormat.Write(writer, SpeedFactor);
        StateFormat.Write(writer, CapacityFactor);
        StateFormat.Write(writer, StorageFactor);
        StateFormat.Write(writer, GreenShare);
        writer.Write(Windows.Count);
        foreach (var (time, link, closes) in Windows)
        {
            writer.Write(time);
            writer.Write(link);
            writer.Write(closes);
        }
    }

    internal void Load(BinaryReader reader)
    {
        StateFormat.Read(reader, IsClosed);
        StateFormat.Read(reader, SpeedFactor);
        StateFormat.Read(reader, CapacityFactor);
        StateFormat.Read(reader, StorageFactor);
        StateFormat.Read(reader, GreenShare);
        Windows.Clear();
        for (var i = reader.ReadInt32(); i > 0; i--) Windows.Add((reader.ReadDouble(), reader.ReadInt32(), reader.ReadBoolean()));
    }
}
