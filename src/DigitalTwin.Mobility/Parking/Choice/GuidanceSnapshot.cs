namespace DigitalTwin.Mobility.Parking.Choice;

/// <summary>What signs and apps show: the counts of all facilities as they were at one instant. Taken at fixed instants, so that what a driver knows depends on no thread. Part of a run's state.</summary>
public sealed class GuidanceSnapshot
{
    /// <summary>Room for the counts of a supply, as if all were empty.</summary>
    public GuidanceSnapshot(ParkingSupply supply)
    {
        ArgumentNullException.ThrowIfNull(supply);
        var count = supply.Facilities.Count;
        (Occupied, Queue, ChargersTaken, Closed) = (new int[count], new int[count], new int[count], new bool[count]);
        Capacity = [.. supply.Facilities.Select(f => f.Capacity)];
    }

    /// <summary>When it was taken, s.</summary>
    public double Time { get; private set; } = double.NegativeInfinity;

    /// <summary>Spaces taken.</summary>
    public int[] Occupied { get; }

    /// <summary>Cars before the barrier.</summary>
    public int[] Queue { get; }

    /// <summary>Chargers taken.</summary>
    public int[] ChargersTaken { get; }

    /// <summary>Whether closed by hand.</summary>
    public bool[] Closed { get; }

    /// <summary>Spaces.</summary>
    public int[] Capacity { get; }

    /// <summary>Takes the counts of now.</summary>
    public void Take(ParkingState state, double time)
    {
        ArgumentNullException.ThrowIfNull(state);
        Time = time;
        state.Occupied.CopyTo(Occupied, 0);
        state.Queue.CopyTo(Queue, 0);
        state.ChargersTaken.CopyTo(ChargersTaken, 0);
        state.Closed.CopyTo(Closed, 0);
        state.Capacity.CopyTo(Capacity, 0);
    }

    /// <summary>Writes it, bit by bit.</summary>
    public void Save(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Time);
        foreach (var column in (ReadOnlySpan<int[]>)[Occupied, Queue, ChargersTaken, Capacity]) StateFormat.Write(writer, column);
        StateFormat.Write(writer, Closed);
    }

    /// <summary>Reads what <see cref="Save"/> wrote for the same supply.</summary>
    /// <exception cref="InvalidDataException">It was written for another supply.</exception>
    public void Load(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Time = reader.ReadDouble();
        foreach (var column in (ReadOnlySpan<int[]>)[Occupied, Queue, ChargersTaken, Capacity]) StateFormat.Read(reader, column);
        StateFormat.Read(reader, Closed);
    }
}
