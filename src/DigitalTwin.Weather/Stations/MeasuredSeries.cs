using DigitalTwin.Weather.Series;

namespace DigitalTwin.Weather.Stations;

/// <summary>A value that a station measured.</summary>
/// <param name="Variable">Which variable, one of <see cref="MeasuredSeries.Variables"/>: <c>air_temperature</c>.</param>
/// <param name="At">When; means and amounts end then.</param>
/// <param name="Value">The value, in the variable's first unit; of an amount mm since the record before.</param>
/// <param name="IsAmount">Whether precipitation is an amount and not a rate.</param>
public readonly record struct Measurement(string Variable, DateTimeOffset At, double Value, bool IsAmount = false);

/// <summary>A series of what a station measured, for those who get it value by value and not from a file.</summary>
public static class MeasuredSeries
{
    private static readonly Dictionary<string, ObservedVariable> ByName = ObservedVariable.All.ToDictionary(v => v.Name, StringComparer.Ordinal);

    /// <summary>The variables, by the names that observation files use.</summary>
    public static IReadOnlyCollection<string> Variables => ByName.Keys;

    /// <summary>The series. A value that cannot be believed counts as missing; of two of the same variable and instant the first counts.</summary>
    /// <exception cref="ArgumentException">A variable is none of <see cref="Variables"/>.</exception>
    public static WeatherSeries Of(string station, IEnumerable<Measurement> measurements)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        var observed = new ObservedStation(station);
        foreach (var m in measurements)
        {
            if (!ByName.TryGetValue(m.Variable, out var variable)) throw new ArgumentException($"'{m.Variable}' is no variable; accepted are {string.Join(", ", Variables)}.", nameof(measurements));
            observed.Take(variable, m.IsAmount, Instant.Seconds(m.At), m.Value >= variable.Least && m.Value <= variable.Most ? m.Value : double.NaN);
        }
        return observed.ToSeries();
    }
}
