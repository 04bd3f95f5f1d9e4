using DigitalTwin.Buildings;
using DigitalTwin.Cities;
using DigitalTwin.Cities.Assets;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios;
using DigitalTwin.Simulation.Buildings;
using DigitalTwin.Simulation.Mobility;
using DigitalTwin.Simulation.Water;
using DigitalTwin.Simulation.Weather;
using DigitalTwin.Weather.Stations;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Studies;

/// <summary>What domains need to know of the city around them: districts as places of weather, for each water node its district and its people, for each road its district.</summary>
internal sealed class CitySites
{
    /// <param name="city">The city.</param>
    /// <param name="scenario">The scenario: what it asks nothing of is not simulated.</param>
    /// <param name="added">Buildings that its events add.</param>
    public CitySites(City city, Scenario scenario, IReadOnlyList<Building> added)
    {
        Weather = Places(city);
        if (city.Districts.Count == 0)
            Assumptions = [new("The map has no districts; the weather of the map's middle holds everywhere.", "地图未划分城区，全域采用中心点天气。")];
        var simulated = AskedDomains.In(city, scenario);
        if (simulated.Buildings)
            Buildings = BuildingsSetup.Site(city, added, scenario.Period.At(scenario.Period.First), Weather.AssetIds, simulated.Water, simulated.Roads ? city.Demand!.Places : null);
        if (simulated.Water) Water = Site(city, city.Water!) with { BuildingNode = Buildings?.WaterNode ?? [] };
        if (simulated.Roads) Mobility = MobilitySetup.Site(city, Weather.Places.Count)! with { TellsBuildings = Buildings is not null, AddedBuildings = BuildingsSetup.Trips(Buildings), DemolishedBuildings = BuildingsSetup.Demolished(scenario, Buildings, city.Demand!.Places) };
        if (city.Water is not null && Water is null) Assumptions = [.. Assumptions, new("The water network is not simulated: the scenario asks nothing of it.", "情景未涉及供水，管网不参与模拟。")];
        if (city is { Roads: not null, Demand: not null } && Mobility is null) Assumptions = [.. Assumptions, new("The roads are not simulated: the scenario asks nothing of them.", "情景未涉及交通，道路不参与模拟。")];
        if (city.Buildings is not null && Buildings is null) Assumptions = [.. Assumptions, new("Buildings are not simulated: the scenario asks nothing of them.", "情景未涉及建筑，建筑不参与模拟。")];
    }

    public WeatherSite Weather { get; }

    public WaterSite? Water { get; }

    public MobilitySite? Mobility { get; }

    public BuildingsSite? Buildings { get; }

    public IReadOnlyList<LocalizedText> Assumptions { get; } = [];

    private static WeatherSite Places(City city)
    {
        if (city.Districts.Count == 0)
        {
            var middle = new Point(city.Longitude, city.Latitude);
            return new([new WeatherPlace(city.Name, new LocalizedText(city.TitleEn, city.TitleZh), city.Longitude, city.Latitude)], [$"{AssetTypes.District}/{city.Name}"], [middle]);
        }
        return new(
            [.. city.Districts.Select(d => new WeatherPlace(d.Id, new LocalizedText(d.NameEn, d.NameZh), d.Area.InteriorPoint.X, d.Area.InteriorPoint.Y))],
            [.. city.Districts.Select(d => $"{AssetTypes.District}/{d.Id}")],
            [.. city.Districts.Select(d => d.Area)]);
    }

    private static WaterSite Site(City city, DigitalTwin.Water.Network.WaterNetwork network)
    {
        var at = city.WaterPlaces!;
        var nodes = new Geometry?[network.Nodes.Count];
        var zone = new int[network.Nodes.Count];
        Array.Fill(zone, -1);
        for (var i = 0; i < nodes.Length; i++)
        {
            if (double.IsNaN(at.Longitude[i])) continue;
            nodes[i] = new Point(at.Longitude[i], at.Latitude[i]);
            zone[i] = city.DistrictAt(at.Longitude[i], at.Latitude[i]);
        }
        var links = new Geometry?[network.Links.Count];
        for (var i = 0; i < links.Length; i++) links[i] = at.LineOf(i);
        var people = new double[network.Nodes.Count];
        at.People.CopyTo(people, 0);
        // What lies in no district has the weather of the first one, but belongs to no metered zone.
        return new WaterSite(network, Array.ConvertAll(zone, z => Math.Max(0, z)), people, i => nodes[i], i => links[i])
        {
            Zones = [.. city.Districts.Select(d => $"{AssetTypes.District}/{d.Id}")],
            Zone = zone,
        };
    }
}
