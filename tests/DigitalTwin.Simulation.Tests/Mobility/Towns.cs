using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Mobility.Parking.Tariffs;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Mobility;
using DigitalTwin.Simulation.Results;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Tests.Mobility;

/// <summary>
/// A town for tests: 5 × 5 crossings 250 m apart, two-way streets of one lane, gates at the four corners, an office in the middle. Crossings are <c>c-r</c>, streets <c>2-2~3-2.f</c>. In the middle are
/// the lots L-1 (at the office), L-2 and L-3 (a block away), and kerbs on the streets around it.
/// </summary>
internal static class Towns
{
    public const int Size = 5;

    private const double Block = 250, DegreesPerMetre = 1 / 111_320.0;

    public static Recording Morning(double hours = 6, double interval = 3600) => new(new DateTimeOffset(2025, 7, 8, 6, 0, 0, TimeSpan.FromHours(8)), 0, hours * 3600, 300, interval);

    /// <summary>The town.</summary>
    /// <param name="workers">Cars that come to the office between 07:00 and 09:00 and stay for two to three hours.</param>
    /// <param name="through">Cars that cross the town from corner to corner between 06:30 and 10:00.</param>
    /// <param name="spaces">Spaces of each lot; null for a town without parking, where workers are dropped at the office.</param>
    /// <param name="only">The group that the lot at the office is for; null for everybody.</param>
    public static MobilitySite Site(int workers = 0, int through = 0, int? spaces = null, string? only = null)
    {
        var roads = Roads();
        var (longitude, latitude) = (roads.Nodes.Longitude, roads.Nodes.Latitude);
        int[] at = [Node(0, 0), Node(Size - 1, 0), Node(0, Size - 1), Node(Size - 1, Size - 1), Node(2, 2)];
        var places = new Places
        {
            Ids = ["gate/west", "gate/south", "gate/north", "gate/east", "building/building/office"],
            Longitude = Array.ConvertAll(at, n => longitude[n]), Latitude = Array.ConvertAll(at, n => latitude[n]), Node = at,
        };
        var parking = spaces is { } size ? Parking(roads, size, only) : new ParkingSupply([], []);
        return new MobilitySite(roads, parking, Demand(places, workers, through, spaces is not null), DriverGroups.Default)
        {
            District = [.. roads.Links.From.Select(n => n % Size < 2 ? 0 : 1)],
            Districts = 2,
            LinkGeometry = l => new LineString([Coordinate(roads.Links.From[l]), Coordinate(roads.Links.To[l])]),
            FacilityGeometry = f => new Point(parking.Facilities[f].Longitude, parking.Facilities[f].Latitude),
            PlaceGeometry = p => p == 4 ? Square(at[4]) : null,
            AssetPlace = _ => null,
        };

        Coordinate Coordinate(int node) => new(longitude[node], latitude[node]);

        Polygon Square(int node) => (Polygon)new GeometryFactory().ToGeometry(new Envelope(longitude[node], longitude[node] + 0.0004, latitude[node], latitude[node] + 0.0003));
    }

    public static CityRun Run(
        MobilitySite site, IReadOnlyList<DueAction> actions, int partitions = 1, int threads = 1, ulong seed = 1, MobilitySettings? settings = null, IDomain? weather = null, double hours = 6, int inside = 1,
        MobilityStart? start = null)
    {
        var recording = Morning(hours);
        var mobility = new MobilityDomain(site, settings ?? new MobilitySettings(), recording, weather is not null, start, inside, settings is { LearnsEvents: true } ? actions : null);
        var plan = new RunPlan(weather is null ? [mobility] : [weather, mobility], 300, (int)(hours * 12), [.. actions.OrderBy(a => a.Time)]);
        return new CityRun(plan, partitions, new KeyedRandom(seed), new Workers(threads));
    }

    public static async Task<RunRecord> RunAsync(
        MobilitySite site, IReadOnlyList<DueAction> actions, int partitions = 1, int threads = 1, ulong seed = 1, MobilitySettings? settings = null, IDomain? weather = null, double hours = 6, int inside = 1,
        MobilityStart? start = null)
    {
        var run = Run(site, actions, partitions, threads, seed, settings, weather, hours, inside, start);
        await run.AdvanceAsync(int.MaxValue);
        return Record(run, site);
    }

    public static RunRecord Record(CityRun run, MobilitySite site) =>
        run.Record("v", 1, [.. (site.Parking.Facilities.Count > 0 ? [.. ParkingKpis.All, .. RoadKpis.All] : RoadKpis.All).Select(k => k.Name)], []);

    public static DueAction Action(double time, string name, string target, params (string Name, object Value)[] values) => new(
        time, MobilityVocabulary.Domain, name, target.Length > 0 ? [target] : [],
        values.Where(v => v.Value is not string).ToDictionary(v => v.Name, v => Convert.ToDouble(v.Value)),
        values.Where(v => v.Value is string).ToDictionary(v => v.Name, v => (string)v.Value), false);

    public static double Kpi(RunRecord record, string name) => record.Kpis.Single(k => k.Kpi.Name == name).Value;

    public static int Node(int column, int row) => row * Size + column;

    private static RoadNetwork Roads()
    {
        var streets = new List<(int A, int B)>();
        for (var row = 0; row < Size; row++)
        {
            for (var column = 0; column < Size; column++)
            {
                if (column < Size - 1) streets.Add((Node(column, row), Node(column + 1, row)));
                if (row < Size - 1) streets.Add((Node(column, row), Node(column, row + 1)));
            }
        }
        static string Crossing(int node) => $"{node % Size}-{node / Size}";
        var links = streets.SelectMany(s => ((string, int, int)[])[($"{Crossing(s.A)}~{Crossing(s.B)}.f", s.A, s.B), ($"{Crossing(s.A)}~{Crossing(s.B)}.b", s.B, s.A)]).ToArray();
        double[] Each(double value) => [.. links.Select(_ => value)];
        return new RoadNetwork(
            new RoadNodes
            {
                Ids = [.. Enumerable.Range(0, Size * Size).Select(Crossing)],
                Longitude = [.. Enumerable.Range(0, Size * Size).Select(n => 114.4 + n % Size * Block * DegreesPerMetre / Math.Cos(30.5 * Math.PI / 180))],
                Latitude = [.. Enumerable.Range(0, Size * Size).Select(n => 30.5 + n / Size * Block * DegreesPerMetre)],
                IsThrough = [.. Enumerable.Repeat(true, Size * Size)],
            },
            new RoadLinks
            {
                Ids = [.. links.Select(l => l.Item1)], From = [.. links.Select(l => l.Item2)], To = [.. links.Select(l => l.Item3)],
                Length = Each(Block), Lanes = Each(1), FreeSpeed = Each(12.5), Capacity = Each(0.5), GreenShare = Each(0.5), Storage = Each(33),
                Class = [.. links.Select(_ => RoadClass.Tertiary)], Course = new double[]?[links.Length], Names = [.. links.Select(_ => "")],
            },
            []);
    }

    private static ParkingSupply Parking(RoadNetwork roads, int spaces, string? only)
    {
        ParkingFacility Facility(string id, FacilityKind kind, string link, int capacity)
        {
            var on = roads.FindLink(link);
            var node = kind == FacilityKind.Lot ? roads.Links.To[on] : roads.Links.From[on];
            return new()
            {
                Id = id, Kind = kind, Link = on, ExitNode = roads.Links.To[on], Longitude = roads.Nodes.Longitude[node], Latitude = roads.Nodes.Latitude[node], Capacity = capacity,
                EntranceRate = kind == FacilityKind.Lot ? 0.2 : double.PositiveInfinity, QueuePlaces = kind == FacilityKind.Lot ? 5 : 0,
                Access = id == "L-1" && only is not null ? [new AccessRule(WeekTime.Always, [only])] : [], Tariff = kind == FacilityKind.Lot ? 0 : -1,
            };
        }
        return new ParkingSupply(
        [
            Facility("L-1", FacilityKind.Lot, "1-2~2-2.f", spaces), Facility("L-2", FacilityKind.Lot, "2-2~3-2.f", spaces), Facility("L-3", FacilityKind.Lot, "2-2~2-3.f", spaces),
            Facility("K-1", FacilityKind.Kerb, "2-1~2-2.f", 10), Facility("K-2", FacilityKind.Kerb, "2-2~2-3.b", 10), Facility("K-3", FacilityKind.Kerb, "2-2~3-2.b", 10),
        ],
        [TariffBuilder.Build(new TariffSource { Id = "town", Plan = new PlanSource { Windows = [new(default, WeekTime.Always, [new(default, 0, 3600, 5)])] } })]);
    }

    private static DemandModel Demand(Places places, int workers, int through, bool parks)
    {
        var count = workers + through;
        bool Works(int i) => i < workers;
        // Every arrival time is its own: a golden section spreads them evenly, whatever their number.
        double Spread(int i) => i * 0.6180339887498949 % 1;
        int[] gates = [0, 1, 2, 3];
        var list = new TripList
        {
            Name = "town",
            Ids = [.. Enumerable.Range(0, count).Select(i => $"t{i}")],
            Origin = [.. Enumerable.Range(0, count).Select(i => gates[i % 4])],
            Destination = [.. Enumerable.Range(0, count).Select(i => Works(i) ? 4 : gates[3 - i % 4])],
            Departures = [.. Enumerable.Range(0, count).Select(i => Departure.Daily(Works(i) ? (7 + 2 * Spread(i)) * 3600 : (6.5 + 3.5 * Spread(i)) * 3600))],
            Purpose = [.. Enumerable.Range(0, count).Select(i => Works(i) ? 0 : 1)],
            Group = [.. Enumerable.Range(0, count).Select(_ => 0)],
            Dwell = [.. Enumerable.Range(0, count).Select(i => Works(i) && parks ? 7200 + 3600 * Spread(i * 7 + 3) : double.NaN)],
            Returns = [.. Enumerable.Range(0, count).Select(i => (sbyte)(Works(i) && parks ? 1 : 0))],
            Jitter = 60,
        };
        return new DemandModel(places, [new("work"), new("through")], [.. DriverGroups.Default.Select(g => g.Name)], [], [list]);
    }
}
