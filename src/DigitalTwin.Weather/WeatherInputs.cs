using DigitalTwin.Weather.Epw;
using DigitalTwin.Weather.Stations;
using DigitalTwin.Weather.Storms;
using DigitalTwin.Weather.Warnings;

namespace DigitalTwin.Weather;

/// <summary>All that the weather of a run depends on besides the places: a value, to be changed with <c>with</c>.</summary>
public sealed record WeatherInputs
{
    /// <summary>Stations; at least one.</summary>
    public required IReadOnlyList<WeatherStation> Stations { get; init; }

    /// <summary>Storms of the scenario; their rain adds to that of the stations.</summary>
    public IReadOnlyList<StormSpec> Storms { get; init; } = [];

    /// <summary>Changes to the stations' climate, applied in this order.</summary>
    public IReadOnlyList<WeatherAdjustment> Adjustments { get; init; } = [];

    /// <summary>The city's warning signals.</summary>
    public WarningTable Warnings { get; init; } = WarningTable.National;

    /// <summary>What forecasters and observers say of things that are not computed: tropical cyclones, thunder, hail, dust, drought.</summary>
    public IReadOnlyList<Phenomenon> Phenomena { get; init; } = [];

    /// <summary>Local time against UTC: days of warnings and of adjustments begin at its midnight. China: 8 h.</summary>
    public TimeSpan UtcOffset { get; init; } = TimeSpan.FromHours(8);

    /// <summary>The climate of one EPW file.</summary>
    public static WeatherInputs FromEpw(EpwFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new WeatherInputs { Stations = [WeatherStation.FromEpw(file)], UtcOffset = file.Location.UtcOffset };
    }

    /// <summary>What is wrong, one sentence each; warnings have <c>IsError</c> false.</summary>
    /// <param name="from">Begin of the scenario.</param>
    /// <param name="until">End of the scenario.</param>
    public IEnumerable<(bool IsError, string Sentence)> Mistakes(DateTimeOffset from, DateTimeOffset until)
    {
        if (Stations.Count == 0) yield return (true, "There is no weather station; at least one is needed.");
        foreach (var station in Stations)
        {
            if (!station.Series.Covers(from, until))
                yield return (Stations.Count == 1, $"The station '{station.Id}' ({station.Series.Name}) has no records for all of {from:yyyy-MM-dd HH:mm zzz} to {until:yyyy-MM-dd HH:mm zzz}.");
        }
        foreach (var storm in Storms)
        {
            foreach (var mistake in storm.Mistakes()) yield return mistake;
            if (storm.Begins >= until || storm.Begins + storm.Duration <= from)
                yield return (false, $"The storm that begins at {storm.Begins:yyyy-MM-dd HH:mm zzz} is outside the scenario's period and never rains.");
        }
        foreach (var adjustment in Adjustments)
        {
            if (adjustment is TemperatureOffset { Kelvin: not (>= -60 and <= 60) } offset)
                yield return (true, $"The temperature offset is {offset.Kelvin} K; -60 to 60 is accepted.");
            if (adjustment is PeakTemperatureDay { Peak: not (>= -60 and <= 60) } day)
                yield return (true, $"The peak temperature is {day.Peak} degC; -60 to 60 is accepted.");
        }
    }
}
