using DigitalTwin.Cities;
using DigitalTwin.Cities.Assets;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios;
using DigitalTwin.Simulation.Mobility;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Studies;

/// <summary>From a city's roads, parking and demand to what the mobility domain is given.</summary>
internal static class MobilitySetup
{
    /// <summary>Roads and parking in their city; null when the map has no roads, or nobody who drives on them.</summary>
    public static MobilitySite? Site(City city, int districts)
    {
        if (city.Roads is not { } roads || city.Demand is not { } demand) return null;
        var parking = city.Parking ?? new ParkingSupply([], []);
        var links = Shapes(city, AssetTypes.RoadLink, roads.Links.Ids);
        string[] lots = [.. parking.Facilities.Select(f => f.Id)];
        var (lotShapes, kerbShapes) = (Shapes(city, AssetTypes.ParkingLot, lots), Shapes(city, AssetTypes.ParkingKerb, lots));
        return new MobilitySite(roads, parking, demand, city.Drivers)
        {
            Fleet = city.Fleet.Vehicles,
            District = [.. links.Select(shape => shape is null ? 0 : Math.Max(0, city.DistrictAt(shape.InteriorPoint.X, shape.InteriorPoint.Y)))],
            Districts = districts,
            LinkGeometry = link => links[link],
            FacilityGeometry = f => parking.Facilities[f].Kind == FacilityKind.Lot ? lotShapes[f] : Along(kerbShapes[f], links[parking.Facilities[f].Link]),
            PlaceGeometry = place => AssetId.TryParse(demand.Places.Ids[place], out var asset, out _) && city.Assets.Find(asset) is >= 0 and var row ? city.Assets[row].Geometry : null,
            AssetPlace = id => PlaceIn(city, id),
        };
    }

    /// <summary>Reports what a scenario asks of roads and parking that the map does not have.</summary>
    public static void Check(Scenario scenario, City city, MobilitySite? site, ProblemList problems)
    {
        if (site is null)
        {
            var asked = scenario.Kpis.Where(k => k.Name.StartsWith("road.", StringComparison.Ordinal) || k.Name.StartsWith("parking.", StringComparison.Ordinal)).Select(k => $"'{k.Name}'").ToArray();
            var lacks = city.Roads is null ? "roads" : "demand (nobody drives on its roads)";
            if (asked.Length > 0) problems.Error(scenario.File, 0, 0, $"The scenario asks for {string.Join(", ", asked)}, but the map '{city.Name}' has no {lacks}.");
            foreach (var act in Events(scenario)) problems.Error(scenario.File, act.Line, act.Column, $"The scenario acts on roads or parking, but the map '{city.Name}' has no {lacks}.");
            return;
        }
        if (site.Parking.Facilities.Count == 0 && scenario.Kpis.Any(k => k.Name.StartsWith("parking.", StringComparison.Ordinal)))
            problems.Error(scenario.File, 0, 0, $"The scenario asks for KPIs of parking, but the map '{city.Name}' has none.");
        CheckEvents(scenario, site, problems);
    }

    /// <summary>Names that only a map knows; null when it has no roads, or nobody who drives on them.</summary>
    public static MobilityNames? Names(City city) =>
        city is { Roads: not null, Demand: { } demand } ? new(city.Drivers, city.Parking?.Tariffs ?? [], demand.Places, asset => MobilitySite.PlaceOf(demand.Places, id => PlaceIn(city, id), asset)) : null;

    /// <summary>Reports what the map's roads and parking have against events; of a scenario with other mistakes too, as far as it does not hang on them.</summary>
    public static void CheckEvents(Scenario scenario, City city, ProblemList problems)
    {
        if (Events(scenario).Any() && Site(city, Math.Max(1, city.Districts.Count)) is { } site) CheckEvents(scenario, site, problems);
    }

    private static void CheckEvents(Scenario scenario, MobilitySite site, ProblemList problems)
    {
        new SpacesCheck(scenario, site, problems).Report();
        foreach (var act in Events(scenario))
        {
            if (act.Action.Name == "book") BookingCheck.Check(scenario, act, problems);
            Takes(act);
            if (act.Action.Name == "retime" && act.Targets.All(t => site.Roads.Links.GreenShare[Link(t)] >= 1))
                problems.Error(scenario.File, act.Line, act.Column, $"There is no signal at the end of {(act.Targets.Count == 1 ? $"'{act.Targets[0]}'" : $"any of the {act.Targets.Count} roads")} that could be retimed.");
            if (act.Action.Name != "crowd") continue;
            foreach (var target in act.Targets.Where(t => site.PlaceOf(t) < 0))
                problems.Error(scenario.File, act.Line, act.Column, $"Nobody can drive to '{target}': neither it nor anything near it is a place of the map's demand.");
        }

        int Link(string target) => site.Roads.FindLink(target[(target.LastIndexOf('/') + 1)..]);

        // A road without a lane is closed; a lot may lose all of its spaces.
        void Takes(ScenarioEvent act)
        {
            if (act.Find("fewer")?.Number is not { } fewer) return;
            foreach (var target in act.Targets)
            {
                var isRoad = target.StartsWith("road/", StringComparison.Ordinal);
                var has = isRoad ? site.Roads.Links.Lanes[Link(target)] : site.Parking.Facilities[site.FacilityOf(target)].Capacity;
                if (isRoad ? fewer < has : fewer <= has && fewer == Math.Round(fewer)) continue;
                problems.Error(scenario.File, act.Line, act.Column, isRoad
                    ? $"'{target}' has {has:0.##} {Plural.For(has, "lane", "lanes")}, so a site cannot take {fewer:0.##}; 'close' takes the whole road."
                    : $"'{target}' has {Plural.Of((long)has, "space")}, so a site cannot take {fewer:0.##}; 'close' takes the whole place.");
                return;
            }
        }
    }

    /// <summary>What is assumed about roads and parking.</summary>
    public static IEnumerable<LocalizedText> Assumptions(City city, MobilitySite? site, MobilitySettings settings, bool readsWeather)
    {
        if (site is { Parking.Facilities.Count: 0 })
            return [.. settings.Assumptions(readsWeather), Cars(city, settings), new("The map says nothing of parking: cars are off the road when they arrive, and drive back after their stay.", "地图未给出停车设施：车辆到达即离开路网，停留后返回。")];
        if (site is not null) return [.. settings.Assumptions(readsWeather), Cars(city, settings)];
        return city.Roads is null || city.Demand is not null ? [] : [new("The map says nothing of who drives: its roads are not simulated.", "地图未给出交通需求，道路不参与模拟。")];
    }

    private static LocalizedText Cars(City city, MobilitySettings settings)
    {
        var (fleet, factors) = (settings.Over(city.Fleet.Vehicles), city.Fleet.Factors);
        var isAssumed = settings.Fleet is null && city.Fleet.File is null;
        return new(
            $"CO2 and NOx are those of warm cars on level roads, by mean speed: {fleet}{(isAssumed ? " (assumed: the map does not say which cars drive)" : "")}; factors {(factors is null ? "of the EMEP/EEA guidebook 2013" : "of " + factors)}.",
            $"二氧化碳与氮氧化物按平均车速计（热态发动机、平直道路）：{fleet}{(isAssumed ? "（假设：地图未给出车队构成）" : "")}；排放因子取自{(factors is null ? " EMEP/EEA 2013 指南" : " " + factors)}。");
    }

    private static IEnumerable<ScenarioEvent> Events(Scenario scenario) =>
        scenario.Events.Concat(scenario.Variants.SelectMany(v => v.Events)).Where(e => e.Action.Domain == MobilityVocabulary.Domain).DistinctBy(e => (e.Line, e.Column));

    /// <summary>A kerb's course in the direction in which its road is driven, so that what lies to the right of the line lies on the side of the street where the cars stand.</summary>
    private static Geometry? Along(Geometry? kerb, Geometry? road)
    {
        if (kerb is not LineString { IsEmpty: false } line || road is not LineString { IsEmpty: false } way) return kerb;
        double x = line.EndPoint.X - line.StartPoint.X, y = line.EndPoint.Y - line.StartPoint.Y;
        return (x * (way.EndPoint.X - way.StartPoint.X)) + (y * (way.EndPoint.Y - way.StartPoint.Y)) < 0 ? line.Reverse() : line;
    }

    private static Coordinate? PlaceIn(City city, string id) => AssetId.TryParse(id, out var asset, out _) && city.Assets.Find(asset) is >= 0 and var row ? city.Assets[row].Place : null;

    private static Geometry?[] Shapes(City city, string type, string[] ids)
    {
        var layer = city.Assets.OfType(type);
        return Array.ConvertAll(ids, id => layer?.Find(id) is >= 0 and var row ? layer.GeometryOf(row) : null);
    }
}
