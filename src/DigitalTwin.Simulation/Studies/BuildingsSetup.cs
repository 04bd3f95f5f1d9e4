using DigitalTwin.Buildings;
using DigitalTwin.Buildings.Records;
using DigitalTwin.Buildings.Use;
using DigitalTwin.Cities;
using DigitalTwin.Cities.Climate;
using DigitalTwin.Cities.Maps.Buildings;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios;
using DigitalTwin.Scenarios.Variants;
using DigitalTwin.Simulation.Buildings;
using DigitalTwin.Simulation.Mobility;
using DigitalTwin.Weather.Series;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Studies;

/// <summary>From a city's buildings, and those that events add, to what the buildings domain is given.</summary>
internal static class BuildingsSetup
{
    /// <summary>The buildings in their city; null when the map has none.</summary>
    /// <param name="city">The city.</param>
    /// <param name="added">Buildings that events add.</param>
    /// <param name="start">When the run starts.</param>
    /// <param name="weather">Districts that have weather.</param>
    /// <param name="isWaterSimulated">Whether people's water comes from the network.</param>
    /// <param name="places">Places of demand; null where roads are not simulated.</param>
    public static BuildingsSite? Site(
        City city, IReadOnlyList<Building> added, DateTimeOffset start, IReadOnlyList<string> weather, bool isWaterSimulated, DigitalTwin.Mobility.Demand.Places? places)
    {
        if (city.Buildings is not { } stock) return null;
        Building[] all = [.. stock.Buildings, .. added];
        BuildingConnection[] joined = [.. stock.Connections, .. added.Select(b => stock.Connector.At(b.Longitude, b.Latitude, b.Record.Footprint?.Value))];
        var (mean, before) = Temperatures(city, start);
        return new BuildingsSite(all, UseProfiles.Shipped, new BuildingsOptions { Latitude = city.Latitude, Longitude = city.Longitude, StartTemperature = Math.Clamp(before, 20, 26) })
        {
            OnMap = stock.Buildings.Count,
            // What lies in no district has the weather of the first one.
            District = [.. joined.Select(c => Math.Clamp(c.District, 0, weather.Count - 1))],
            Districts = weather,
            Geometry = b => all[b].Record.Footprint?.Value ?? new Point(all[b].Longitude, all[b].Latitude),
            WaterNode = isWaterSimulated ? [.. joined.Select(c => c.Junction)] : [],
            Place = places is null ? [] : [.. all.Select(b => places.Find("building/building/" + b.Id) is >= 0 and var own ? own : places.Nearest(b.Longitude, b.Latitude))],
            MeanAirTemperature = mean,
            Skyline = BuildingSkyline.Of(all, city.Longitude, city.Latitude),
        };
    }

    /// <summary>The buildings that events of a scenario add, in the order of the document; what is wrong with them is reported.</summary>
    public static IReadOnlyList<Building> Added(Scenario scenario, City city, ProblemList problems)
    {
        var added = new List<Building>();
        var plans = new Dictionary<string, (NewBuilding Plan, int Line)>();
        foreach (var act in Events(scenario).Where(e => e.Action.Name == "build"))
        {
            if (city.Buildings is not { } stock) continue;
            if (act.Find("lon") is null != act.Find("lat") is null)
            {
                problems.Error(scenario.File, act.Line, act.Column, "'lon' and 'lat' go together.");
                continue;
            }
            foreach (var target in act.Targets)
            {
                var id = target[(target.LastIndexOf('/') + 1)..];
                var plan = Plan(scenario, act, id);
                if (!plans.TryAdd(id, (plan, act.Line)))
                {
                    if (plans[id].Plan != plan)
                        problems.Error(scenario.File, act.Line, act.Column, $"'{target}' is built otherwise in line {plans[id].Line}; a building has one design, so another one needs another id.");
                    continue;
                }
                var told = new ProblemList();
                var built = plan.Read(stock, told);
                foreach (var problem in told) problems.Add(Located(problem, scenario, act));
                if (built is not null && CheckPlace(built, city)) added.Add(built);
                else if (built is not null)
                    problems.Error(scenario.File, act.Line, act.Column, $"'{target}' would stand at {built.Longitude:0.####} {built.Latitude:0.####}, far from the map's middle ({city.Longitude:0.####} {city.Latitude:0.####}); 'lon' and 'lat' put it elsewhere.");
            }
        }
        return added;
    }

    /// <summary>What is wrong with a file as a whole is told where the scenario names it.</summary>
    private static Problem Located(Problem problem, Scenario scenario, ScenarioEvent act) => problem.Severity != Severity.Error || problem.Line > 0 ? problem
        : new(Severity.Error, scenario.File, act.Line, act.Column, $"'{act.Parameters["from"].Text}': {problem.Sentence}");

    /// <summary>Files of the buildings that events add, full paths.</summary>
    public static IEnumerable<string> Files(Scenario scenario) =>
        Events(scenario).Where(e => e.Action.Name == "build").Select(e => PathOf(scenario, e)).Where(File.Exists).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>What mobility must know of them.</summary>
    public static IReadOnlyList<AddedBuilding> Trips(BuildingsSite? site) => site is null ? [] :
    [
        .. Enumerable.Range(site.OnMap, site.Buildings.Count - site.OnMap).Select(b => new AddedBuilding(
            b, site.Asset(b), site.Buildings[b].Longitude, site.Buildings[b].Latitude, BuildingUseWords.NameOf(site.Buildings[b].Use),
            new Dictionary<string, double>
            {
                ["people"] = BuildingTrips.People(site.Buildings[b]), ["jobs"] = BuildingTrips.Jobs(site.Buildings[b]), ["shop_area"] = BuildingTrips.ShopArea(site.Buildings[b]),
                ["floor_area"] = site.Buildings[b].Zone.FloorArea, ["households"] = site.Buildings[b].Households,
            })),
    ];

    /// <summary>Buildings of the map that events demolish, as far as the demand has them as places.</summary>
    public static IReadOnlyList<(int Building, string Asset, int Place)> Demolished(Scenario scenario, BuildingsSite? site, DigitalTwin.Mobility.Demand.Places places) => site is null ? [] :
    [
        .. Events(scenario).Where(e => e.Action.Name == "demolish").SelectMany(e => e.Targets).SelectMany(site.Targets).Where(b => b < site.OnMap).Distinct().Order()
            .Select(b => (b, site.Asset(b), places.Find(site.Asset(b)))),
    ];

    /// <summary>Reports what a scenario asks of buildings that the map does not have.</summary>
    public static void Check(Scenario scenario, City city, ProblemList problems)
    {
        var asked = scenario.Kpis.Where(k => k.Name.StartsWith("building.", StringComparison.Ordinal)).Select(k => $"'{k.Name}'").ToArray();
        if (city.Buildings is null)
        {
            if (asked.Length > 0) problems.Error(scenario.File, 0, 0, $"The scenario asks for {string.Join(", ", asked)}, but the map '{city.Name}' has no buildings that can be simulated ('buildings:' in city.yaml).");
            foreach (var act in Events(scenario)) problems.Error(scenario.File, act.Line, act.Column, $"The scenario acts on buildings, but the map '{city.Name}' has none that can be simulated ('buildings:' in city.yaml).");
            return;
        }
        foreach (var act in Events(scenario))
        {
            if (act.Parameters.Count == 0 && act.Action.Name is "retrofit" or "setpoint" or "demand-response" && act.Parameters.Count == 0)
                problems.Error(scenario.File, act.Line, act.Column, $"'{act.Action.Name}' says nothing to do; it takes {string.Join(", ", act.Action.Parameters.Select(p => p.Name))}.");
            if (act.Find("heating") is { } low && act.Find("cooling") is { } high && act.Action.Name == "setpoint" && low.Number > high.Number)
                problems.Error(scenario.File, act.Line, act.Column, $"Rooms would be heated to {low.Number:0.#} °C and cooled to {high.Number:0.#} °C; heating is not above cooling.");
        }
        foreach (var variant in EffectiveScenario.All(scenario).Where(v => WeatherSetup.Inputs(city, v) is null).Take(1))
            if (asked.Length > 0 || Events(scenario).Any())
                problems.Error(scenario.File, 0, 0, $"Buildings need weather, but for the variant '{variant.Variant.Name}' neither the scenario nor the map '{city.Name}' gives a climate; name an EPW file under weather: climate.");
    }

    /// <summary>What is assumed about buildings.</summary>
    public static IEnumerable<LocalizedText> Assumptions(BuildingsSite? site, BuildingsSettings settings)
    {
        if (site is null) yield break;
        foreach (var one in settings.Assumptions(settings.GroundTemperature ?? site.MeanAirTemperature)) yield return one;
        yield return new($"Buildings begin at {site.Options.StartTemperature:0.0} °C, the day before's air within 20 to 26 °C.", $"建筑初始温度为 {site.Options.StartTemperature:0.0} °C（前一日气温，限于 20 至 26 °C）。");
        yield return new("Every building is one zone by ISO 13790's five resistances and one capacity; people, light, machines and set-points follow the use of the building.",
            "每栋建筑按 ISO 13790 五阻一容单区模型计算；人员、照明、设备与设定温度按用途取值。");
    }

    private static NewBuilding Plan(Scenario scenario, ScenarioEvent act, string id) => new()
    {
        Id = id,
        Path = PathOf(scenario, act),
        IdInFile = act.Find("building")?.Text,
        Place = act.Find("lon") is { } lon && act.Find("lat") is { } lat ? (lon.Number, lat.Number) : null,
        Rotation = act.Number("rotation", 0),
        Use = act.Find("use") is { } use && BuildingUseWords.TryParse(use.Text, out var meant) ? meant : null,
        Year = (int)act.Number("year", scenario.Period.Start.Year),
        Households = act.Find("households") is { } households ? (int)households.Number : null,
        Occupants = act.Find("occupants")?.Number,
    };

    private static string PathOf(Scenario scenario, ScenarioEvent act) =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(scenario.File))!, act.Parameters["from"].Text));

    /// <summary>Within about 50 km of the map's middle.</summary>
    private static bool CheckPlace(Building building, City city) => Math.Abs(building.Longitude - city.Longitude) < 0.5 && Math.Abs(building.Latitude - city.Latitude) < 0.5;

    private static IEnumerable<ScenarioEvent> Events(Scenario scenario) =>
        scenario.Events.Concat(scenario.Variants.SelectMany(v => v.Events)).Where(e => e.Action.Domain == BuildingsVocabulary.Domain).DistinctBy(e => (e.Line, e.Column));

    /// <summary>Mean air temperature of the climate's year, and of the day before the run, °C.</summary>
    private static (double Year, double DayBefore) Temperatures(City city, DateTimeOffset start)
    {
        const double otherwise = 15;
        if (city.Weather is not { Stations.Count: > 0 } weather) return (otherwise, 20);
        var series = weather.Stations[0].Series;
        return (Mean(series, start, 8760, 3), Mean(series, start.AddHours(-24), 24, 1) is var before && double.IsFinite(before) ? before : 20);

        static double Mean(WeatherSeries series, DateTimeOffset from, int hours, int every)
        {
            var (sum, count) = (0.0, 0);
            for (var hour = 0; hour < hours; hour += every)
                if (series.At(WeatherElement.AirTemperature, from.AddHours(hour)) is var t && double.IsFinite(t)) (sum, count) = (sum + t, count + 1);
            return count > 0 ? sum / count : otherwise;
        }
    }
}
