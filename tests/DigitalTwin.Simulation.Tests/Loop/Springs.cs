using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Tests.Loop;

/// <summary>
/// A small domain with real state for tests of the loop: n masses, each pulled towards zero and pushed by chance and by what it reads;
/// an action <c>push</c> adds to every mass.
/// </summary>
internal sealed class Springs(string name, int count, params Consumption[] consumes) : IDomain
{
    private readonly Quantity position = new($"{name}.position", "m", new IndexSet("mass", count));

    public int StepsAdvanced;

    public string Name => name;

    public IReadOnlyList<Quantity> Produces => [position];

    public IReadOnlyList<Consumption> Consumes => consumes;

    public int PartitionCount(int most) => Split.Count(count, most);

    public IPartition CreatePartition(int part, int most, KeyedRandom random) => new Part(this, Split.Part(count, most, part), random);

    public IMeter CreateMeter() => new Meter(this);

    private sealed class Part(Springs domain, int[] mine, KeyedRandom random) : IPartition
    {
        private readonly double[] x = new double[mine.Length];
        private readonly double[] v = new double[mine.Length];

        public IReadOnlyList<int[]> Elements => [mine];

        public ValueTask<StepOutput> AdvanceAsync(StepInput input, CancellationToken cancellation)
        {
            if (mine[0] == 0) Interlocked.Increment(ref domain.StepsAdvanced);
            var log = new List<LogEntry>();
            for (var i = 0; i < x.Length; i++)
            {
                var read = 0.0;
                foreach (var quantity in input.Quantities) read += quantity.Span[mine[i] % quantity.Length];
                var noise = random.Normal(KeyedRandom.Stream(domain.Name), (ulong)(input.Window.Index * 1000 + mine[i]));
                v[i] += 0.1 * (-x[i] + 0.1 * read + noise);
                x[i] += 0.1 * v[i] + input.Actions.Sum(a => a.Values["by"]);
            }
            foreach (var action in input.Actions) log.Add(new(action.Time, "action.push", new("pushed"), $"{domain.Name}/mass/{mine[0]}"));
            return new(new StepOutput([x], log));
        }

        public ValueTask<ReadOnlyMemory<byte>> SaveAsync() =>
            new(Bytes.Of(w => { foreach (var value in (double[])[.. x, .. v]) w.Write(value); }));

        public ValueTask LoadAsync(ReadOnlyMemory<byte> state)
        {
            Bytes.Read(state.ToArray(), r =>
            {
                for (var i = 0; i < x.Length; i++) x[i] = r.ReadDouble();
                for (var i = 0; i < v.Length; i++) v[i] = r.ReadDouble();
            });
            return default;
        }
    }

    private sealed class Meter(Springs domain) : IMeter
    {
        private double sum;

        public IReadOnlyList<LogEntry> Observe(StepWindow step, Exchange exchange)
        {
            foreach (var value in exchange.Now(domain.position.Name).Span) sum += value * step.Length;
            return [];
        }

        public IReadOnlyList<KpiValue> Kpis() => [new(new($"{domain.Name}.sum", "m·s", KpiDirection.Less, new("Sum"), new("Sum of positions.")), sum)];

        public IReadOnlyList<TimeSeries> Series() => [];

        public IReadOnlyList<ResultLayer> Layers() => [];

        public void Save(BinaryWriter writer) => writer.Write(sum);

        public void Load(BinaryReader reader) => sum = reader.ReadDouble();
    }
}
