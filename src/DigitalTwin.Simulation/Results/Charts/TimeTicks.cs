using DigitalTwin.Simulation.Results.Manifests;

namespace DigitalTwin.Simulation.Results.Charts;

/// <summary>Instants along an axis of time: whole minutes, hours or days of the local clock.</summary>
internal static class TimeTicks
{
    private static readonly double[] Steps =
        [60, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 2 * 86400, 7 * 86400, 14 * 86400, 30 * 86400, 90 * 86400, 365 * 86400];

    /// <summary>Ticks within [low, high] seconds since the start of the period, at most <paramref name="most"/>; midnight and long steps show the date.</summary>
    public static IEnumerable<(double Seconds, string Label)> Within(double low, double high, SimulatedPeriod period, int most)
    {
        var step = Array.Find(Steps, s => (high - low) / s <= most);
        if (step == 0) step = Steps[^1] * Math.Ceiling((high - low) / Steps[^1] / most);
        var sinceMidnight = period.Start.TimeOfDay.TotalSeconds;
        for (var t = (Math.Ceiling((low + sinceMidnight) / step) * step) - sinceMidnight; t <= high + 1e-6; t += step)
        {
            var at = period.At(t);
            yield return (t, at.TimeOfDay == TimeSpan.Zero || step >= 86400 ? at.ToString("MM-dd") : at.ToString("HH:mm"));
        }
    }
}
