using DigitalTwin.Cities.Assets;
using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Cities.Maps.Demand;
using DigitalTwin.Cities.Maps.Parking;
using DigitalTwin.Mobility.Osm;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Mobility.Tntp;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Maps.Roads;

/// <summary>The roads and places to park of an import: read and doubted first, written into the new map's folder then.</summary>
internal sealed class RoadImport
{
    /// <summary>The file of places to park in the new map.</summary>
    public const string ParkingName = "parking.geojson";

    private const string RoadsName = "roads.geojson";

    private readonly ImportOptions options;
    private readonly List<ParkingFeature> parking = [];
    private IReadOnlyList<GeoFeature> lots = [];
    private StreetPlan? streets;
    private TntpDemand? demand;

    private RoadImport(ImportOptions options) => this.options = options;

    /// <summary>What all streets lie within, degrees.</summary>
    public Envelope Extent { get; } = new();

    /// <summary>What was read, kept, ignored and assumed, a sentence each.</summary>
    public List<string> Statements { get; } = [];

    /// <summary>Lines of <c>city.yaml</c>.</summary>
    public string Yaml { get; private set; } = "";

    public static RoadImport Read(ImportOptions options, ProblemList problems, CancellationToken cancellation)
    {
        var import = new RoadImport(options);
        TntpNetwork? zones = null;
        if (options.OsmFile is not null && options.RoadFile is not null)
            problems.Error(options.RoadFile, 0, 0, "Roads come from OpenStreetMap or from a file of streets, not from both.");
        else if (options.OsmFile is { } osm && OsmReader.Read(osm, options.Osm, problems, cancellation) is { } extract) import.Take(extract, problems);
        else if (options.RoadFile is { } network && TntpImport.Is(network))
        {
            if (TntpImport.Read(network, options.RoadNodesFile, options.RoadUnits, import.Statements, problems, out zones) is { } plan) import.Take(plan, network, problems);
        }
        else if (options.RoadFile is { } file) import.Take(RoadGeoJson.Read(file, problems, cancellation), file, problems);
        import.demand = TntpDemand.Read(options, zones, import.Statements, problems);
        if (import.demand is not null) import.Yaml += $"demand: {{ od: {TntpDemand.FileName} }}\n";
        return import;
    }

    /// <summary>Whether there are streets.</summary>
    public bool HasStreets => streets is { Streets.Count: > 0 };

    /// <summary>Takes lots that their owner gave: cars park in them. They stand instead of OpenStreetMap's, which may be the same ones.</summary>
    public void Park(IReadOnlyList<GeoFeature> given)
    {
        if (given.Count == 0) return;
        var replaced = parking.RemoveAll(p => p.Kind != ParkingKind.Kerb);
        if (replaced > 0) Statements.Add($"The {Plural.Of(given.Count, "lot")} given {Plural.For(given.Count, "stands", "stand")} instead of the {replaced} of OpenStreetMap; its kerbs stay.");
        if (parking.Count + replaced == 0) Yaml += ParkingLine;
        lots = given;
    }

    public void Write(string folder)
    {
        if (streets is null) return;
        if (options.RoadFile is { } given && !TntpImport.Is(given)) File.Copy(given, Path.Combine(folder, RoadsName));
        else
        {
            using var stream = File.Create(Path.Combine(folder, RoadsName));
            RoadGeoJson.Write(stream, streets, Origin);
        }
        demand?.Write(folder);
        if (parking.Count + lots.Count == 0) return;
        using var places = File.Create(Path.Combine(folder, ParkingName));
        ParkingFeatureWriter.Write(places, lots, parking, lots.Count == 0 ? Origin : parking.Count == 0 ? LotsOrigin : $"{LotsOrigin}; {Origin}");
    }

    private static string ParkingLine => $"parking: {{ file: {ParkingName} }}\n";

    private string LotsOrigin => Path.GetFileName(options.Assets.First(a => a.Type == AssetTypes.ParkingLot).Path);

    private string Origin => options.RoadFile is { } network ? Path.GetFileName(network) : $"{Path.GetFileName(options.OsmFile)}; © OpenStreetMap contributors, ODbL";

    private RoadNetwork Take(StreetPlan plan, string file, ProblemList problems)
    {
        streets = plan;
        foreach (var street in plan.Streets)
            for (var i = 0; i < street.Course.Length; i += 2) Extent.ExpandToInclude(street.Course[i], street.Course[i + 1]);
        foreach (var node in plan.Nodes)
            if (!double.IsNaN(node.Longitude + node.Latitude)) Extent.ExpandToInclude(node.Longitude, node.Latitude);
        Yaml = options.Osm.Side == DrivingSide.Left ? $"roads: {{ file: {RoadsName}, side: left }}\n" : $"roads: {RoadsName}\n";
        // Built here for its mistakes, under the name that the user gave.
        return RoadBuilder.Build(plan, RoadDefaults.Standard with { Side = options.Osm.Side }, file, problems, out _);
    }

    private void Take(OsmExtract extract, ProblemList problems)
    {
        var network = Take(extract.Streets, options.OsmFile!, problems);
        var tally = extract.Tally;
        Statements.Add($"{Path.GetFileName(options.OsmFile)}: read {Plural.Of(tally.Nodes, "node")}, {Plural.Of(tally.Ways, "way")} and {Plural.Of(tally.Relations, "relation")}; kept {Counts(tally.Kept)}.");
        if (tally.Ignored.Count > 0) Statements.Add($"Ignored: {Counts(tally.Ignored)}.");
        if (network.Links.Count == 0) return;
        var places = new OsmPlaces(network, options.Osm, Extent.Centre);
        foreach (var lot in extract.Lots) parking.Add(places.Of(lot));
        foreach (var kerb in extract.Kerbs) parking.Add(places.Of(kerb));
        Statements.AddRange(places.Statements(extract));
        if (parking.Count > 0) Yaml += ParkingLine;
    }

    private static string Counts(IReadOnlyDictionary<string, long> counts) => string.Join(", ", counts.Where(c => c.Value > 0).Select(c => $"{c.Key} ({c.Value:N0})"));
}
