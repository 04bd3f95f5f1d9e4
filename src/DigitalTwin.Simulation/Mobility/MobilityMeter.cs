using DigitalTwin.Mobility.Emissions;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>Measures roads and parking in one run: sums over the period for the KPIs, one value a step for the series, layers at the recording interval.</summary>
internal sealed class MobilityMeter(MobilitySite site, Recording recording, EmissionModel emissionModel) : IMeter
{
    private readonly bool hasParking = site.Parking.Facilities.Count > 0;
    private readonly RoadSums roads = new();
    private readonly ParkingSums parking = new(site);
    private readonly MobilitySeries series = new(site);
    private readonly MobilityLayers layers = new(site);
    private readonly MobilityStates states = new(site);
    private readonly MobilityWatch watch = new(site);
    private readonly RoadEmissions emissions = new(emissionModel);

    public IReadOnlyList<LogEntry> Observe(StepWindow step, Exchange exchange)
    {
        var now = new MobilityNow(exchange);
        var news = watch.Observe(step, now);
        if (!Recording.Counts(step)) return [];
        var (carbonDioxide, nitrogenOxides) = emissions.Of(now);
        roads.Add(now, carbonDioxide, nitrogenOxides);
        parking.Add(step, now);
        series.Add(step, now);
        layers.Add(step, now, recording.Records(step));
        if (!recording.Records(step)) return news;
        states.Add(step.End, now);
        return news;
    }

    public IReadOnlyList<KpiValue> Kpis() => [.. hasParking ? parking.Kpis(recording.Duration) : [], .. roads.Kpis()];

    public IReadOnlyList<TimeSeries> Series() => series.All();

    public IReadOnlyList<ResultLayer> Layers() => layers.All();

    public IReadOnlyList<StateFrame> States() => states.All();

    public void Save(BinaryWriter writer)
    {
        roads.Save(writer);
        parking.Save(writer);
        series.Save(writer);
        layers.Save(writer);
        states.Save(writer);
        watch.Save(writer);
    }

    public void Load(BinaryReader reader)
    {
        roads.Load(reader);
        parking.Load(reader);
        series.Load(reader);
        layers.Load(reader);
        states.Load(reader);
        watch.Load(reader);
    }
}
