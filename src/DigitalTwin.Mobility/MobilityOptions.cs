using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Mobility.Parking.Choice;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility;

/// <summary>How the model moves traffic. <see cref="Threads"/> changes no bit of the results; the others do.</summary>
public sealed record MobilityOptions
{
    /// <summary>Length of a slice of time, s: within it nodes advance independently. Links that are shorter than what a car or a gap drives in it count as that long.</summary>
    public double Slice { get; init; } = 1;

    /// <summary>Travel times, and the occupancies that signs show, are published every so many seconds; a whole number of slices.</summary>
    public double UpdateInterval { get; init; } = 300;

    /// <summary>Local time of second 0: opening hours and tariffs follow it. Monday midnight unless set.</summary>
    public LocalClock Clock { get; init; } = new(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero));

    /// <summary>What drivers who see no signs expect to find; the same share everywhere unless set.</summary>
    public OccupancyHabit? Habit { get; init; }

    /// <summary>Numbers of the choice of a facility.</summary>
    public ChoiceOptions Choice { get; init; } = new();

    /// <summary>
    /// Share of drivers who learn of travel times on the way, at each update, and look for another way when theirs has become longer. An assumption; a study of the town's own should replace it.
    /// </summary>
    public double InformedOfTraffic { get; init; } = 0.3;

    /// <summary>Whoever is first in a queue for so long, s, looks for another way at the next update, informed or not. An assumption.</summary>
    public double Impatience { get; init; } = 120;

    /// <summary>A vehicle that has stood at the head of its link for so long, s, is taken off the road as <see cref="Traffic.TripOutcome.Stuck"/>. Infinite (never) unless set.</summary>
    public double StuckAfter { get; init; } = double.PositiveInfinity;

    /// <summary>Threads that move nodes.</summary>
    public int Threads { get; init; } = 1;


    /// <summary>The sentences about what is wrong with these options, all at once.</summary>
    public void Check(ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (!(Slice is > 0 and <= 60)) problems.Error("", 0, 0, $"A slice is {Slice} s long; lengths above 0 to 60 s are accepted.");
        if (!(UpdateInterval > 0) || Math.Abs(UpdateInterval / Slice - Math.Round(UpdateInterval / Slice)) > 1e-9)
            problems.Error("", 0, 0, $"Travel times are updated every {UpdateInterval} s; that must be a whole number of slices of {Slice} s, one at least.");
        if (!(StuckAfter > 0)) problems.Error("", 0, 0, $"Vehicles are stuck after {StuckAfter} s; a time above 0 is accepted.");
        if (!(Impatience > 0)) problems.Error("", 0, 0, $"Drivers become impatient after {Impatience} s; a time above 0 is accepted.");
        if (!(InformedOfTraffic is >= 0 and <= 1)) problems.Error("", 0, 0, $"A share of {InformedOfTraffic} of the drivers is informed of traffic; 0 to 1 is accepted.");
        Choice.Check(problems);
        if (Threads is < 1 or > 256) problems.Error("", 0, 0, $"{Threads} threads are wanted; 1 to 256 are accepted.");
    }
}
