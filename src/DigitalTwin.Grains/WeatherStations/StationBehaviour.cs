using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Twins;
using DigitalTwin.Weather.Warnings;

namespace DigitalTwin.Grains.WeatherStations;

/// <summary>
/// A weather station: the signals in force by what it has measured are its alerts, one a signal (<c>signal:rainstorm</c>). A higher level makes the alert more serious and has to be acknowledged
/// anew, a lower one makes it less so; it is over when the signal is lifted. What was in force is worked out from the history when the twin wakes up.
/// </summary>
internal sealed class StationBehaviour(string id) : TwinBehaviour
{
    private readonly StationLog log = new();
    private SignalDesk? desk;
    private bool isAwake;

    /// <inheritdoc/>
    public override IEnumerable<Want> Wants(Twin twin)
    {
        long newest = 0;
        List<string> known = [];
        foreach (ref readonly var row in twin.Newest)
        {
            if (row.Voice != Voice.Told || !StationLog.Knows(row.Property)) continue;
            known.Add(row.Property);
            newest = Math.Max(newest, row.ObservedAt);
        }
        var from = Micros.Instant(Math.Max(0, newest - Micros.Of(StationLog.Reach)));
        return known.Select(property => new Want(new(property, from, Micros.Instant(newest + 1), null, 1_000_000), samples =>
        {
            foreach (var sample in samples) log.Add(property, Micros.Of(sample.At), sample.Mean);
        }));
    }

    /// <inheritdoc/>
    public override void Take(Twin twin, Observation observation, Draft draft) => log.Add(observation.Property, Micros.Of(observation.ObservedAt), observation.Value);

    /// <inheritdoc/>
    public override void TakeLate(Twin twin, Observation observation, Draft draft) => Take(twin, observation, draft);

    /// <inheritdoc/>
    public override void JudgeByClock(Twin twin, Draft draft) => Settle(twin, draft);

    /// <inheritdoc/>
    public override void Settle(Twin twin, Draft draft)
    {
        desk ??= new(twin.Site.Assets.City, id);
        if (!desk.IsDue(log.Newest)) return;
        var changes = desk.Judge(log);
        if (isAwake)
        {
            foreach (var change in changes) Say(twin, change.Signal, change.From, change.To, change.IssuedAt, draft);
            return;
        }
        // The desk has gone through the last day again: what it holds for in force now counts, not how it came to it.
        isAwake = true;
        var inForce = desk.InForce(log).ToDictionary(s => Rule(s.Signal));
        foreach (var alert in twin.Alerts.Active)
            if (alert.Kind == AlertKind.Signal && !inForce.ContainsKey(alert.Rule)) twin.Alerts.Clear(draft, alert.Rule, Micros.Instant(log.Newest));
        foreach (var (signal, level, issuedAt) in inForce.Values) Say(twin, signal, WarningLevel.None, level, issuedAt, draft);
    }

    private void Say(Twin twin, WarningSignal signal, WarningLevel from, WarningLevel to, DateTimeOffset at, Draft draft)
    {
        if (to == WarningLevel.None)
        {
            twin.Alerts.Clear(draft, Rule(signal), at.ToUniversalTime());
            return;
        }
        var property = PropertyOf(signal.At(to)[0][0].Measure);
        twin.Alerts.Raise(draft, new(twin.Asset, Rule(signal), AlertKind.Signal, SeverityOf(to), property, twin.Number(property), at.ToUniversalTime(), desk!.Text(signal, from, to, at)));
    }

    private static string Rule(WarningSignal signal) => "signal:" + signal.Id;

    private static Severity SeverityOf(WarningLevel level) => level switch
    {
        WarningLevel.Red => Severity.Extreme,
        WarningLevel.Orange => Severity.Severe,
        WarningLevel.Yellow => Severity.Moderate,
        _ => Severity.Minor,
    };

    private static string PropertyOf(Measure measure) => measure switch
    {
        Measure.RainSum or Measure.SnowSum => "precipitation",
        Measure.MeanWind => "wind-speed",
        Measure.Gust => "wind-gust",
        Measure.FogVisibility or Measure.HazeVisibility or Measure.DustVisibility => "visibility",
        Measure.LowestGroundTemperature => "ground-temperature",
        Measure.IcyRoad => "road-temperature",
        _ => "air-temperature",
    };
}
