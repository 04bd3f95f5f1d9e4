using DigitalTwin.Cities.Assets;
using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Curbs;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Mobility.Parking.Tariffs;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Geodesy;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Cities.Maps.Parking;

/// <summary>Reads the parking part of a map: lots and kerbs, what they charge, on which roads they lie.</summary>
internal static class ParkingPart
{
    private const double FarFromPlace = 300_000;

    /// <summary>The supply and its assets; null when the map has none. Whatever is wrong is reported, and what is refused for it is noted in <paramref name="told"/>.</summary>
    public static (ParkingSupply? Supply, IReadOnlyList<DriverGroup> Drivers, IReadOnlyList<AssetLayer> Layers) Read(
        MapFile map, RoadNetwork? roads, RoadReport? roadReport, ToldNames told, List<string> assumptions, ProblemList problems)
    {
        if (map.ParkingFile is not { } path) return (null, [], []);
        var drivers = map.DriversFile is null ? DriverGroups.Default : DriverGroupReader.Read(map.DriversFile, problems);
        if (map.DriversFile is null) assumptions.Add($"The map has no groups of drivers; the {drivers.Count} that come with the program drive: {string.Join(", ", drivers.Select(d => d.Name))}.");
        string[] users = [.. drivers.SelectMany(d => d.Permits.Prepend(d.Name)).Distinct()];
        var features = ParkingFeatureReader.Read(path, problems, told);
        foreach (var feature in features)
        {
            CheckUsers(feature, users, path, problems);
            var what = $"The {(feature.Kind == ParkingKind.Kerb ? "kerb" : "lot")} '{feature.Id}' ";
            CurbCheck.Look(feature.Policies, drivers, clause => problems.Error(path, feature.Line, feature.Column, what + clause), clause => problems.Warning(path, feature.Line, feature.Column, what + clause));
        }
        if (map.TariffsFile is null && features.Where(f => f.Tariff is not null).ToArray() is [var charging, .. var others])
            problems.Error(path, charging.Line, charging.Column,
                $"'{charging.Id}' has the tariff '{charging.Tariff}'{(others.Length > 0 ? $", and {others.Length} more have one" : "")}, but '{MapFile.FileName}' names no 'tariffs' under 'parking'.");
        var (tariffs, named) = map.TariffsFile is null ? ([], []) : TariffReader.Read(map.TariffsFile, users, problems);
        if (roads is null) return (null, drivers, []);
        var keepRight = map.RoadDefaults.Side == DrivingSide.Right;
        var finder = new RoadFinder(roads, map.Longitude, map.Latitude, keepRight);
        var placing = new RoadOfParking(roads, roadReport!, finder, keepRight, path, problems);
        var placed = new List<PlacedParking>();
        foreach (var feature in features.OrderBy(f => f.Kind == ParkingKind.Kerb))
        {
            var tariff = Tariff(feature, map, tariffs, named, path, problems);
            if (placing.Find(feature) is not { } at)
            {
                ParkingFeatureReader.Refuse(told, feature.Id);
                continue;
            }
            placed.Add(new(Facility(feature, at.Link, roads, tariff) with { Longitude = at.Place.X, Latitude = at.Place.Y }, feature, at.Shape));
        }
        Look(map, placed, path, problems);
        assumptions.AddRange(placing.Statements());
        return (new([.. placed.Select(p => p.Facility)], tariffs), drivers, ParkingLayers.Of(placed, tariffs, roads, path, problems));
    }

    private static ParkingFacility Facility(ParkingFeature feature, int link, RoadNetwork roads, int tariff) => new()
    {
        Id = feature.Id,
        Kind = feature.Kind == ParkingKind.Kerb ? FacilityKind.Kerb : FacilityKind.Lot,
        Link = link,
        ExitNode = roads.Links.To[link],
        Longitude = double.NaN,
        Latitude = double.NaN,
        Capacity = feature.Capacity,
        Reserves = feature.Reserves,
        Chargers = feature.Chargers,
        ChargerPower = feature.ChargerPower,
        ChargersOpenToAll = feature.ChargersOpenToAll,
        LevelTime = feature.LevelTime,
        EntranceRate = feature.EntranceRate,
        ExitRate = feature.ExitRate,
        QueuePlaces = feature.QueuePlaces,
        Levels = feature.Levels,
        Access = feature.Rules(),
        LongestStay = feature.LongestStay,
        Policies = feature.Policies,
        Tariff = tariff,
    };

    private static void CheckUsers(ParkingFeature feature, string[] users, string path, ProblemList problems)
    {
        foreach (var name in feature.AccessGroups.Concat(feature.SharedWith).Concat(feature.Reserves.SelectMany(r => r.Groups)).Concat(feature.Policies.SelectMany(p => p.Groups)).Distinct().Where(name => !users.Contains(name)))
            problems.Error(path, feature.Line, feature.Column, $"'{feature.Id}' is for '{name}', which is no group of drivers and no permit; there are {string.Join(", ", users)}.{NearestName.Hint(name, users)}");
    }

    private static int Tariff(ParkingFeature feature, MapFile map, IReadOnlyList<Tariff> tariffs, IReadOnlyList<string>? named, string path, ProblemList problems)
    {
        if (feature.Tariff is not { } name || map.TariffsFile is null) return -1;
        for (var i = 0; i < tariffs.Count; i++)
            if (tariffs[i].Id == name) return i;
        if (named is null || named.Contains(name)) return -1;
        problems.Error(path, feature.Line, feature.Column,
            $"'{feature.Id}' has the tariff '{name}', which {Path.GetFileName(map.TariffsFile)} does not have.{NearestName.Hint(name, named)}");
        return -1;
    }

    private static void Look(MapFile map, List<PlacedParking> placed, string path, ProblemList problems)
    {
        var outside = placed.Where(p => map.Extent is { } e && (p.Facility.Longitude < e[0] || p.Facility.Latitude < e[1] || p.Facility.Longitude > e[2] || p.Facility.Latitude > e[3])).ToArray();
        if (outside.Length > 0)
            problems.Error(path, outside[0].Feature.Line, outside[0].Feature.Column, FormattableString.Invariant(
                $"{outside.Length} of {placed.Count} places to park {Plural.For(outside.Length, "lies", "lie")} outside the 'extent' of {MapFile.FileName}, '{outside[0].Facility.Id}' ({outside[0].Facility.Longitude:F5}, {outside[0].Facility.Latitude:F5}) among them."));
        var far = placed.Where(p => SphereDistance.Between(map.Longitude, map.Latitude, p.Facility.Longitude, p.Facility.Latitude) > FarFromPlace).ToArray();
        if (far.Length > 0)
            problems.Warning(path, far[0].Feature.Line, far[0].Feature.Column, FormattableString.Invariant(
                $"{far.Length} of {placed.Count} places to park {Plural.For(far.Length, "lies", "lie")} more than 300 km from the map's 'place', '{far[0].Facility.Id}' ({far[0].Facility.Longitude:F4}, {far[0].Facility.Latitude:F4}) among them."));
    }
}
