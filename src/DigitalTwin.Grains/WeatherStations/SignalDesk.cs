using DigitalTwin.Cities;
using DigitalTwin.Grains.Twins;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Weather;
using DigitalTwin.Weather.Stations;
using DigitalTwin.Weather.Warnings;

namespace DigitalTwin.Grains.WeatherStations;

/// <summary>
/// The early-warning service of one station, on what it has measured and nothing else: the weather model's own desk, without a forecast. At every full ten minutes up to the newest value
/// it says which signals are issued, raised, lowered and lifted.
/// </summary>
internal sealed class SignalDesk
{
    private const long Mark = 600_000_000;
    private static readonly WeatherOptions WithoutForecast = new() { ForecastHorizon = TimeSpan.Zero };

    private readonly WeatherPlace place;
    private readonly WarningTable table;
    private readonly TimeSpan utcOffset;
    private readonly WarningIssuer issuer;
    private WeatherState? state;
    private long judgedUpTo;

    public SignalDesk(City? city, string id)
    {
        var at = city?.Stations.FirstOrDefault(s => s.Id == id);
        var name = at?.Name ?? id;
        place = new(id, new(name), at?.Longitude ?? 0, at?.Latitude ?? 0, at?.Elevation ?? 0);
        (table, utcOffset) = (city?.Weather?.Warnings ?? WarningTable.National, CityClock.Of(city).UtcOffset);
        issuer = new(new($"Station {name}", $"{name}站"), $"station@{id}");
    }

    /// <summary>Whether a full ten minutes has gone by that was not judged.</summary>
    public bool IsDue(long newest) => newest / Mark * Mark > judgedUpTo;

    /// <summary>Judges the marks since the last one, at most a day of them, and gives the changes in their order.</summary>
    public IReadOnlyList<WarningChange> Judge(StationLog log)
    {
        var until = log.Newest / Mark * Mark;
        var from = Math.Max(judgedUpTo, until - Micros.Of(TimeSpan.FromHours(24)));
        var model = Model(log);
        if (state is null || from > judgedUpTo) state = model.InitialState();
        model.Advance(state, Micros.Instant(from), Micros.Time(until - from));
        judgedUpTo = until;
        return model.Changes(state);
    }

    /// <summary>The signals in force, with the level and when it was issued.</summary>
    public IEnumerable<(WarningSignal Signal, WarningLevel Level, DateTimeOffset IssuedAt)> InForce(StationLog log) => state is null ? [] : Model(log).InForce(state, 0);

    /// <summary>A change of a signal in words.</summary>
    public LocalizedText Text(WarningSignal signal, WarningLevel from, WarningLevel to, DateTimeOffset at) =>
        new WarningMessage { Changes = [new(place, signal, from, to, at, at)] }.Text(issuer);

    private WeatherModel Model(StationLog log)
    {
        var station = new WeatherStation(place.Id, place.Name.En, place.Longitude, place.Latitude, place.Elevation, log.ToSeries(place.Id));
        return new(new() { Stations = [station], Warnings = table, UtcOffset = utcOffset }, [place], WithoutForecast);
    }
}
