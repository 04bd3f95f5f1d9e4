namespace DigitalTwin.Buildings.Schedules;

/// <summary>A value for every hour of a week, Monday 0:00 first.</summary>
public sealed class WeekProfile
{
    /// <summary>Hours of a week.</summary>
    public const int Hours = 168;

    private readonly double[] values;

    /// <summary>A value for every hour.</summary>
    /// <param name="values">168 values, Monday 0:00 to 1:00 first.</param>
    /// <exception cref="ArgumentException">There are not 168.</exception>
    public WeekProfile(ReadOnlySpan<double> values) =>
        this.values = values.Length == Hours ? values.ToArray() : throw new ArgumentException($"A week has {Hours} hours; found {values.Length} values.", nameof(values));

    /// <summary>One value at all times.</summary>
    public static WeekProfile Constant(double value)
    {
        var all = new double[Hours];
        Array.Fill(all, value);
        return new WeekProfile(all);
    }

    /// <summary>24 values for Monday to Friday, 24 for Saturday and Sunday.</summary>
    /// <exception cref="ArgumentException">One of them has not 24 values.</exception>
    public static WeekProfile Of(ReadOnlySpan<double> working, ReadOnlySpan<double> weekend)
    {
        if (working.Length != 24 || weekend.Length != 24) throw new ArgumentException($"A day has 24 hours; found {working.Length} and {weekend.Length} values.");
        var all = new double[Hours];
        for (var day = 0; day < 7; day++) (day < 5 ? working : weekend).CopyTo(all.AsSpan(24 * day, 24));
        return new WeekProfile(all);
    }

    /// <summary>The value of an hour of the week, 0 for Monday 0:00 to 1:00.</summary>
    public double this[int hour] => values[hour];
}
