using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Tests.Buildings;

/// <summary>Weather, water and roads that a test makes up: hot days, the water that comes, the people who are missing.</summary>
/// <param name="temperature">Air temperature at a time, °C.</param>
/// <param name="served">Share of the water that comes at a time; null without water.</param>
/// <param name="missing">People missing at place 0 at a time; null without roads.</param>
internal sealed class Heat(Func<double, double> temperature, Func<double, double>? served = null, Func<double, double>? missing = null) : IDomain, IPartition, IMeter
{
    private static readonly IndexSet Districts = new("district", 2), Nodes = new("water node", 1), Places = new("place of demand", 1);

    public string Name => "outside";

    /// <summary>Looks at every step.</summary>
    public Action<StepWindow, Exchange>? Watch { get; init; }

    public IReadOnlyList<Quantity> Produces { get; } =
    [
        new("weather.air-temperature", "degC", Districts), new("weather.relative-humidity", "%", Districts), new("weather.wind-speed", "m/s", Districts),
        new("weather.global-radiation", "W/m²", Districts), new("weather.direct-radiation", "W/m²", Districts), new("weather.diffuse-radiation", "W/m²", Districts),
        new("weather.infrared-radiation", "W/m²", Districts),
        .. served is null ? (Quantity[])[] : [new("water.delivered", "m³", Nodes), new("water.unserved", "m³", Nodes)],
        .. missing is null ? (Quantity[])[] : [new("road.people-missing", "1", Places)],
    ];

    public IReadOnlyList<Consumption> Consumes => [];

    public IReadOnlyList<int[]> Elements => [.. Produces.Select(q => Enumerable.Range(0, q.Over.Count).ToArray())];

    public int PartitionCount(int most) => 1;

    public IPartition CreatePartition(int part, int most, KeyedRandom random) => this;

    public IMeter CreateMeter() => this;

    public ValueTask<StepOutput> AdvanceAsync(StepInput input, CancellationToken cancellation)
    {
        var time = input.Window.Start;
        var hour = time / 3600 % 24;
        var sun = Math.Max(0, Math.Sin(Math.PI * (hour - 6) / 12));
        double[] Both(double value) => [value, value];
        return new(new StepOutput(
            [
                Both(temperature(time)), Both(60), Both(2), Both(700 * sun), Both(600 * sun), Both(200 * sun), Both(400),
                .. served is null ? (double[][])[] : [[served(time)], [1 - served(time)]],
                .. missing is null ? (double[][])[] : [[missing(time)]],
            ], []));
    }

    public ValueTask<ReadOnlyMemory<byte>> SaveAsync() => new(ReadOnlyMemory<byte>.Empty);

    public ValueTask LoadAsync(ReadOnlyMemory<byte> state) => default;

    public IReadOnlyList<LogEntry> Observe(StepWindow step, Exchange exchange)
    {
        Watch?.Invoke(step, exchange);
        return [];
    }

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
