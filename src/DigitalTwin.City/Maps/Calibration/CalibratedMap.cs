using System.Globalization;
using System.Text;
using DigitalTwin.Cities.Assets;
using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Cities.Maps.Demand;
using DigitalTwin.Cities.Maps.Parking;
using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Estimation;
using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text.Tables;

namespace DigitalTwin.Cities.Maps.Calibration;

/// <summary>
/// A copy of a map whose demand is what its own lots have seen: it can be run as it is. What the copy needs beside the estimate is added and said: lots that were only names become places to park, and where there are no streets, stand-ins.
/// </summary>
public static class CalibratedMap
{
    private const string DemandFolder = "estimated", RoadsName = "roads.geojson", ParkingName = "parking.geojson";

    /// <summary>Makes the copy, whole or not at all.</summary>
    /// <param name="city">The map.</param>
    /// <param name="folder">Its folder to be; new or empty.</param>
    /// <param name="lots">Estimates; the place of each is the id of its asset.</param>
    /// <param name="origins">Where cars come from, in equal shares; the four ends of the map when empty.</param>
    /// <param name="utcOffset">Local time by which the estimates were made; null for the map's.</param>
    /// <returns>What was decided, a sentence each.</returns>
    /// <exception cref="InputException">It cannot be made; with every mistake.</exception>
    public static IReadOnlyList<string> Make(City city, string folder, IReadOnlyList<EstimateCsv.Lot> lots, IReadOnlyList<string> origins, TimeSpan? utcOffset = null)
    {
        ArgumentNullException.ThrowIfNull(city);
        ArgumentNullException.ThrowIfNull(lots);
        ArgumentNullException.ThrowIfNull(origins);
        if (!Directory.Exists(city.Folder)) throw new InputException(city.Folder, "The map's folder is no longer there; a copy of it cannot be made.");
        var statements = new List<string>();
        MapFolder.Make(folder, made =>
        {
            Copy(city.Folder, made);
            var (text, yaml) = (new MapText(Path.Combine(city.Folder, MapFile.FileName)), Path.Combine(made, MapFile.FileName));
            if (utcOffset is { } offset && offset != city.Clock.UtcOffset)
            {
                text.Remove("utc_offset");
                text.Add($"utc_offset: {UtcOffset.Text(offset)}");
                statements.Add($"The copy's clocks show UTC{UtcOffset.Text(offset)}, by which the estimate was made; the map's show {city.Clock}.");
            }
            if (city.Parking is null) AddParking(city, made, text, statements);
            if (city.Demand is not null)
            {
                text.Remove("demand");
                statements.Add("The demand that the map had is left out: nobody drives but those who were estimated.");
            }
            text.Save(yaml);
            var complete = Load(made, folder);
            var from = origins.Count > 0 ? CarOrigins.Named(city.Demand?.Places, complete.Roads!, origins)
                : city.Roads is null ? [StandInRoads.Outside] : CarOrigins.Edge(complete.Roads!);
            if (origins.Count == 0 && city.Roads is not null) statements.Add($"Nobody said where cars come from; they come from the ends of the map in equal shares: {string.Join(", ", from)}. --origin names other places.");
            if (CarOrigins.TooNarrow(complete.Roads!, lots, from) is { } narrow) statements.Add(narrow);
            var files = WriteDemand(complete, made, lots, from, statements);
            text.Add($"demand: {{ {string.Join(", ", files.Select(name => $"{name}: {DemandFolder}/{name}.csv"))} }}");
            text.Save(yaml);
            Load(made, folder);
        });
        return statements;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static void AddParking(City city, string folder, MapText text, List<string> statements)
    {
        var file = city.Parts.FirstOrDefault(p => p.Role == $"assets.{AssetTypes.ParkingLot}") ?? throw new InputException(city.Folder, "The map has no lots to park in.");
        var problems = new ProblemList();
        var lots = GeoJsonReader.Read(file.Path, problems);
        if (city.Roads is null)
        {
            lots = StandInRoads.Write(Path.Combine(folder, RoadsName), lots, city.Longitude, city.Latitude);
            text.Add($"roads: {RoadsName}");
            statements.Add($"The map has no streets: each lot has an access of {StandInRoads.Length:0} m to one node, '{StandInRoads.Outside}', from which all cars come. Give streets (twin map import --roads or --osm) where the drive matters.");
        }
        var path = Path.Combine(folder, ParkingName);
        using (var stream = File.Create(path)) ParkingFeatureWriter.Write(stream, lots, [], Path.GetFileName(file.Path));
        text.Remove(AssetTypes.ParkingLot, "assets");
        text.Add($"parking: {{ file: {ParkingName} }}");
        // Mistakes are told with the file that its owner knows.
        ParkingFeatureReader.Read(path, problems);
        if (problems.HasErrors) throw new InputException([.. problems.Select(p => p with { File = file.Path })]);
    }

    private static string[] WriteDemand(City city, string folder, IReadOnlyList<EstimateCsv.Lot> lots, string[] origins, List<string> statements)
    {
        var (roads, parking) = (city.Roads!, city.Parking!);
        var demand = Path.Combine(folder, DemandFolder);
        Directory.CreateDirectory(demand);
        var names = DemandPart.NamesOf(parking);
        foreach (var lot in lots)
            if (names.Find(lot.Place) < 0) throw new InputException(city.Folder, $"'{lot.Place}' has a history, but it is no place to park of this map.");
        var book = new PlaceBook(roads);
        var ways = origins.ToDictionary(o => o, o => FreeWays.From(roads, book.NodeOf(book.Find(o, false, out _)), byDistance: false), StringComparer.Ordinal);
        EstimateCsv.Write(demand, lots, origins, (origin, lot) => ways[origin][names[names.Find(lot.Place)].ExitNode] is var drive && double.IsFinite(drive) ? drive : 0);
        var groups = GroupRows(city, lots, names);
        if (groups.Length == 0) return ["od", "purposes", "dwell"];
        File.WriteAllText(Path.Combine(demand, "groups.csv"), $"purpose,group,share\n{groups}", new UTF8Encoding(false));
        statements.Add("Lots that are not for everybody are filled by those whom they are for, each group with the same share.");
        return ["od", "purposes", "dwell", "groups"];
    }

    private static string GroupRows(City city, IReadOnlyList<EstimateCsv.Lot> lots, FacilityNames names)
    {
        var rows = new StringBuilder();
        foreach (var lot in lots.DistinctBy(l => l.Purpose))
        {
            var access = names[names.Find(lot.Place)].Access;
            if (access.Count == 0 || access.Any(rule => rule.Groups.Count == 0)) continue;
            string[] those = [.. access.SelectMany(rule => rule.Groups)];
            foreach (var group in city.Drivers.Where(d => those.Contains(d.Name) || d.Permits.Any(those.Contains)))
                rows.Append(CultureInfo.InvariantCulture, $"{CsvText.Quoted(lot.Purpose)},{CsvText.Quoted(group.Name)},1\n");
        }
        return rows.ToString();
    }

    // Mistakes name files where they will lie when the folder is finished.
    private static City Load(string made, string folder)
    {
        var problems = new ProblemList();
        var city = City.Load(made, problems);
        if (problems.HasErrors) throw new InputException([.. problems.Select(p => p.File.StartsWith(made, StringComparison.Ordinal) ? p with { File = Path.Combine(folder, Path.GetRelativePath(made, p.File)) } : p)]);
        return city;
    }
}
