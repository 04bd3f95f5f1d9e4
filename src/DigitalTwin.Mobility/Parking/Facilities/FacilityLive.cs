namespace DigitalTwin.Mobility.Parking.Facilities;

/// <summary>The cars of one facility, its queue, its bookings, and what falls due: all that only the thread that advances this facility touches.</summary>
internal sealed class FacilityLive(int groups)
{
    public EventHeap Dues = new();
    public CarTable Cars = new();
    public WaitingLine Line = new();
    public BookingList Bookings = new();

    /// <summary>Cars by group on spaces without a charger, or on their way to one.</summary>
    public readonly int[] Inside = new int[groups];

    /// <summary>When the entrances can let in the next car, and the exits have let out the last; s.</summary>
    public double BarrierFree = double.NegativeInfinity, ExitFree = double.NegativeInfinity;

    /// <summary>Until when the counts are summed up in the tally, and up to which change of rules and of the barrier something is scheduled already; s.</summary>
    public double SettledAt, RulesAt = double.NegativeInfinity, BarrierAt = double.NegativeInfinity;
    private long tickets;

    public long Schedule(double time, int subject, DueKind kind)
    {
        if (double.IsPositiveInfinity(time)) return -1;
        Dues.Add(new Due(time, tickets, subject, kind));
        return tickets++;
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(tickets);
        foreach (var time in (ReadOnlySpan<double>)[BarrierFree, ExitFree, SettledAt, RulesAt, BarrierAt]) writer.Write(time);
        StateFormat.Write(writer, Inside);
        StateFormat.Write(writer, Dues.Entries);
        StateFormat.Write(writer, Cars.Cars);
        StateFormat.Write(writer, Cars.Free);
        StateFormat.Write(writer, Line.Slots);
        StateFormat.Write(writer, Bookings.All);
    }

    public void Load(BinaryReader reader)
    {
        tickets = reader.ReadInt64();
        (BarrierFree, ExitFree, SettledAt, RulesAt, BarrierAt) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        StateFormat.Read(reader, Inside);
        Dues.Restore(StateFormat.Read<Due>(reader));
        Cars.Restore(StateFormat.Read<Car>(reader), StateFormat.Read<int>(reader));
        Line.Restore(StateFormat.Read<int>(reader));
        Bookings.Restore(StateFormat.Read<Booking>(reader));
    }
}
