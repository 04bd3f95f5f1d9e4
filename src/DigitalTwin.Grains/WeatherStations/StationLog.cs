using DigitalTwin.Grains.Twins;
using DigitalTwin.Weather.Series;
using DigitalTwin.Weather.Stations;

namespace DigitalTwin.Grains.WeatherStations;

/// <summary>What a station measured in the last days: as far back as the criteria of signals look.</summary>
internal sealed class StationLog
{
    /// <summary>Three days, and one to know what the first of them changed from.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromHours(96);

    private static readonly Dictionary<string, (string Variable, bool IsAmount)> ByProperty = new(
        MeasuredSeries.Variables.Select(v => KeyValuePair.Create(v.Replace('_', '-'), (v, false))).Append(KeyValuePair.Create("precipitation-amount", ("precipitation", true))), StringComparer.Ordinal);

    private readonly List<Measurement> values = [];
    private int forgetAt = 4096;

    /// <summary>When the newest value was measured, µs since 1970; 0 for none.</summary>
    public long Newest { get; private set; }

    /// <summary>Whether signals look at a property.</summary>
    public static bool Knows(string property) => ByProperty.ContainsKey(property);

    public void Add(string property, long at, double value)
    {
        if (!ByProperty.TryGetValue(property, out var found) || double.IsNaN(value)) return;
        values.Add(new(found.Variable, Micros.Instant(at), value, found.IsAmount));
        Newest = Math.Max(Newest, at);
        if (values.Count < forgetAt) return;
        var oldest = Micros.Instant(Newest) - Reach;
        values.RemoveAll(v => v.At < oldest);
        forgetAt = Math.Max(4096, 2 * values.Count);
    }

    public WeatherSeries ToSeries(string station) => MeasuredSeries.Of(station, values);
}
