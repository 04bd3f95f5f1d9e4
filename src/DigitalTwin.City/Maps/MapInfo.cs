using DigitalTwin.Cities.Maps.Roads;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Maps;

/// <summary>What is in a map and what is wrong with it, as data; <see cref="MapInfoText"/> puts it into words.</summary>
public sealed record MapInfo
{
    /// <summary>Short name.</summary>
    public required string Name { get; init; }

    /// <summary>Title in English.</summary>
    public required string TitleEn { get; init; }

    /// <summary>Title in Chinese.</summary>
    public required string TitleZh { get; init; }

    /// <summary>Hash of the content.</summary>
    public required string ContentHash { get; init; }

    /// <summary>How many assets of each type.</summary>
    public required IReadOnlyList<TypeCount> Assets { get; init; }

    /// <summary>What the city's clocks show.</summary>
    public CityClock Clock { get; init; } = CityClock.Assumed;

    /// <summary>What everything that has a place lies within; null when nothing has one.</summary>
    public MapExtent? Extent { get; init; }

    /// <summary>The water network, or null.</summary>
    public WaterTotals? Water { get; init; }

    /// <summary>The roads, or null.</summary>
    public RoadTotals? Roads { get; init; }

    /// <summary>What was decided when the roads were read; null without roads.</summary>
    public RoadReport? RoadReport { get; init; }

    /// <summary>The places to park, or null.</summary>
    public ParkingTotals? Parking { get; init; }

    /// <summary>What the data on buildings are worth, or null.</summary>
    public Buildings.BuildingReport? Buildings { get; init; }

    /// <summary>Who drives, or null.</summary>
    public Demand.DemandInfo? Demand { get; init; }

    /// <summary>Which cars drive and what they emit; null without roads.</summary>
    public Emissions.FleetInfo? Fleet { get; init; }

    /// <summary>Number of weather stations with data, and the files behind them; 0 without weather.</summary>
    public int Stations { get; init; }

    /// <summary>Districts with people and area.</summary>
    public IReadOnlyList<DistrictInfo> Districts { get; init; } = [];

    /// <summary>What was assumed.</summary>
    public IReadOnlyList<string> Assumptions { get; init; } = [];

    /// <summary>Mistakes found when reading, and what looks odd in what was read.</summary>
    public IReadOnlyList<Problem> Findings { get; init; } = [];

    /// <summary>Looks at a city and at what its reading reported.</summary>
    public static MapInfo Of(City city, ProblemList problems) => MapSurvey.Of(city, problems);
}

/// <summary>How many assets of a type there are.</summary>
public sealed record TypeCount(string Type, int Count);

/// <summary>An extent in degrees, with its size on the ground.</summary>
/// <param name="West">Degrees east.</param>
/// <param name="South">Degrees north.</param>
/// <param name="East">Degrees east.</param>
/// <param name="North">Degrees north.</param>
/// <param name="Width">West to east at the middle, m.</param>
/// <param name="Height">South to north, m.</param>
/// <param name="Area">Area of the districts where there are some, else of the convex hull of the water network and of the assets of <c>assets</c>, m².</param>
/// <param name="GridCode">BeiDou grid code of the middle (level 4: about 1.8 km).</param>
public sealed record MapExtent(double West, double South, double East, double North, double Width, double Height, double Area, string GridCode);

/// <summary>A district's people and area (m²).</summary>
public sealed record DistrictInfo(string Id, string NameEn, string NameZh, double People, double Area);

/// <summary>Sums over a water network, SI.</summary>
public sealed record WaterTotals
{
    /// <summary>Length of pipes by diameter, ascending: m, m, number.</summary>
    public required IReadOnlyList<DiameterTotal> Pipes { get; init; }

    /// <summary>Length of all pipes, m.</summary>
    public required double PipeLength { get; init; }

    /// <summary>Water in all pipes, m³.</summary>
    public required double PipeVolume { get; init; }

    /// <summary>Pipes that are shut at the start.</summary>
    public required int ShutPipes { get; init; }

    /// <summary>Mean demand, m³/s.</summary>
    public required double MeanDemand { get; init; }

    /// <summary>People, given or estimated.</summary>
    public required double People { get; init; }

    /// <summary>Volume of the tanks between their lowest and highest levels, m³.</summary>
    public required double TankVolume { get; init; }

    /// <summary>Lowest and highest junction, m.</summary>
    public required double LowestJunction { get; init; }

    /// <summary>Highest junction, m.</summary>
    public required double HighestJunction { get; init; }

    /// <summary>Parts that nothing joins.</summary>
    public required int Parts { get; init; }

    /// <summary>Time patterns, curves, simple controls and rules.</summary>
    public required (int Patterns, int Curves, int Controls, int Rules) Equipment { get; init; }
}

/// <summary>Pipes of one diameter.</summary>
public sealed record DiameterTotal(double Diameter, double Length, int Count);
