using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Demand;

/// <summary>The time for which trips are asked, and whose draws they are.</summary>
/// <param name="Random">Seed of the run.</param>
/// <param name="Clock">Local time of second 0.</param>
/// <param name="First">First second, included.</param>
/// <param name="End">Last second, excluded.</param>
/// <param name="Factors">What trips are multiplied by, for each purpose and in the end for those that name none.</param>
/// <param name="Cancellation">Ends the work.</param>
internal sealed record DemandPeriod(KeyedRandom Random, LocalClock Clock, double First, double End, IReadOnlyList<double> Factors, CancellationToken Cancellation)
{
    /// <summary>What trips of a purpose (-1: of none that is stated) are multiplied by.</summary>
    public double FactorOf(int purpose) => Factors[purpose < 0 ? Factors.Count - 1 : purpose];

    /// <summary>Whether a trip that departs then belongs to the period.</summary>
    public bool Holds(double departure) => departure >= First && departure < End;

    /// <summary>The days whose trips can depart in the period, when a day's trips depart between two times after its midnight, s.</summary>
    public IEnumerable<DemandDay> Days(double earliest, double latest)
    {
        if (!(First < End) || !(earliest <= latest)) yield break;
        for (var day = Clock.Day(First - latest); day <= Clock.Day(End - earliest); day++)
        {
            Cancellation.ThrowIfCancellationRequested();
            var midnight = day * 86400.0 - Clock.Start.TimeOfDay.TotalSeconds;
            var date = DateOnly.FromDateTime(Clock.Start.Date).AddDays(day);
            yield return new(date, midnight, day == 0 ? "" : $"@{date:yyyy-MM-dd}");
        }
    }
}

/// <summary>A day of local time.</summary>
/// <param name="Date">Its date; draws are keyed by it, so that a day is the same day whenever the run begins.</param>
/// <param name="Midnight">When it begins, s since the scenario's start.</param>
/// <param name="Suffix">What ids of trips that come every day get on it: nothing on the first day of a run, <c>@2025-07-09</c> later.</param>
internal readonly record struct DemandDay(DateOnly Date, double Midnight, string Suffix)
{
    /// <summary>Whether a mask of days of the week (bit i is day i, Sunday 0) holds it.</summary>
    public bool IsIn(byte days) => (days >> (int)Date.DayOfWeek & 1) != 0;
}
