using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Tests.Loop;

/// <summary>A domain of one part that a test makes up: it produces, reads nothing, remembers nothing and tells nothing.</summary>
/// <param name="name">Name.</param>
/// <param name="produces">Quantities.</param>
/// <param name="values">Values of each quantity in a step.</param>
internal abstract class MadeDomain(string name, IReadOnlyList<Quantity> produces, Func<StepWindow, double[][]> values) : IDomain, IPartition, IMeter
{
    public string Name => name;

    public IReadOnlyList<Quantity> Produces => produces;

    public IReadOnlyList<Consumption> Consumes => [];

    public IReadOnlyList<int[]> Elements { get; } = [.. produces.Select(q => Enumerable.Range(0, q.Over.Count).ToArray())];

    public int PartitionCount(int most) => 1;

    public IPartition CreatePartition(int part, int most, KeyedRandom random) => this;

    public IMeter CreateMeter() => this;

    public ValueTask<StepOutput> AdvanceAsync(StepInput input, CancellationToken cancellation) => new(new StepOutput(values(input.Window), []));

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
