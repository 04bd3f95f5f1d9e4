using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Demand;

/// <summary>What a draw of a trip is for; its place in the trip's stream.</summary>
internal enum TripDraw : byte
{
    /// <summary>How many vehicles a fraction of one becomes.</summary>
    Count,

    /// <summary>When the trip departs.</summary>
    Departure,

    /// <summary>What it is for.</summary>
    Purpose,

    /// <summary>Which group of drivers it belongs to.</summary>
    Group,

    /// <summary>How long it stays.</summary>
    Dwell,

    /// <summary>Whether it drives back.</summary>
    Returns,

    /// <summary>Where in its zone it begins.</summary>
    Origin,

    /// <summary>Where in its zone it ends.</summary>
    Destination,
}

/// <summary>
/// The draws of one trip: a pure function of the seed, of what the trip is (its stream) and of its number there. Which other trips exist does not enter, so that variants with one seed share the trips they share.
/// </summary>
internal readonly record struct TripDraws(KeyedRandom Random, ulong Stream, ulong Number)
{
    private const ulong DrawsOfATrip = 16;

    /// <summary>Uniform on [0, 1).</summary>
    public double Uniform(TripDraw draw) => Random.Uniform(Stream, Number * DrawsOfATrip + (ulong)draw);

    /// <summary>Joins two keys to one: the finaliser of SplitMix64 (Steele, Lea and Flood 2014) over their sum with an odd multiple.</summary>
    public static ulong Join(ulong a, ulong b)
    {
        var mixed = a + b * 0x9E3779B97F4A7C15UL + 0x632BE59BD9B4E019UL;
        mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBUL;
        return mixed ^ mixed >> 31;
    }

    /// <summary>Vehicles that an expected number becomes (D1): ⌊x + U⌋, whose mean is x exactly, and which grows with x for one draw.</summary>
    public int Count(double expected) => (int)Math.Floor(expected + Uniform(TripDraw.Count));
}
