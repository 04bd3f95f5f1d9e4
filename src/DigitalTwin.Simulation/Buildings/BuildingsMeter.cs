using DigitalTwin.Buildings;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Buildings;

/// <summary>Measures buildings in one run: sums over the period for the KPIs, one value a step for the series, layers at the recording interval.</summary>
internal sealed class BuildingsMeter(BuildingsSite site, BuildingsOptions options, Recording recording) : IMeter
{
    private readonly BuildingSums sums = new(site, options);
    private readonly BuildingsSeries series = new(site);
    private readonly BuildingsLayers layers = new(site);

    public IReadOnlyList<LogEntry> Observe(StepWindow step, Exchange exchange)
    {
        if (!Recording.Counts(step)) return [];
        var now = new BuildingsNow(exchange);
        sums.Add(step, now);
        series.Add(step, now);
        if (recording.Records(step)) layers.Add(step, now);
        return [];
    }

    public IReadOnlyList<KpiValue> Kpis() => sums.Kpis(recording.Duration);

    public IReadOnlyList<TimeSeries> Series() => series.All();

    public IReadOnlyList<ResultLayer> Layers() => layers.All();

    public void Save(BinaryWriter writer)
    {
        sums.Save(writer);
        series.Save(writer);
        layers.Save(writer);
    }

    public void Load(BinaryReader reader)
    {
        sums.Load(reader);
        series.Load(reader);
        layers.Load(reader);
    }
}
