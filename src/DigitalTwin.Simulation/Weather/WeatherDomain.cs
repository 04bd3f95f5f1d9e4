using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Weather;

namespace DigitalTwin.Simulation.Weather;

/// <summary>The weather of the districts in the loop. It reads from nobody.</summary>
public sealed class WeatherDomain : IDomain
{
    private readonly WeatherInputs inputs;
    private readonly WeatherOptions options;
    private readonly Recording recording;
    private readonly WeatherSite site;
    private readonly Quantity[] quantities;

    /// <summary>Prepares the domain for a variant.</summary>
    /// <param name="site">The districts.</param>
    /// <param name="inputs">Stations, storms and adjustments of the variant.</param>
    /// <param name="options">Options; its chance is set per replication.</param>
    /// <param name="recording">When the run starts.</param>
    public WeatherDomain(WeatherSite site, WeatherInputs inputs, WeatherOptions options, Recording recording)
    {
        ArgumentNullException.ThrowIfNull(site);
        (this.site, this.inputs, this.options, this.recording) = (site, inputs, options, recording);
        var districts = new IndexSet("district", site.Places.Count);
        var signals = new IndexSet("district × signal", site.Places.Count * inputs.Warnings.Signals.Count);
        quantities =
        [
            new("weather.air-temperature", "degC", districts), new("weather.relative-humidity", "%", districts), new("weather.precipitation", "mm/h", districts),
            new("weather.wind-speed", "m/s", districts), new("weather.gust", "m/s", districts), new("weather.global-radiation", "W/m²", districts),
            new("weather.direct-radiation", "W/m²", districts), new("weather.diffuse-radiation", "W/m²", districts), new("weather.infrared-radiation", "W/m²", districts),
            new(WarningQuantities.Level, "1", signals), new(WarningQuantities.IssuedAt, "s", signals), new(WarningQuantities.ReachedAt, "s", signals),
        ];
    }

    /// <inheritdoc/>
    public string Name => "weather";

    /// <inheritdoc/>
    public IReadOnlyList<Quantity> Produces => quantities;

    /// <inheritdoc/>
    public IReadOnlyList<Consumption> Consumes => [];

    /// <inheritdoc/>
    public int PartitionCount(int most) => Split.Count(site.Places.Count, most);

    /// <inheritdoc/>
    public IPartition CreatePartition(int part, int most, KeyedRandom random) => new Partition(this, Split.Part(site.Places.Count, most, part), random);

    /// <inheritdoc/>
    public IMeter CreateMeter() => new WeatherMeter(site, inputs.Warnings, recording);

    private sealed class Partition : IPartition
    {
        private readonly Recording recording;
        private readonly WeatherModel model;
        private readonly WeatherState state;
        private readonly WarningQuantities warnings;

        public Partition(WeatherDomain domain, int[] mine, KeyedRandom random)
        {
            recording = domain.recording;
            model = new WeatherModel(domain.inputs, [.. mine.Select(i => domain.site.Places[i])], domain.options with { Chance = random });
            state = model.InitialState();
            warnings = new WarningQuantities(model, domain.inputs.Warnings, recording);
            var signals = domain.inputs.Warnings.Signals.Count;
            int[] rows = [.. mine.SelectMany(place => Enumerable.Range(place * signals, signals))];
            Elements = [.. domain.quantities.Select(q => q.Over == domain.quantities[0].Over ? mine : rows)];
        }

        public IReadOnlyList<int[]> Elements { get; }

        public ValueTask<StepOutput> AdvanceAsync(StepInput input, CancellationToken cancellation)
        {
            model.Advance(state, recording.Start.AddSeconds(input.Window.Start), TimeSpan.FromSeconds(input.Window.Length));
            warnings.Read(state);
            return new(new StepOutput(
                [
                    state.AirTemperature, state.RelativeHumidity, state.Precipitation, state.WindSpeed, state.Gust,
                    state.GlobalRadiation, state.DirectRadiation, state.DiffuseRadiation, state.InfraredRadiation, .. warnings.Values,
                ], []));
        }

        public ValueTask<ReadOnlyMemory<byte>> SaveAsync() => new(Bytes.Of(state.WriteTo));

        public ValueTask LoadAsync(ReadOnlyMemory<byte> saved)
        {
            Bytes.Read(saved.ToArray(), state.ReadFrom);
            return default;
        }
    }
}
