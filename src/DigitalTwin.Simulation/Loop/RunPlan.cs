namespace DigitalTwin.Simulation.Loop;

/// <summary>What one run does: its domains, its steps and the actions of its variant.</summary>
/// <param name="Domains">The domains, as configured for the variant.</param>
/// <param name="StepLength">Length of a step, s.</param>
/// <param name="StepCount">Number of steps.</param>
/// <param name="Actions">Actions in the order of time; those at or after the end never happen.</param>
/// <param name="First">Start of the first step, s: 0, or less with a warm-up.</param>
public sealed record RunPlan(IReadOnlyList<IDomain> Domains, double StepLength, int StepCount, IReadOnlyList<DueAction> Actions, double First = 0)
{
    /// <summary>A step's window.</summary>
    public StepWindow Window(int step) => new(step, First + step * StepLength, StepLength);

    /// <summary>The first step that an instant (s) falls into: the step that begins at it or contains it.</summary>
    public int StepAt(double time) => Math.Clamp((int)Math.Floor((time - First) / StepLength + 1e-9), 0, StepCount);

    /// <summary>A domain's actions within a window, start included and end excluded.</summary>
    public IReadOnlyList<DueAction> Due(string domain, StepWindow window) =>
        Actions.Any(a => Falls(a, domain, window)) ? [.. Actions.Where(a => Falls(a, domain, window))] : [];

    private static bool Falls(DueAction action, string domain, StepWindow window) =>
        action.Domain == domain && action.Time >= window.Start && action.Time < window.End;
}
