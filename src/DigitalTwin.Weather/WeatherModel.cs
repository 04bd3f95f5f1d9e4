using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Weather.Series;
using DigitalTwin.Weather.Stations;

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
    }

    /// <summary>The places.</summary>
    public IReadOnlyList<WeatherPlace> Places { get; }

    /// <summary>What was assumed because the inputs do not say.</summary>
    public IReadOnlyList<Wording> Assumptions
    {
        get
        {
            var all = new List<Wording>();
            foreach (var station in inputs.Stations)
                foreach (var note in station.Series.Notes) all.Add(new Wording($"{station.Id}: {note.En}", $"{station.Id}：{note.Zh}"));
            if (!inputs.Stations.Any(s => s.Series.Has(WeatherElement.WindGust)))
                all.Add(new Wording($"Gusts are {options.GustFactor} times the mean wind (WMO/TD-No. 1555, in-land).", $"阵风取平均风速的 {options.GustFactor} 倍（WMO/TD-No. 1555，内陆）。"));
            return all;
        }
    }

    /// <summary>A state that knows nothing yet: every value is NaN until the first <see cref="Advance"/>.</summary>
    public WeatherState InitialState() => new(Places.Count);

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
