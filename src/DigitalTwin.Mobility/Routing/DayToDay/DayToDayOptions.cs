using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Routing.DayToDay;

/// <summary>When days are enough.</summary>
public sealed record DayToDayOptions
{
    /// <summary>Days that are simulated at most.</summary>
    public int MostDays { get; init; } = 40;

    /// <summary>Relative gap (RT6) at which drivers are content.</summary>
    public double Gap { get; init; } = 0.05;

    /// <summary>The sentences about what is wrong with these options, all at once.</summary>
    public void Check(ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (MostDays < 1) problems.Error("", 0, 0, $"{MostDays} days are wanted; 1 and more are accepted.");
        if (!(Gap >= 0)) problems.Error("", 0, 0, $"A gap of {Gap} is wanted; 0 and more is accepted.");
    }
}
