namespace DigitalTwin.Mobility.Parking.Facilities;

/// <summary>What falls due at a facility.</summary>
internal enum DueKind
{
    Parked,
    Charged,
    LeavesSpace,
    PassesExit,
    PatienceEnds,
    BarrierFree,
    RulesChange,
    BookingBegins,
    BookingExpires,
    Woken,
}

/// <summary>Something that falls due: 24 bytes without padding, so that it is saved as it stands.</summary>
/// <param name="Time">s.</param>
/// <param name="Ticket">Order in which it was scheduled; decides between equal times.</param>
/// <param name="Subject">Slot of a car, or driver of a booking.</param>
/// <param name="Kind">What.</param>
internal readonly record struct Due(double Time, long Ticket, int Subject, DueKind Kind)
{
    public bool IsBefore(in Due other) => Time < other.Time || (Time == other.Time && Ticket < other.Ticket);
}

/// <summary>What falls due, the earliest first: a binary heap in an array, which is the saved form as well.</summary>
internal struct EventHeap()
{
    private Due[] entries = [];

    public int Count { get; private set; }

    public readonly ReadOnlySpan<Due> Entries => entries.AsSpan(0, Count);

    public readonly double NextTime => Count == 0 ? double.PositiveInfinity : entries[0].Time;

    public void Add(Due due)
    {
        if (Count == entries.Length) Array.Resize(ref entries, Math.Max(8, 2 * Count));
        var at = Count++;
        while (at > 0)
        {
            var parent = (at - 1) / 2;
            if (!due.IsBefore(entries[parent])) break;
            entries[at] = entries[parent];
            at = parent;
        }
        entries[at] = due;
    }

    public Due Take()
    {
        var first = entries[0];
        var last = entries[--Count];
        var at = 0;
        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= Count) break;
            if (child + 1 < Count && entries[child + 1].IsBefore(entries[child])) child++;
            if (!entries[child].IsBefore(last)) break;
            entries[at] = entries[child];
            at = child;
        }
        if (Count > 0) entries[at] = last;
        return first;
    }

    /// <summary>Takes out what will not happen; the order of the others is theirs.</summary>
    public void RemoveAll(Predicate<Due> unwanted)
    {
        var kept = Array.FindAll(entries[..Count], due => !unwanted(due));
        Count = 0;
        foreach (var due in kept) Add(due);
    }

    public void Restore(Due[] saved) => (entries, Count) = (saved, saved.Length);
}
