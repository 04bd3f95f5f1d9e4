using System.Text;
using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Cities.Places;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Synthesis.Traffic;

/// <summary>Streets with signals, lots, kerbs, tariffs and demand of a synthetic city, written quarter by quarter.</summary>
internal sealed class TrafficSynthesis : IDisposable
{
    private const string Origin = "synthetic; names and numbers invented";

    private readonly SynthesisOptions options;
    private readonly CityPlan city;
    private readonly string folder;
    private readonly List<(Stream Stream, GeoJsonWriter Writer)> files = [];
    private readonly RoadSynthesis roads;
    private readonly CityEdges edges;
    private readonly ZoneSynthesis zones;
    private readonly LotSynthesis lots;
    private readonly KerbSynthesis kerbs;

    public TrafficSynthesis(SynthesisOptions options, CityPlan city, TransverseMercator plane, DistrictSynthesis borders, string folder)
    {
        (this.options, this.city, this.folder) = (options, city, folder);
        roads = new(Begin("streets"), city, plane);
        edges = new(city, roads);
        zones = new(Begin("zones"), borders);
        var parking = Begin("parking");
        (lots, kerbs) = (new(parking, roads), new(parking, roads));
    }

    /// <summary>Adds a quarter; what its corners send and receive.</summary>
    public QuarterSites Add(Quarter quarter)
    {
        var grid = quarter.Grid;
        var plan = new QuarterRoads(grid, new Draws(city.Random, "roads", quarter.Plan.Index));
        var sites = new QuarterSites(grid, quarter.Use, plan);
        var first = roads.Next;
        roads.Add(quarter, plan);
        edges.Add(quarter, plan);
        var (draws, number) = (new Draws(city.Random, "lots", quarter.Plan.Index), 0);
        foreach (var zone in QuarterZones.Of(grid, QuarterZones.Side(options)))
        {
            zones.Add(quarter, sites, zone);
            lots.Add(quarter, plan, sites, first, zone, draws, 10_000 * number++);
        }
        kerbs.Add(quarter, plan, first, new Draws(city.Random, "kerbs", quarter.Plan.Index));
        return sites;
    }

    /// <summary>Writes what needs the sums over all quarters.</summary>
    public void Finish()
    {
        using (var stream = Create("gates.geojson"))
        using (var writer = new GeoJsonWriter(stream, ("name", "gates"), ("origin", Origin)))
            foreach (var gate in Gates()) writer.Write(gate);
        Text("tariffs.yaml", TariffText.Yaml);
        Text("rates.csv", DemandText.Rates + (zones.Riders > 0 ? DemandText.RatesOfPlaces : ""));
        Text("profiles.csv", DemandText.Profiles);
        Text("purposes.csv", DemandText.Purposes);
        Text("dwell.csv", DemandText.Dwell);
        Text("groups.csv", DemandText.Groups);
    }

    /// <summary>What the city holds for traffic.</summary>
    public TrafficCount Count => new(roads.Next - 1, edges.Gates.Count, zones.Count, lots.Count, lots.Spaces, lots.Chargers, kerbs.Count, kerbs.Bays);

    public void Dispose()
    {
        foreach (var (stream, writer) in files)
        {
            writer.Dispose();
            stream.Dispose();
        }
    }

    /// <summary>Gates send what the homes here do not: cars a day by what they come for, by the gates' weights.</summary>
    private IEnumerable<GeoFeature> Gates()
    {
        var all = edges.Gates.Sum(g => g.Weight);
        (string Name, double Cars)[] come =
        [
            ("commuters", zones.Jobs * CarRates.WorkPerJob - zones.People * CarRates.WorkPerPerson),
            ("residents", zones.People * CarRates.HomePerPerson),
            ("shoppers", zones.ShopArea / 100 * CarRates.ShoppingPerArea - 0.03 * zones.People),
            ("guests", 0.5 * zones.Jobs * CarRates.BusinessPerJob),
            ("patients", zones.Beds * CarRates.HospitalPerBed - 0.006 * zones.People),
            ("riders", zones.Riders - 0.0012 * zones.People),
            ("through", 420 * all),
        ];
        foreach (var gate in edges.Gates)
            yield return new(gate.Id, new Point(gate.Place), [new("node", GeoValue.Of(gate.Id)), .. come.Where(c => c.Name is not ("patients" or "riders") || zones.Riders > 0)
                .Select(c => new KeyValuePair<string, GeoValue>(c.Name, GeoValue.Of(Math.Round(Math.Max(0, c.Cars) * gate.Weight / all, 1))))]);
    }

    private GeoJsonWriter Begin(string name)
    {
        var stream = Create(name + ".geojson");
        var writer = new GeoJsonWriter(stream, ("name", name), ("origin", Origin));
        files.Add((stream, writer));
        return writer;
    }

    private FileStream Create(string name) => new(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);

    private void Text(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text.ReplaceLineEndings("\n"), new UTF8Encoding(false));
}

/// <summary>What a synthetic map holds for traffic.</summary>
/// <param name="Streets">Streets.</param>
/// <param name="Gates">Gates at its edge.</param>
/// <param name="Zones">Zones.</param>
/// <param name="Lots">Lots.</param>
/// <param name="Spaces">Spaces in lots.</param>
/// <param name="Chargers">Spaces with a charger.</param>
/// <param name="Kerbs">Kerb segments.</param>
/// <param name="Bays">Bays on them.</param>
public sealed record TrafficCount(int Streets, int Gates, int Zones, int Lots, long Spaces, long Chargers, int Kerbs, long Bays);
