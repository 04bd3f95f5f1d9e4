using DigitalTwin.Buildings;
using DigitalTwin.Buildings.Sun;
using DigitalTwin.Buildings.Use;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Buildings;

/// <summary>The buildings of a city, those that events add last, and what each is connected to.</summary>
/// <param name="Buildings">The buildings.</param>
/// <param name="Uses">What people do in them.</param>
/// <param name="Options">What all share: where the sun stands, what energy costs. The clock is the run's.</param>
public sealed record BuildingsSite(IReadOnlyList<Building> Buildings, UseProfiles Uses, BuildingsOptions Options)
{
    private readonly Lazy<Dictionary<string, int>> rows = new(() => Rows(Buildings));
    private Horizon[]? horizons;

    /// <summary>How many of them the map has; the others stand from their event on.</summary>
    public required int OnMap { get; init; }

    /// <summary>For every building the index of its district.</summary>
    public required int[] District { get; init; }

    /// <summary>Asset ids of the districts that have weather; at least one.</summary>
    public required IReadOnlyList<string> Districts { get; init; }

    /// <summary>Outline of a building, or null.</summary>
    public required Func<int, Geometry?> Geometry { get; init; }

    /// <summary>For every building the water node that supplies it, -1 for none; empty where water is not simulated.</summary>
    public int[] WaterNode { get; init; } = [];

    /// <summary>For every building the place of demand at which its people's trips end, -1 for none; empty where roads are not simulated.</summary>
    public int[] Place { get; init; } = [];

    /// <summary>What buildings hide from each other; null where nothing does.</summary>
    public Skyline? Skyline { get; init; }

    /// <summary>By building, what hides sun and sky from it in the city of the map. Made when first asked for.</summary>
    public IReadOnlyList<Horizon> Horizons => horizons ??=
        [.. Enumerable.Range(0, Buildings.Count).Select(b => Skyline?.Around(b, other => other < OnMap) ?? Horizon.Open)];

    /// <summary>Mean air temperature of the climate's year, °C.</summary>
    public double MeanAirTemperature { get; init; } = 15;

    /// <summary>Asset id of a building.</summary>
    public string Asset(int building) => "building/building/" + Buildings[building].Id;

    /// <summary>Whether so many people are enough for a building to count as one with people in it; what an empty office reaches at the weekend bothers nobody.</summary>
    public bool IsOccupied(int building, double people) => Buildings[building].Occupants > 0 && people >= Options.OccupiedFrom * Buildings[building].Occupants;

    /// <summary>The building of an asset id, or -1.</summary>
    public int Find(string asset) => rows.Value.GetValueOrDefault(asset, -1);

    /// <summary>The buildings that an action's target means: one, or those of a district.</summary>
    public IEnumerable<int> Targets(string target)
    {
        if (Find(target) is >= 0 and var one) return [one];
        for (var d = 0; d < Districts.Count; d++)
            if (Districts[d] == target) return Enumerable.Range(0, Buildings.Count).Where(b => District[b] == d);
        return [];
    }

    private static Dictionary<string, int> Rows(IReadOnlyList<Building> buildings)
    {
        var rows = new Dictionary<string, int>(buildings.Count, StringComparer.Ordinal);
        for (var b = 0; b < buildings.Count; b++) rows.TryAdd("building/building/" + buildings[b].Id, b);
        return rows;
    }
}
