using DigitalTwin.Weather.Stations;

namespace DigitalTwin.Weather.Warnings;

/// <summary>
/// The early-warning service of the places of one model: every ten minutes it looks back and ahead at each place, and issues, raises, lowers and lifts signals. A signal
/// is raised at once; it is lowered or lifted only when the lower level has been enough for a while, and then to the highest level that was called
/// for in that while, so that it doesn't flap.
/// </summary>
internal sealed class WarningDesk
{
    private readonly IReadOnlyList<WeatherPlace> places;
    private readonly WarningTable table;
    private readonly int[] warned;
    private readonly Outlook outlook;
    private readonly Timeline timeline;
    private readonly CriterionCheck check;
    private readonly double liftAfter;

    public WarningDesk(WeatherInputs inputs, IReadOnlyList<WeatherPlace> places, WeatherOptions options)
    {
        (this.places, table, liftAfter) = (places, inputs.Warnings, options.LiftAfter.TotalSeconds);
        warned = [.. Enumerable.Range(0, places.Count).Where(p => places[p].IsWarned)];
        WeatherPlace[] chosen = [.. warned.Select(p => places[p])];
        outlook = new Outlook(new PlaceWeather(inputs, chosen, options), chosen.Length, (int)Math.Round(options.ForecastHorizon.TotalHours * Outlook.PerHour));
        timeline = new Timeline(outlook, table, options);
        check = new CriterionCheck(timeline, table, inputs.Phenomena, inputs.UtcOffset);
    }

    /// <summary>Goes through the ten-minute marks in (from, until].</summary>
    public void Advance(WeatherState state, double from, double until)
    {
        var last = (long)Math.Floor(until / Outlook.CellSeconds);
        for (var cell = (long)Math.Floor(from / Outlook.CellSeconds) + 1; cell <= last; cell++) Evaluate(state, cell);
    }

    private void Evaluate(WeatherState state, long cell)
    {
        if (warned.Length == 0) return;
        outlook.MoveTo(cell);
        for (var w = 0; w < warned.Length; w++)
        {
            timeline.Load(w, cell);
            state.Windows.Take(warned[w], timeline);
            for (var s = 0; s < table.Signals.Count; s++)
            {
                var (level, reached) = LevelOf(table.Signals[s], places[warned[w]].Id);
                Decide(state, warned[w], s, level, reached);
            }
        }
    }

    /// <summary>The highest level of which all criteria of an alternative are met, and when the last of them is.</summary>
    private (WarningLevel Level, double Reached) LevelOf(WarningSignal signal, string place)
    {
        for (var level = WarningLevel.Red; level > WarningLevel.None; level--)
        {
            var best = double.PositiveInfinity;
            var alternatives = signal.At(level);
            for (var a = 0; a < alternatives.Count; a++) best = Math.Min(best, ReachedBy(alternatives[a], place));
            if (!double.IsPositiveInfinity(best)) return (level, best);
        }
        return (WarningLevel.None, double.NaN);
    }

    private double ReachedBy(IReadOnlyList<Criterion> alternative, string place)
    {
        var latest = double.NegativeInfinity;
        for (var c = 0; c < alternative.Count; c++)
        {
            var finding = check.Check(alternative[c], place);
            if (!finding.IsMet) return double.PositiveInfinity;
            latest = Math.Max(latest, finding.At);
        }
        return alternative.Count == 0 ? double.PositiveInfinity : latest;
    }

    private void Decide(WeatherState state, int place, int signal, WarningLevel level, double reached)
    {
        ref var s = ref state.Signals[(place * table.Signals.Count) + signal];
        var now = timeline.NowSeconds;
        if (level > s.Level)
        {
            state.Changes.Add(new SignalChange(place, signal, s.Level, level, now, Math.Max(reached, now)));
            s = new SignalState { Level = level, IssuedAt = now, BelowSince = double.NaN };
        }
        else if (level == s.Level)
        {
            s.BelowSince = double.NaN;
        }
        else
        {
            if (double.IsNaN(s.BelowSince)) (s.BelowSince, s.BelowMost) = (now, level);
            if (level > s.BelowMost) s.BelowMost = level;
            if (now - s.BelowSince < liftAfter) return;
            state.Changes.Add(new SignalChange(place, signal, s.Level, s.BelowMost, now, now));
            s = new SignalState { Level = s.BelowMost, IssuedAt = now, BelowSince = level < s.BelowMost ? now : double.NaN, BelowMost = level };
        }
    }
}
