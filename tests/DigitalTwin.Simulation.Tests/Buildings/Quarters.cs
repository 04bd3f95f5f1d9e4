using DigitalTwin.Buildings;
using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Sun;
using DigitalTwin.Buildings.Use;
using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Simulation.Buildings;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Tests.Buildings;

/// <summary>A quarter for tests: rows of blocks 40 m apart, offices and housing in turns, in two districts; behind them a tower (T) that stands only when an event adds it, 30 m south of B-0.</summary>
internal static class Quarters
{
    public const double Noon = 12 * 3600;

    public static Func<double, double> HotDays { get; } = time => 30 + 6 * Math.Sin(2 * Math.PI * (time / 3600 - 9) / 24);

    public static Recording Summer(int days = 1) => new(new DateTimeOffset(2025, 7, 8, 0, 0, 0, TimeSpan.FromHours(8)), 0, days * 86400, 900, 3600);

    public static BuildingsSite Site(int count = 12, bool water = false, bool roads = false)
    {
        Building[] all = [.. Enumerable.Range(0, count).Select(i => One($"B-{i}", i % 2 == 0 ? BuildingUse.Office : BuildingUse.Residential, 20)), One("T", BuildingUse.Residential, 90)];
        Geometry[] footprints = [.. Enumerable.Range(0, count).Select(i => Box(40 * (i % 4), 40 * (i / 4))), Box(0, -50)];
        return new BuildingsSite(all, UseProfiles.Shipped, new BuildingsOptions { Latitude = 30.5, Longitude = 114.4, StartTemperature = 25 })
        {
            OnMap = count,
            District = [.. Enumerable.Range(0, all.Length).Select(i => i < count / 2 || i == count ? 0 : 1)],
            Districts = ["city/district/north", "city/district/south"],
            Geometry = b => footprints[b],
            WaterNode = water ? new int[all.Length] : [],
            Place = roads ? new int[all.Length] : [],
            Skyline = new Skyline(footprints, [.. all.Select(b => b.Height)]),
            MeanAirTemperature = 17,
        };
    }

    public static CityRun Run(BuildingsSite site, IReadOnlyList<DueAction> actions, Heat? outside = null, int partitions = 1, int threads = 1, BuildingsSettings? settings = null, int days = 1)
    {
        var recording = Summer(days);
        IDomain[] domains = [outside ?? new Heat(HotDays), new BuildingsDomain(site, settings ?? new BuildingsSettings(), recording)];
        return new CityRun(new RunPlan(domains, 900, days * 96, [.. actions.OrderBy(a => a.Time)]), partitions, new KeyedRandom(1), new Workers(threads));
    }

    public static async Task<RunRecord> RunAsync(
        BuildingsSite site, IReadOnlyList<DueAction> actions, Heat? outside = null, int partitions = 1, int threads = 1, BuildingsSettings? settings = null, int days = 1)
    {
        var run = Run(site, actions, outside, partitions, threads, settings, days);
        await run.AdvanceAsync(int.MaxValue);
        return Record(run);
    }

    public static RunRecord Record(CityRun run) => run.Record("v", 1, [.. BuildingKpis.All.Select(k => k.Name)], []);

    public static DueAction Action(double time, string name, string target, params (string Name, object Value)[] values) => new(
        time, BuildingsVocabulary.Domain, name, [target],
        values.Where(v => v.Value is not string).ToDictionary(v => v.Name, v => Convert.ToDouble(v.Value)),
        values.Where(v => v.Value is string).ToDictionary(v => v.Name, v => (string)v.Value), false);

    public static double Kpi(RunRecord record, string name) => record.Kpis.Single(k => k.Kpi.Name == name).Value;

    /// <summary>A field of one building at the recorded hours.</summary>
    public static float[] Field(RunRecord record, string name, string asset)
    {
        var layer = record.Layers.Single();
        var at = layer.AssetIds.ToList().IndexOf(asset);
        return [.. layer.Fields.Single(f => f.Name == name).Values.Select(row => row[at])];
    }

    private static Building One(string id, BuildingUse use, double height)
    {
        const double width = 20;
        var storeys = (int)(height / 3);
        return new()
        {
            Id = id, Use = use, Year = 2005, Storeys = storeys, Height = height, Occupants = storeys * width * width / 25, Longitude = 114.4, Latitude = 30.5, RoofForPhotovoltaics = 200, Record = new() { Id = id },
            Zone = new()
            {
                FloorArea = storeys * width * width, Volume = 2.7 * storeys * width * width, Infiltration = 0.8,
                Opaque =
                [
                    .. Enumerable.Range(0, 4).Select(k => new OpaqueSurface { Kind = SurfaceKind.Wall, Area = 0.7 * width * height, Azimuth = 90 * k, UValue = 1.5 }),
                    new() { Kind = SurfaceKind.Roof, Area = width * width, Tilt = 0, UValue = 1 }, new() { Kind = SurfaceKind.Floor, Exposure = Exposure.Ground, Area = width * width, Tilt = 180, UValue = 0.5 },
                ],
                Windows = [.. Enumerable.Range(0, 4).Select(k => new Window { Area = 0.3 * width * height, Azimuth = 90 * k, UValue = 4.7, SolarFactor = 0.7 })],
            },
        };
    }

    private static Polygon Box(double x, double y) => new(new LinearRing([new(x, y), new(x + 20, y), new(x + 20, y + 20), new(x, y + 20), new(x, y)]));
}
