using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Simulation.Water;

/// <summary>Measures water in one run: sums over the period for the KPIs, one value a step for the series, layers at the recording interval.</summary>
internal sealed class WaterMeter(WaterSite site, WaterSettings settings, Recording recording, bool scalesDemand = false) : IMeter
{
    private readonly WaterNetwork network = site.Network;
    private readonly WaterSums sums = new(site, settings);
    private readonly WaterSeries series = new();
    private readonly WaterLayers layers = new(site);
    private readonly WaterStates states = new(site.Network, scalesDemand);

    public IReadOnlyList<LogEntry> Observe(StepWindow step, Exchange exchange)
    {
        if (!Recording.Counts(step)) return [];
        var now = new WaterNow(exchange, scalesDemand);
        sums.Add(step, now);
        series.Add(step, now, network);
        if (!recording.Records(step)) return [];
        layers.Add(step.End, now);
        states.Add(step.End, now, isLast: step.End > recording.Duration - 1e-6);
        return [];
    }

    public IReadOnlyList<KpiValue> Kpis() => sums.Kpis(recording.Duration);

    public IReadOnlyList<TimeSeries> Series() => series.All();

    public IReadOnlyList<ResultLayer> Layers() => layers.All();

    public IReadOnlyList<StateFrame> States() => states.All();

    public void Save(BinaryWriter writer)
    {
        sums.Save(writer);
        series.Save(writer);
        layers.Save(writer);
        states.Save(writer);
    }

    public void Load(BinaryReader reader)
    {
        sums.Load(reader);
        series.Load(reader);
        layers.Load(reader);
        states.Load(reader);
    }
}

/// <summary>The quantities of water in the step that has just ended.</summary>
internal readonly ref struct WaterNow(Exchange exchange, bool scalesDemand)
{
    public readonly ReadOnlySpan<double> Pressure = exchange.Now("water.pressure").Span;
    public readonly ReadOnlySpan<double> PressureMin = exchange.Now("water.pressure-min").Span;
    public readonly ReadOnlySpan<double> Delivered = exchange.Now("water.delivered").Span;
    public readonly ReadOnlySpan<double> Unserved = exchange.Now("water.unserved").Span;
    public readonly ReadOnlySpan<double> Leakage = exchange.Now("water.leakage").Span;
    public readonly ReadOnlySpan<double> Burst = exchange.Now("water.burst").Span;
    public readonly ReadOnlySpan<double> Flow = exchange.Now("water.flow").Span;
    public readonly ReadOnlySpan<double> TankVolume = exchange.Now("water.tank-volume").Span;
    public readonly ReadOnlySpan<double> TankOutflow = exchange.Now("water.tank-outflow").Span;
    public readonly ReadOnlySpan<double> PumpEnergy = exchange.Now("water.pump-energy").Span;
    public readonly ReadOnlySpan<double> PumpCost = exchange.Now("water.pump-cost").Span;
    public readonly ReadOnlySpan<double> Status = exchange.Now("water.status").Span;
    public readonly ReadOnlySpan<double> Setting = exchange.Now("water.setting").Span;
    public readonly ReadOnlySpan<double> DemandFactor = scalesDemand ? exchange.Now("water.demand-factor").Span : default;

    /// <summary>The sum of values in their order.</summary>
    public static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum;
    }
}
