namespace DigitalTwin.Mobility.Parking;

/// <summary>
/// Spaces that an operator books for one occasion: the first drivers that set out in a window of time, mean to park within a walk of the facility and may use it have a space held there, from the moment of booking.
/// </summary>
/// <param name="Facility">Where.</param>
/// <param name="Spaces">Most spaces that are booked.</param>
/// <param name="Until">Who sets out from the moment of booking on and before this time may have one, s.</param>
/// <param name="Kept">How long after its driver sets out a space is kept, s, above 0; then it is anybody's again.</param>
public sealed record SpaceBooking(int Facility, int Spaces, double Until, double Kept)
{
    /// <summary>Who sets out before this time has none, s; from the moment of booking on unless set later.</summary>
    public double From { get; init; } = double.NegativeInfinity;

    /// <summary>For whom, a bit for each group of drivers; everybody unless set.</summary>
    public ulong Groups { get; init; } = ulong.MaxValue;

    /// <summary>The place to which they go; -1, as it is unless set, for any.</summary>
    public int Destination { get; init; } = -1;
}
