using DigitalTwin.Cities.Assets;
using DigitalTwin.Cities.Maps.Buildings;
using DigitalTwin.Cities.Maps.Demand;
using DigitalTwin.Cities.Maps.Emissions;
using DigitalTwin.Cities.Maps.Layers;
using DigitalTwin.Cities.Maps.Parking;
using DigitalTwin.Cities.Maps.Roads;
using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Hashing;

namespace DigitalTwin.Cities.Maps;

/// <summary>Reads every part of a map and joins them to a city.</summary>
internal static class CityLoader
{
    public static City Load(string folder, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var map = MapFile.Read(folder, problems);
        map ??= new() { Name = "", TitleEn = "", TitleZh = "", Longitude = double.NaN, Latitude = double.NaN, Settings = [] };
        var assumptions = new List<string>();
        var (network, places) = WaterPart.Read(map, assumptions, problems);
        var stations = map.StationsFile is null ? [] : StationReader.Read(map.StationsFile, problems);
        var weather = WeatherPart.Read(map, stations, assumptions, problems);
        var clock = CityClock.Of(map.UtcOffset, weather?.UtcOffset);
        if (weather is not null && weather.UtcOffset != clock.UtcOffset)
            problems.Warning(map.ClimateFile!, 0, 0, $"The climate's hours are those of UTC{UtcOffset.Text(weather.UtcOffset)}, and 'utc_offset' of {MapFile.FileName} says {clock}: the climate is read by its own, and the city lives by the other.");
        var districts = map.DistrictsFile is null ? [] : DistrictReader.Read(map.DistrictsFile, problems);
        var (roads, roadReport) = RoadPart.Read(map, assumptions, problems);
        var layers = map.AssetFiles.Select(file => new AssetLayerReader(map, file, problems).Read()).OfType<AssetLayer>().ToArray();
        var told = new ToldNames();
        var (parking, drivers, parkingLayers) = ParkingPart.Read(map, roads, roadReport, told, assumptions, problems);
        var buildings = BuildingPart.Read(map, new(map, map.Buildings?.Reach ?? new(), network, places, roads, parking, districts), new(network, roads, parking, districts), assumptions, problems);
        var buildingLayer = buildings is null ? layers.FirstOrDefault(l => l.Type == AssetTypes.Building) : BuildingLayer.Of(buildings, network, roads, parking, districts);
        var demand = DemandPart.Read(map, roads, roadReport?.IsTorn == true, parking, told, buildingLayer, [.. (drivers.Count > 0 ? drivers : DriverGroups.Default).Select(g => g.Name)], assumptions, problems);
        var fleet = EmissionPart.Read(map, roads, problems);
        var parts = PartsOf(map, problems);
        return new()
        {
            Name = map.Name,
            TitleEn = map.TitleEn,
            TitleZh = map.TitleZh,
            Folder = folder,
            ContentHash = Hash(map, parts),
            Parts = parts,
            Assets = AssetTableBuilder.Build(network, places, stations, districts, roads, [.. parkingLayers, .. layers.Where(l => parkingLayers.All(p => p.Type != l.Type) && (buildings is null || l.Type != AssetTypes.Building)), .. buildings is null ? [] : new[] { buildingLayer! }]),
            Water = network,
            WaterPlaces = places,
            Parking = parking,
            Drivers = drivers.Count > 0 || demand is null ? drivers : DriverGroups.Default,
            Clock = clock,
            Weather = weather is null ? null : weather with { UtcOffset = clock.UtcOffset },
            Roads = roads,
            RoadReport = roadReport,
            Demand = demand,
            Fleet = fleet,
            Buildings = buildings,
            Stations = stations,
            Districts = districts,
            Longitude = map.Longitude,
            Latitude = map.Latitude,
            Assumptions = assumptions,
        };
    }

    private static List<MapPart> PartsOf(MapFile map, ProblemList problems)
    {
        (string Role, string? Path)[] roles =
        [
            ("districts", map.DistrictsFile), ("roads", map.RoadFile), ("water.file", map.WaterFile), ("water.population", map.PopulationFile),
            ("emissions.factors", map.Emissions?.FactorsFile), ("emissions.fleet", map.Emissions?.FleetFile),
            ("parking.drivers", map.DriversFile), ("parking.file", map.ParkingFile), ("parking.tariffs", map.TariffsFile),
            ("weather.climate", map.ClimateFile), ("weather.observations", map.ObservationsFile), ("weather.stations", map.StationsFile),
            .. map.AssetFiles.Select(file => ($"assets.{file.Type}", (string?)file.Path)),
            .. (map.Demand?.Files ?? new Dictionary<string, string>()).Select(file => ($"demand.{file.Key}", (string?)file.Value)),
            .. (map.Buildings?.Files ?? []).Select((file, i) => ($"buildings.{i + 1}", (string?)file.Path)),
            ("buildings.archetypes", map.Buildings?.ArchetypeFile),
            .. map.Later.Select(part => (part.Key, (string?)part.Path)),
        ];
        var parts = new List<MapPart>();
        foreach (var (role, path) in roles.OrderBy(r => r.Role, StringComparer.Ordinal))
        {
            if (path is null) continue;
            try
            {
                parts.Add(new(role, path, ContentHash.OfFile(path)));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                problems.Error(path, 0, 0, $"The file cannot be read: {error.Message}");
            }
        }
        return parts;
    }

    private static string Hash(MapFile map, List<MapPart> parts)
    {
        using var hash = new ContentHash();
        foreach (var setting in map.Settings) hash.Append(setting);
        foreach (var part in parts)
        {
            hash.Append(part.Role);
            hash.Append(part.Hash);
        }
        return hash.Current();
    }
}
