namespace DigitalTwin.Mobility.Traffic;

/// <summary>What a drive is for.</summary>
internal enum Errand : byte
{
    /// <summary>To the node of the destination, where it leaves the network.</summary>
    ToDestination,

    /// <summary>To a facility that its driver has chosen.</summary>
    ToFacility,

    /// <summary>Along kerbs, looking for a space.</summary>
    Searching,

    /// <summary>Back to where it came from.</summary>
    Home,
}

/// <summary>How far a decision is without which a vehicle cannot go on.</summary>
internal enum Deliberation : byte
{
    /// <summary>None is needed.</summary>
    None,

    /// <summary>Needed.</summary>
    Asked,

    /// <summary>Made during a slice; it takes effect when the slice is over.</summary>
    Made,
}

/// <summary>All vehicles, one for each trip, as columns in the order in which the trips were added.</summary>
internal sealed partial class Vehicles
{
    public int Count { get; private set; }

    // What the trip is; never changes.
    public int[] Origin = [], Destination = [];
    public double[] Departure = [], Dwell = [];
    public bool[] Returns = [];
    public byte[] Purpose = [], Group = [];

    // Where it is and what it is about.
    public VehiclePhase[] Phase = [];
    public Errand[] Errand = [];
    public TripOutcome[] Outcome = [];

    /// <summary>The outcome that awaits it when it reaches home, <see cref="TripOutcome.Completed"/> unless it gave up.</summary>
    public TripOutcome[] Fate = [];

    /// <summary>What changes on every link.</summary>
    public VehicleMotion[] Motion = [];

    /// <summary>Links of its drive, shared and never written to; null before its route is known.</summary>
    public int[]?[] Route = [];

    /// <summary>Facility that it drives to or is in, -1 for none.</summary>
    public int[] Facility = [];

    /// <summary>When it should arrive, by the times at which its route was found, s.</summary>
    public double[] Due = [];

    /// <summary>Facility at which a space is booked for it, -1 for none.</summary>
    public int[] Booked = [];

    /// <summary>Time searched and waited before barriers so far, s, and length driven in search, m.</summary>
    public double[] SearchTime = [], QueueTime = [], SearchDriven = [];

    /// <summary>How often it was refused.</summary>
    public int[] Tries = [];

    /// <summary>The facilities that refused it last, in a ring; null when none has.</summary>
    public int[]?[] Tried = [];

    /// <summary>Whether it has stood in a facility.</summary>
    public bool[] HasParked = [];

    /// <summary>Paid so far, hundredths of the currency.</summary>
    public long[] Paid = [];

    /// <summary>When its trip ended, s; NaN until then.</summary>
    public double[] EndTime = [];

    public void Grow(int count)
    {
        var before = Count;
        Count = count;
        if (count > Origin.Length)
        {
            var room = Math.Max(count, Origin.Length + Origin.Length / 2);
            Visit(new Growing(room));
            Array.Resize(ref Route, room);
            Array.Resize(ref Tried, room);
        }
        for (var v = before; v < count; v++)
        {
            (Motion[v].Link, Facility[v], Motion[v].Next, Booked[v], Fate[v]) = (-1, -1, -1, -1, TripOutcome.Completed);
            (EndTime[v], Motion[v].SearchSince) = (double.NaN, double.NaN);
        }
    }
}
