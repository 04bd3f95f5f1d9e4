namespace DigitalTwin.Scenarios;

/// <summary>The stretch of time that a scenario simulates. Times inside a scenario are seconds since <see cref="Start"/>; a warm-up runs before 0.</summary>
/// <param name="Start">First instant, with the offset of the map's clocks.</param>
/// <param name="Duration">Length, s; a whole number of steps.</param>
/// <param name="Step">Coupling interval, s.</param>
/// <param name="WarmUp">How long is simulated before the start without being counted, s; a whole number of steps.</param>
public sealed record Period(DateTimeOffset Start, double Duration, double Step, double WarmUp = 0)
{
    /// <summary>Whether the scenario says no start of its own and begins at the instant of the world that it is run from; a time of day is then the next one.</summary>
    public bool IsFromWorld { get; init; }

    /// <summary>The instant after the last.</summary>
    public DateTimeOffset End => At(Duration);

    /// <summary>The first simulated time, s since the start: 0, or less with a warm-up.</summary>
    public double First => -WarmUp;

    /// <summary>The instant of a time in s since the start.</summary>
    public DateTimeOffset At(double seconds) => Start.AddTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond));

    /// <summary>Seconds since the start of an instant.</summary>
    public double OffsetOf(DateTimeOffset instant) => (instant - Start).Ticks / (double)TimeSpan.TicksPerSecond;

    /// <summary>The last time on the grid of steps that is not after a time, s since the start.</summary>
    public double OnGrid(double seconds) => Math.Floor(seconds / Step + 1e-9) * Step;
}
