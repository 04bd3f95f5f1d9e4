using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Tests.Mobility;

/// <summary>Weather that a test makes up: rain by district and time.</summary>
/// <param name="rain">mm/h in a district at a time.</param>
/// <param name="temperature">degC everywhere.</param>
internal sealed class Sky(Func<int, double, double> rain, double temperature = 20) : IDomain, IPartition, IMeter
{
    public string Name => "weather";

    public IReadOnlyList<Quantity> Produces { get; } =
        [new("weather.precipitation", "mm/h", new IndexSet("district", 2)), new("weather.air-temperature", "degC", new IndexSet("district", 2))];

    public IReadOnlyList<Consumption> Consumes => [];

    public IReadOnlyList<int[]> Elements => [[0, 1], [0, 1]];

    public int PartitionCount(int most) => 1;

    public IPartition CreatePartition(int part, int most, KeyedRandom random) => this;

    public IMeter CreateMeter() => this;

    public ValueTask<StepOutput> AdvanceAsync(StepInput input, CancellationToken cancellation) =>
        new(new StepOutput([[rain(0, input.Window.Start), rain(1, input.Window.Start)], [temperature, temperature]], []));

    public ValueTask<ReadOnlyMemory<byte>> SaveAsync() => new(ReadOnlyMemory<byte>.Empty);

    public ValueTask LoadAsync(ReadOnlyMemory<byte> state) => default;

    public IReadOnlyList<LogEntry> Observe(StepWindow step, Exchange exchange) => [];

    public IReadOnlyList<KpiValue> Kpis() => [];

    public IReadOnlyList<TimeSeries> Series() => [];

    public IReadOnlyList<ResultLayer> Layers() => [];

    public void Save(BinaryWriter writer)
    {
    }

    public void Load(BinaryReader reader)
    {
    }
}
