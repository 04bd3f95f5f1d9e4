namespace DigitalTwin.Mobility.Parking.Facilities;

/// <summary>What there is to know about a car.</summary>
[Flags]
internal enum CarFlags
{
    None = 0,
    NeedsCharger = 1,
    AtCharger = 2,
    Charging = 4,
    HasReservation = 8,

    /// <summary>Its patience has ended; only the space that is held for it keeps it in the queue.</summary>
    PatienceIsOver = 16,
}

/// <summary>A car that waits at, stands in or leaves a facility: 80 bytes without padding, so that it is saved as it stands. Times in s.</summary>
internal struct Car
{
    public double CameAt, EnteredAt, ParkedAt, LeavesAt, Dwell, Energy, ChargedUntil, PriceFactor;

    /// <summary>Ticket of the end of its patience, -1 when it does not wait.</summary>
    public long PatienceTicket;
    public int Driver, Group, Tariff;
    public CarFlags Flags;
}

/// <summary>Cars by slot; free slots are used again, the last freed first.</summary>
internal struct CarTable()
{
    private Car[] cars = [];
    private int[] free = [];
    private int used, freeCount;

    public readonly ref Car this[int slot] => ref cars[slot];

    public readonly ReadOnlySpan<Car> Cars => cars.AsSpan(0, used);

    public readonly ReadOnlySpan<int> Free => free.AsSpan(0, freeCount);

    public int Add(in Car car)
    {
        int slot;
        if (freeCount > 0) slot = free[--freeCount];
        else
        {
            if (used == cars.Length) Array.Resize(ref cars, Math.Max(8, 2 * used));
            slot = used++;
        }
        cars[slot] = car;
        return slot;
    }

    public void Remove(int slot)
    {
        if (freeCount == free.Length) Array.Resize(ref free, Math.Max(8, 2 * freeCount));
        cars[slot] = default;
        free[freeCount++] = slot;
    }

    public void Restore(Car[] savedCars, int[] savedFree) => (cars, used, free, freeCount) = (savedCars, savedCars.Length, savedFree, savedFree.Length);
}
