using System.Globalization;

namespace DigitalTwin.Mobility.Parking.Curbs;

/// <summary>
/// What holds at a kerb (or in a lot) for some users at some hours of the week: the policy of the Curb Data Specification with one rule. Where several hold for a driver, the one of the lowest priority does; where none does, the
/// facility's own longest stay. Equation P19 of the README.
/// </summary>
/// <param name="Activity">What is permitted or forbidden.</param>
public sealed record CurbPolicy(CurbActivity Activity)
{
    /// <summary>Priority unless one is given.</summary>
    public const int UsualPriority = 1;

    /// <summary>Which policy goes before another: the lower number first.</summary>
    public int Priority { get; init; } = UsualPriority;

    /// <summary>For whom: groups of drivers, or permits that drivers hold, any of them; empty for everybody. Of bays that are kept for loading or stopping it says who may, and nobody else may.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>When it holds; empty for always.</summary>
    public IReadOnlyList<WeekTime> Hours { get; init; } = [];

    /// <summary>Longest time that a car may stand there while the policy holds, in one go, s; infinite without a limit.</summary>
    public double LongestStay { get; init; } = double.PositiveInfinity;

    /// <summary>Its hours; all of the week when it says none.</summary>
    public IReadOnlyList<WeekTime> When => Hours.Count == 0 ? Always : Hours;

    private static readonly WeekTime[] Always = [WeekTime.Always];

    /// <summary>Whether another says the same but for its priority.</summary>
    public bool SaysAs(CurbPolicy other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Activity == other.Activity && LongestStay.Equals(other.LongestStay) && Groups.SequenceEqual(other.Groups, StringComparer.Ordinal) && Hours.SequenceEqual(other.Hours);
    }

    /// <summary>What it says, without its hours: <c>parking for residents, at most 2 h</c>.</summary>
    public override string ToString() =>
        Activity.Word() + (Groups.Count > 0 ? " for " + string.Join(", ", Groups) : "") + (double.IsFinite(LongestStay) ? $", at most {Length(LongestStay)}" : "");

    private static string Length(double seconds) => seconds % 3600 == 0 ? Number(seconds / 3600) + " h" : seconds % 60 == 0 ? Number(seconds / 60) + " min" : Number(seconds) + " s";

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
