using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Tests.Water;

/// <summary>Air of one temperature everywhere.</summary>
internal sealed class Air(double temperature) : IDomain, IPartition, IMeter
{
    public string Name => "weather";

    public IReadOnlyList<Quantity> Produces { get; } = [new("weather.air-temperature", "degC", new IndexSet("district", 1))];

    public IReadOnlyList<Consumption> Consumes => [];

    public IReadOnlyList<int[]> Elements => [[0]];

    public int PartitionCount(int most) => 1;

    public IPartition CreatePartition(int part, int most, KeyedRandom random) => this;

    public IMeter CreateMeter() => this;

    public ValueTask<StepOutput> AdvanceAsync(StepInput input, CancellationToken cancellation) => new(new StepOutput([[temperature]], []));

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
