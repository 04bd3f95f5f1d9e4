namespace DigitalTwin.Grains.ParkingLots;

/// <summary>
/// (T1) count = reading + sum of (entries - exits) observed after that reading: a function of what was observed, not of the order in which it came. The newest reading is the
/// anchor; what was observed up to its instant is in it already. Without a reading the count begins at 0 with the first event.
/// </summary>
internal sealed class LotCount
{
    /// <summary>Most events that are kept one by one, so that a reading that comes late can be put between them.</summary>
    public const int MostEvents = 512;

    private readonly List<(long At, double Change)> events = [];
    private double anchor, folded;
    private long foldedUpTo = long.MinValue;

    /// <summary>Instant of the reading that the count is anchored on, µs since 1970; null while there is none.</summary>
    public long? AnchoredAt { get; private set; }

    /// <summary>Value of that reading.</summary>
    public double Anchor => anchor;

    /// <summary>Instant of the newest event after the anchor; null when there is none.</summary>
    public long? NewestEvent => events.Count > 0 ? events[^1].At : foldedUpTo > (AnchoredAt ?? long.MinValue) ? foldedUpTo : null;

    /// <summary>How many are in the lot.</summary>
    public double Count => CountAt(long.MaxValue);

    /// <summary>Begins anew from what history knows.</summary>
    /// <param name="reading">The anchor; null for none.</param>
    /// <param name="before">Sum of the changes after it and up to <paramref name="upTo"/>.</param>
    /// <param name="upTo">Until when changes come as a sum.</param>
    public void Begin((long At, double Value)? reading, double before, long upTo)
    {
        events.Clear();
        (AnchoredAt, anchor, folded, foldedUpTo) = (reading?.At, reading?.Value ?? 0, before, upTo);
    }

    /// <summary>Takes an event that has not come before.</summary>
    public void Add(long at, double change)
    {
        if (at <= AnchoredAt) return;
        if (at <= foldedUpTo)
        {
            folded += change;
            return;
        }
        var place = events.Count;
        while (place > 0 && events[place - 1].At > at) place--;
        events.Insert(place, (at, change));
        if (events.Count > MostEvents) Fold(MostEvents / 2);
    }

    /// <summary>Takes a reading that has not come before.</summary>
    /// <returns>False when it lies so far back that only history can say what was counted by then.</returns>
    /// <param name="at">Its instant.</param>
    /// <param name="value">How many were seen.</param>
    /// <param name="drift">(T2) Reading less count at that instant; NaN for a reading that is older than the anchor, and for the first.</param>
    public bool Read(long at, double value, out double drift)
    {
        drift = double.NaN;
        if (at < AnchoredAt) return true;
        if (at < foldedUpTo) return false;
        if (AnchoredAt is not null) drift = value - CountAt(at);
        events.RemoveAll(e => e.At <= at);
        (AnchoredAt, anchor, folded, foldedUpTo) = (at, value, 0, at);
        return true;
    }

    private double CountAt(long at)
    {
        var count = anchor + folded;
        foreach (var e in events)
            if (e.At <= at) count += e.Change;
        return count;
    }

    private void Fold(int number)
    {
        // Events of one instant stay together: what is folded ends at an instant.
        while (number < events.Count && events[number].At == events[number - 1].At) number++;
        for (var i = 0; i < number; i++) folded += events[i].Change;
        foldedUpTo = events[number - 1].At;
        events.RemoveRange(0, number);
    }
}
