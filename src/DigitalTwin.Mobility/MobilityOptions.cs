using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility;

/// <summary>How the model moves traffic. <see cref="Threads"/> changes no bit of the results; the others do.</summary>
public sealed record MobilityOptions
{
    /// <summary>Length of a slice of time, s: within it nodes advance independently. Links that are shorter than what a car or a gap drives in it count as that long.</summary>
    public double Slice { get; init; } = 1;

    /// <summary>Travel times, and the occupancies that signs show, are published every so many seconds; a whole number of slices.</summary>
    public double UpdateInterval { get; init; } = 300;

    /// <summary>A vehicle that has stood at the head of its link for so long, s, is taken off the road as <see cref="Traffic.TripOutcome.Stuck"/>. Infinite (never) unless set.</summary>
    public double StuckAfter { get; init; } = double.PositiveInfinity;

    /// <summary>Threads that move nodes.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Whether the measured travel time of every link in every interval is kept in the state, for iterations day by day.</summary>
    public bool KeepsTravelTimes { get; init; }

    /// <summary>The sentences about what is wrong with these options, all at once.</summary>
    public void Check(ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (!(Slice is > 0 and <= 60)) problems.Error("", 0, 0, $"A slice is {Slice} s long; lengths above 0 to 60 s are accepted.");
        if (!(UpdateInterval > 0) || Math.Abs(UpdateInterval / Slice - Math.Round(UpdateInterval / Slice)) > 1e-9)
            problems.Error("", 0, 0, $"Travel times are updated every {UpdateInterval} s; that must be a whole number of slices of {Slice} s, one at least.");
        if (!(StuckAfter > 0)) problems.Error("", 0, 0, $"Vehicles are stuck after {StuckAfter} s; a time above 0 is accepted.");
        if (Threads is < 1 or > 256) problems.Error("", 0, 0, $"{Threads} threads are wanted; 1 to 256 are accepted.");
    }
}
