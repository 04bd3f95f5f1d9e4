namespace DigitalTwin.Simulation.Loop;

/// <summary>When a run takes place and how often it is recorded. Times are s since the scenario's start.</summary>
/// <param name="Start">The scenario's start, with the offset of the city's clocks.</param>
/// <param name="First">The first simulated time: 0, or less with a warm-up that is not counted.</param>
/// <param name="Duration">Length without the warm-up, s.</param>
/// <param name="StepLength">Coupling interval, s.</param>
/// <param name="Interval">Interval at which layers are recorded, s.</param>
public sealed record Recording(DateTimeOffset Start, double First, double Duration, double StepLength, double Interval)
{
    /// <summary>Whether a step is counted in KPIs and series: it lies after the warm-up.</summary>
    public static bool Counts(StepWindow step) => step.Start > -1e-6;

    /// <summary>Whether layers are recorded at the end of a step.</summary>
    public bool Records(StepWindow step) =>
        Counts(step) && (Math.Abs(Math.IEEERemainder(step.End, Interval)) < 1e-6 || step.End > Duration - 1e-6);
}
