using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Starting;
using DigitalTwin.Simulation.Tests.Water;
using DigitalTwin.Simulation.Water;
using DigitalTwin.Water.Network;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Tests.Starting;

/// <summary>Three villages that start from a world. The first two are one zone, the third is another.</summary>
internal static class StartedVillages
{
    public static readonly DateTimeOffset Midnight = new(2025, 7, 8, 0, 0, 0, TimeSpan.FromHours(8));

    public static StartingPoint Point(DateTimeOffset instant, params StartingReading[] readings) => StartingPoint.Of("live", "", instant, readings);

    public static StartingPoint Point(params StartingReading[] readings) => Point(Midnight, readings);

    public static StartingReading Reading(string asset, string property, double value, double minutesOld = 1, string? text = null) =>
        new(asset, property, value, text, Midnight.AddMinutes(-minutesOld), ReadingQuality.Good, "scada", ReadingOrigin.Observed);

    public static CityRun Run(
        StartingPoint? point, WaterSettings? settings = null, int partitions = 1, int threads = 1, int steps = 12, double air = 20, ulong seed = 1,
        DateTimeOffset? begins = null, double emitter = 0, List<StartReport>? report = null)
    {
        settings ??= new WaterSettings();
        var site = Site(emitter);
        var recording = new Recording(begins ?? Midnight, 0, steps * 300, 300, 300);
        var ledger = point is null ? null : new StartLedger(point);
        var start = ledger is null ? null : WaterStarting.Read(ledger, site, settings, recording);
        if (ledger is not null) report?.Add(ledger.Close(recording.Start, _ => true));
        var water = new WaterDomain(site, settings, recording, readsWeather: true, start);
        return new CityRun(new RunPlan([new Air(air), water], 300, steps, []), partitions, new KeyedRandom(seed), new Workers(threads));
    }

    public static async Task<RunRecord> RunAsync(
        StartingPoint? point, WaterSettings? settings = null, int partitions = 1, int threads = 1, int steps = 12, double air = 20, ulong seed = 1,
        DateTimeOffset? begins = null, double emitter = 0)
    {
        var run = Run(point, settings, partitions, threads, steps, air, seed, begins, emitter);
        await run.AdvanceAsync(steps);
        return run.Record("v", 1, [.. WaterKpis.All.Select(k => k.Name)], []);
    }

    public static StartReport Report(StartingPoint point, WaterSettings? settings = null)
    {
        var reports = new List<StartReport>();
        Run(point, settings, report: reports);
        return reports[0];
    }

    /// <summary>The last value of a property of an asset among the states of a record.</summary>
    public static double State(RunRecord record, string asset, string property, double at = double.PositiveInfinity)
    {
        var frame = record.States.Last(s => s.Property == property && s.Time <= at && s.AssetIds.Contains(asset));
        return frame.Values[frame.AssetIds.ToList().IndexOf(asset)];
    }

    /// <summary>A value of a layer at a record.</summary>
    public static double Layer(RunRecord record, string layer, string field, string asset, int row)
    {
        var found = record.Layers.Single(l => l.Name == layer);
        return found.Fields.Single(f => f.Name == field).Values[row][found.AssetIds.ToList().IndexOf(asset)];
    }

    private static WaterSite Site(double emitter)
    {
        var network = Villages.Network(3);
        if (emitter > 0) Array.Fill(network.Nodes.EmitterCoefficient, emitter, 0, network.Nodes.JunctionCount);
        var links = network.Links;
        return new WaterSite(
            network, new int[network.Nodes.Count], [.. Enumerable.Repeat(100.0, network.Nodes.Count)],
            i => new Point(network.Nodes.X[i], network.Nodes.Y[i]), i => new Point(network.Nodes.X[links.From[i]], network.Nodes.Y[links.From[i]]))
        {
            Zones = ["city/district/west", "city/district/east"],
            Zone = [.. network.Nodes.Ids.Select((id, i) => network.Nodes.Kinds[i] != NodeKind.Junction ? -1 : id[0] == '3' ? 1 : 0)],
        };
    }
}
