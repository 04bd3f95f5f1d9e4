namespace DigitalTwin.Mobility.Parking.Facilities;

/// <summary>A space that is booked: 32 bytes without padding. Times in s.</summary>
internal struct Booking
{
    public double From, Until;
    public long Ticket;
    public int Driver;
    public BookingFlags Flags;
}

/// <summary>What kind of space is booked, and whether it is held by now.</summary>
[Flags]
internal enum BookingFlags
{
    None = 0,
    Held = 1,
    WithCharger = 2,
}

/// <summary>The bookings of a facility that are neither used nor expired, in the order in which they were made.</summary>
internal struct BookingList()
{
    private Booking[] bookings = [];

    public int Count { get; private set; }

    public readonly ReadOnlySpan<Booking> All => bookings.AsSpan(0, Count);

    public readonly ref Booking this[int place] => ref bookings[place];

    public void Add(Booking booking)
    {
        if (Count == bookings.Length) Array.Resize(ref bookings, Math.Max(4, 2 * Count));
        bookings[Count++] = booking;
    }

    public void RemoveAt(int place)
    {
        Array.Copy(bookings, place + 1, bookings, place, Count - place - 1);
        Count--;
    }

    /// <summary>Place of a driver's first booking, or -1.</summary>
    public readonly int OfDriver(int driver)
    {
        for (var i = 0; i < Count; i++)
            if (bookings[i].Driver == driver) return i;
        return -1;
    }

    /// <summary>Place of the booking with a ticket, or -1.</summary>
    public readonly int OfTicket(long ticket)
    {
        for (var i = 0; i < Count; i++)
            if (bookings[i].Ticket == ticket) return i;
        return -1;
    }

    /// <summary>Bookings of a kind of space that are held by now.</summary>
    public readonly int Held(bool withCharger)
    {
        var wanted = BookingFlags.Held | (withCharger ? BookingFlags.WithCharger : 0);
        var held = 0;
        for (var i = 0; i < Count; i++)
            if (bookings[i].Flags == wanted) held++;
        return held;
    }

    /// <summary>Most bookings of a kind of space that hold at one instant of a time: as many as hold at its beginning, or when one of them begins.</summary>
    public readonly int MostAtOnce(double from, double until, bool withCharger)
    {
        var most = At(from, withCharger);
        for (var i = 0; i < Count; i++)
        {
            if (bookings[i].From > from && bookings[i].From < until && IsOf(i, withCharger)) most = Math.Max(most, At(bookings[i].From, withCharger));
        }
        return most;
    }

    private readonly int At(double time, bool withCharger)
    {
        var count = 0;
        for (var i = 0; i < Count; i++)
            if (bookings[i].From <= time && time < bookings[i].Until && IsOf(i, withCharger)) count++;
        return count;
    }

    private readonly bool IsOf(int place, bool withCharger) => (bookings[place].Flags & BookingFlags.WithCharger) != 0 == withCharger;

    public void Restore(Booking[] saved) => (bookings, Count) = (saved, saved.Length);
}
