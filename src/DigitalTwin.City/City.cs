using DigitalTwin.Cities.Assets;
using DigitalTwin.Cities.Maps;
using DigitalTwin.Cities.Maps.Buildings;
using DigitalTwin.Cities.Maps.Emissions;
using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Water.Network;
using DigitalTwin.Weather;

namespace DigitalTwin.Cities;

/// <summary>
/// What exists: the networks, assets, stations and districts of a city, immutable once loaded from a map's folder. What happens in it is the
/// state of a world, not of the city. Two cities with one <see cref="ContentHash"/> are the same city.
/// </summary>
public sealed class City
{
    private readonly Lazy<DistrictMap> districtMap;

    internal City() => districtMap = new(() => new DistrictMap(Districts!));

    /// <summary>Short name: <c>optics-valley</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Title in English.</summary>
    public required string TitleEn { get; init; }

    /// <summary>Title in Chinese.</summary>
    public required string TitleZh { get; init; }

    /// <summary>The folder as the user named it.</summary>
    public required string Folder { get; init; }

    /// <summary>SHA-256 over the settings of <c>city.yaml</c> and the bytes of every part, lower-case hexadecimal. The order of keys, comments and file names do not enter.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The files that the city was read from, by role (<c>water.file</c>), with the SHA-256 of each, in ordinal order of the roles.</summary>
    public required IReadOnlyList<MapPart> Parts { get; init; }

    /// <summary>Every asset.</summary>
    public required AssetTable Assets { get; init; }

    /// <summary>The water network, or null when the map has none.</summary>
    public WaterNetwork? Water { get; init; }

    /// <summary>Where the water network lies; null together with <see cref="Water"/>.</summary>
    public WaterPlaces? WaterPlaces { get; init; }

    /// <summary>The roads, or null when the map has none.</summary>
    public RoadNetwork? Roads { get; init; }

    /// <summary>What was decided when the roads were read; null together with <see cref="Roads"/>.</summary>
    public RoadReport? RoadReport { get; init; }

    /// <summary>Lots, kerbs and what they charge; null when the map has none.</summary>
    public ParkingSupply? Parking { get; init; }

    /// <summary>Groups of drivers; empty when the map has no parking.</summary>
    public IReadOnlyList<DriverGroup> Drivers { get; init; } = [];

    /// <summary>What the city's clocks show.</summary>
    public CityClock Clock { get; init; } = CityClock.Assumed;

    /// <summary>The weather, or null when the map has none.</summary>
    public WeatherInputs? Weather { get; init; }

    /// <summary>Who drives where and when, or null when the map does not say.</summary>
    public DemandModel? Demand { get; init; }

    /// <summary>Which cars drive and what they emit; the assumed ones where the map does not say.</summary>
    public CityFleet Fleet { get; init; } = CityFleet.Assumed;

    /// <summary>The buildings, whole and joined to the networks; null when the map has no part <c>buildings</c>.</summary>
    public BuildingStock? Buildings { get; init; }

    /// <summary>Places of the weather stations.</summary>
    public IReadOnlyList<StationPlace> Stations { get; init; } = [];

    /// <summary>Districts, in file order; empty when the map has none.</summary>
    public IReadOnlyList<District> Districts { get; init; } = [];

    /// <summary>Longitude of the map's middle, degrees east.</summary>
    public required double Longitude { get; init; }

    /// <summary>Latitude of the map's middle, degrees north.</summary>
    public required double Latitude { get; init; }

    /// <summary>What was assumed because the map does not say it, one sentence each.</summary>
    public IReadOnlyList<string> Assumptions { get; init; } = [];

    /// <summary>Index into <see cref="Districts"/> of the district that holds a place, or -1.</summary>
    public int DistrictAt(double longitude, double latitude) => districtMap.Value.At(longitude, latitude);

    /// <summary>
    /// Reads a map. Every mistake in any of its parts is reported; the city that comes back is whole when <see cref="ProblemList.HasErrors"/>
    /// is false, and holds what could be read otherwise.
    /// </summary>
    public static City Load(string folder, ProblemList problems) => CityLoader.Load(folder, problems);

    /// <summary>Reads a map, or throws <see cref="InputException"/> with every mistake.</summary>
    public static City Load(string folder)
    {
        var problems = new ProblemList();
        var city = Load(folder, problems);
        problems.ThrowIfErrors();
        return city;
    }
}

/// <summary>A file of a map.</summary>
/// <param name="Role">What it is: <c>water.file</c>.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Hash">SHA-256 of its bytes, lower-case hexadecimal.</param>
public sealed record MapPart(string Role, string Path, string Hash);
