using DigitalTwin.Cities.Assets;
using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Demand.Tables;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Maps.Demand;

/// <summary>Reads the demand of a map: places joined to its roads, then the sources of trips, then what trips do not say of themselves.</summary>
internal sealed class DemandPart
{
    /// <summary>Purpose of an event's crowd.</summary>
    public const string Event = "event";

    private readonly DemandFiles files;
    private readonly RoadNetwork roads;
    private readonly ProblemList problems;
    private readonly List<string> assumptions;
    private readonly PlaceBook places;
    private readonly SiteTable sites = new();
    private readonly NameBook groups;

    private DemandPart(DemandFiles files, RoadNetwork roads, bool roadsAreTorn, ParkingSupply? parking, ToldNames told, IReadOnlyList<string> groups, List<string> assumptions, ProblemList problems)
    {
        (this.files, this.roads, this.assumptions, this.problems) = (files, roads, assumptions, problems);
        places = new(roads, files.Farthest) { Facilities = parking is null ? null : NamesOf(parking), Told = told, AreRoadsTorn = roadsAreTorn };
        this.groups = new("group of drivers", groups);
    }

    /// <summary>Reads it; null when the map has none or nothing can be made of it (reported).</summary>
    /// <param name="map">Table of contents.</param>
    /// <param name="roads">Roads.</param>
    /// <param name="roadsAreTorn">Whether streets were refused: what they would have joined cannot be judged then.</param>
    /// <param name="parking">Lots and kerbs, or null.</param>
    /// <param name="told">What was refused before; zones and gates that are refused here are added.</param>
    /// <param name="buildings">Buildings, or null.</param>
    /// <param name="groups">Names of the groups of drivers.</param>
    /// <param name="assumptions">What was assumed.</param>
    /// <param name="problems">Mistakes.</param>
    public static DemandModel? Read(MapFile map, RoadNetwork? roads, bool roadsAreTorn, ParkingSupply? parking, ToldNames told, AssetLayer? buildings, IReadOnlyList<string> groups, List<string> assumptions, ProblemList problems)
    {
        if (map.Demand is not { } files) return null;
        if (roads is not null) return new DemandPart(files, roads, roadsAreTorn, parking, told, groups, assumptions, problems).Read(map, buildings);
        if (map.RoadFile is null) problems.Error(files.Map, files.Line, 1, "'demand' needs 'roads' to drive on.");
        return null;
    }

    /// <summary>Lots and kerbs by the ids of their assets.</summary>
    internal static FacilityNames NamesOf(ParkingSupply parking) => new(parking, f => $"{(f.Kind == FacilityKind.Lot ? AssetTypes.ParkingLot : AssetTypes.ParkingKerb)}/{f.Id}");

    private DemandModel? Read(MapFile map, AssetLayer? buildings)
    {
        var before = problems.ErrorCount;
        var buildingFile = map.Buildings?.Files[0].Path ?? map.AssetFiles.FirstOrDefault(f => f.Type == AssetTypes.Building)?.Path ?? "";
        Sites(map, BuildingSites.Join(buildings, places, buildingFile, problems), buildingFile);
        var declared = files["purposes"] is { } path ? PurposeCsv.Read(path, problems) : null;
        var names = declared is null ? new NameBook("purpose", true) : new NameBook("purpose", declared.Select(p => p.Name));
        var landUse = sites.ToSites();
        var hasThrough = landUse.ThroughIn.Any(t => t > 0);
        if (hasThrough) names.Add(LandUseDemand.Through);
        var rates = files["rates"] is { } ratesFile ? RateCsv.Read(ratesFile, problems.ErrorCount > before ? null : landUse, names, problems) : [];
        var zones = landUse.LandUse.Select((use, i) => (use, i)).Where(s => s.use != LandUseSites.Gate).Select(s => landUse.Zones[s.i]).ToArray();
        var sources = new List<DemandSource>();
        if (files["trips"] is { } trips && TripCsv.Read(trips, files.TripColumns, places, zones, names, groups, files.Jitter, problems) is { } list) sources.Add(list);
        if (files["od"] is { } od && OdCsv.Read(od, files.OdColumns, zones, places, names, groups, problems) is { } matrix) sources.Add(matrix);
        if (names.Names.Count == 0) names.Add("other");
        names.Add(Event);
        var closed = new NameBook("purpose", names.Names);
        var profiles = files["profiles"] is { } profileFile ? ProfileCsv.Read(profileFile, closed, problems) : [.. closed.Names.Select(_ => (IReadOnlyList<DayProfile>)[])];
        var purposes = Purposes(closed, declared ?? [], out var others);
        if (problems.ErrorCount > before) return null;
        var made = places.ToPlaces();
        if (rates.Count > 0 || hasThrough)
        {
            var demand = new LandUseDemand
            {
                Name = Path.GetFileName(files["rates"] ?? files["gates"]!), Roads = roads, Places = made, Sites = landUse, Rates = rates, PurposeNames = closed.Names, Profiles = profiles,
                Deterrence = files.Deterrence ?? new(false, 0), Means = [.. purposes.Select(p => files.Deterrence?.ByDistance == true ? p.MeanWay : p.MeanDrive)],
            };
            LandUseDoubts.Find(demand, files, problems);
            sources.Insert(0, demand);
        }
        if (problems.ErrorCount > before) return null;
        return new(made, purposes, groups.Names, others, sources, files.Factor);
    }

    private void Sites(MapFile map, BuildingSites? buildings, string buildingFile)
    {
        var reader = new ZoneReader(places, sites, problems);
        if (files["zones"] is { } zones) reader.Zones(zones, new(places, buildings));
        if (files.ZonesAreBuildings)
        {
            if (buildings is null) problems.Error(files.Map, files.Line, 1, $"The zones are the buildings, but the map has none; 'buildings: buildings.geojson' or 'assets: {{ {AssetTypes.Building}: buildings.geojson }}' brings them.");
            else buildings.AddTo(sites, buildingFile, problems);
        }
        if (files["gates"] is { } gates) reader.Gates(gates);
    }

    /// <summary>What holds for each purpose, and the weights of groups for those that say nothing of them.</summary>
    private TripPurpose[] Purposes(NameBook names, List<TripPurpose> declared, out double[] others)
    {
        var dwell = files["dwell"] is { } dwellFile ? DwellCsv.Read(dwellFile, names, problems) : [.. names.Names.Select(_ => (IReadOnlyList<DwellRule>)[])];
        IReadOnlyList<double[]> own = [.. names.Names.Select(_ => Array.Empty<double>())];
        others = [];
        if (files["groups"] is { } groupFile) (others, own) = GroupShareCsv.Read(groupFile, names, groups, problems);
        else if (groups.Names.Count > 1) assumptions.Add($"The map does not say which groups of drivers make its trips; where a trip does not say it either, each of the {groups.Names.Count} groups has the same share.");
        return [.. names.Names.Select((name, i) => (declared.Find(p => p.Name == name) ?? new TripPurpose(name) { Share = declared.Count == 0 && name is not (Event or LandUseDemand.Through) ? 1 : 0 })
            with { Dwell = dwell[i], GroupShares = own[i] })];
    }
}
