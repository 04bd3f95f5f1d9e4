using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Weather.Series;
using DigitalTwin.Weather.Stations;
using DigitalTwin.Weather.Warnings;

namespace DigitalTwin.Weather;

/// <summary>
/// The weather of a set of places: the one door of this library. A place's weather is a function of the inputs, the place and the time alone, so a city may be
/// cut into any number of models and each place still gets the same bits. A model owns the workspace of one thread.
/// </summary>
public sealed class WeatherModel
{
    private readonly WeatherInputs inputs;
    private readonly WeatherOptions options;
    private readonly PlaceWeather field;
    private readonly WarningDesk desk;

    /// <summary>Creates the model.</summary>
    /// <param name="inputs">Stations, storms, adjustments.</param>
    /// <param name="places">The places, in the order of the state's arrays.</param>
    /// <param name="options">Options, or null for the defaults.</param>
    /// <exception cref="InputException">The options or a storm are wrong: every mistake is listed.</exception>
    public WeatherModel(WeatherInputs inputs, IReadOnlyList<WeatherPlace> places, WeatherOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(places);
        (this.inputs, Places, this.options) = (inputs, places, options ?? new WeatherOptions());
        Check();
        field = new PlaceWeather(inputs, places, this.options);
        desk = new WarningDesk(inputs, places, this.options);
    }

    /// <summary>The places.</summary>
    public IReadOnlyList<WeatherPlace> Places { get; }

    /// <summary>What was assumed because the inputs do not say.</summary>
    public IReadOnlyList<LocalizedText> Assumptions
    {
        get
        {
            var all = new List<LocalizedText>();
            foreach (var station in inputs.Stations)
                foreach (var note in station.Series.Notes) all.Add(new LocalizedText($"{station.Id}: {note.En}", $"{station.Id}：{note.Zh}"));
            if (!inputs.Stations.Any(s => s.Series.Has(WeatherElement.WindGust)))
                all.Add(new LocalizedText($"Gusts are {options.GustFactor} times the mean wind (WMO/TD-No. 1555, in-land).", $"阵风取平均风速的 {options.GustFactor} 倍（WMO/TD-No. 1555，内陆）。"));
            return all;
        }
    }

    /// <summary>A state that knows nothing yet: every value is NaN until the first <see cref="Advance"/>.</summary>
    public WeatherState InitialState() => new(Places.Count, inputs.Warnings.Signals.Count);

    /// <summary>The state at an instant, with means of the records around it.</summary>
    public WeatherState InitialState(DateTimeOffset at)
    {
        var state = InitialState();
        var t = Instant.Seconds(at);
        field.Fill(t - 1, t, state.Now);
        state.Seconds = t;
        return state;
    }

    /// <summary>Advances over one step.</summary>
    /// <param name="state">A state of this model's places; overwritten.</param>
    /// <param name="from">Begin of the step.</param>
    /// <param name="step">Its length, above 0.</param>
    public void Advance(WeatherState state, DateTimeOffset from, TimeSpan step)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(step, TimeSpan.Zero);
        if (state.Places != Places.Count) throw new ArgumentException($"The state has {state.Places} places, the model {Places.Count}.", nameof(state));
        var (begin, end) = (Instant.Seconds(from), Instant.Seconds(from + step));
        field.Fill(begin, end, state.Now);
        state.Seconds = end;
        state.Changes.Clear();
        desk.Advance(state, begin, end);
    }

    /// <summary>The signals that cannot be judged with these inputs, and why: they are never issued.</summary>
    public IReadOnlyList<(WarningSignal Signal, LocalizedText Why)> UnjudgedSignals => [.. Unjudged.In(inputs)];

    /// <summary>How long before a storm begins the warnings may already speak of it: the longest window of a sum of rain or snow, within the forecast.</summary>
    public TimeSpan Lookahead
    {
        get
        {
            var hours = inputs.Warnings.Signals.SelectMany(s => s.Levels).SelectMany(l => l).SelectMany(a => a)
                .Where(c => c.Measure is Measure.RainSum or Measure.SnowSum or Measure.IcyRoad).Select(c => c.Hours).DefaultIfEmpty(0).Max();
            return TimeSpan.FromHours(Math.Min(hours, options.ForecastHorizon.TotalHours));
        }
    }

    /// <summary>The changes of signals in the last step, in the order of time, place and code; join them into messages with <see cref="WarningMessage.Join"/>.</summary>
    public IReadOnlyList<WarningChange> Changes(WeatherState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return
        [
            .. state.Changes.Select(c => new WarningChange(
                Places[c.Place], inputs.Warnings.Signals[c.Signal], c.From, c.To, Instant.Time(c.At, inputs.UtcOffset), Instant.Time(c.ReachedAt, inputs.UtcOffset))),
        ];
    }

    /// <summary>The level of a signal that is in force at a place.</summary>
    /// <param name="state">The state.</param>
    /// <param name="place">Index of the place.</param>
    /// <param name="signal">Id of the signal: <c>rainstorm</c>.</param>
    public WarningLevel LevelInForce(WeatherState state, int place, string signal)
    {
        ArgumentNullException.ThrowIfNull(state);
        var s = inputs.Warnings.IndexOf(signal);
        return s < 0 ? throw new ArgumentException($"The table '{inputs.Warnings.Id}' has no signal '{signal}'.", nameof(signal))
            : state.Signals[(place * inputs.Warnings.Signals.Count) + s].Level;
    }

    /// <summary>The signals in force at a place, with the time of issue of their level.</summary>
    public IEnumerable<(WarningSignal Signal, WarningLevel Level, DateTimeOffset IssuedAt)> InForce(WeatherState state, int place)
    {
        ArgumentNullException.ThrowIfNull(state);
        for (var s = 0; s < inputs.Warnings.Signals.Count; s++)
        {
            var signal = state.Signals[(place * inputs.Warnings.Signals.Count) + s];
            if (signal.Level != WarningLevel.None) yield return (inputs.Warnings.Signals[s], signal.Level, Instant.Time(signal.IssuedAt, inputs.UtcOffset));
        }
    }

    private void Check()
    {
        var problems = new ProblemList();
        foreach (var sentence in options.Mistakes()) problems.Error("", 0, 0, sentence);
        if (inputs.Stations.Count == 0) problems.Error("", 0, 0, "There is no weather station; at least one is needed.");
        foreach (var storm in inputs.Storms)
            foreach (var (isError, sentence) in storm.Mistakes())
                if (isError) problems.Error("", 0, 0, sentence);
        problems.ThrowIfErrors();
    }
}
