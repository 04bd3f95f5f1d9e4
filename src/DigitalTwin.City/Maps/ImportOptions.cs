using DigitalTwin.Mobility.Osm;
using DigitalTwin.Mobility.Tntp;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Maps;

/// <summary>What a map is imported from.</summary>
public sealed record ImportOptions
{
    /// <summary>The water network, an EPANET <c>.inp</c> file; null for a map without one.</summary>
    public string? WaterFile { get; init; }

    /// <summary>An OpenStreetMap extract (.osm), of which roads and places to park are taken; null for none.</summary>
    public string? OsmFile { get; init; }

    /// <summary>What is taken where the extract does not say it, and the side on which one drives.</summary>
    public OsmOptions Osm { get; init; } = new();

    /// <summary>Streets as GeoJSON, or a network of TNTP form (.tntp); null for none. Not together with <see cref="OsmFile"/>.</summary>
    public string? RoadFile { get; init; }

    /// <summary>Where the nodes of a network of TNTP form lie, in degrees (_node.tntp).</summary>
    public string? RoadNodesFile { get; init; }

    /// <summary>What the numbers of a network of TNTP form mean.</summary>
    public TntpUnits RoadUnits { get; init; } = new();

    /// <summary>Trips of a day between the zones of a network of TNTP form (_trips.tntp); null for none.</summary>
    public string? TripFile { get; init; }

    /// <summary>When in the day those depart: a CSV of purpose (<c>*</c>), from, until, share.</summary>
    public string? TripProfileFile { get; init; }

    /// <summary>Multiplies those trips.</summary>
    public double TripFactor { get; init; } = 1;

    /// <summary>Files of buildings: CityJSON, CityGML, IFC, GeoJSON footprints, tables.</summary>
    public IReadOnlyList<string> BuildingFiles { get; init; } = [];

    /// <summary>Files of assets by type.</summary>
    public IReadOnlyList<Layers.AssetSource> Assets { get; init; } = [];

    /// <summary>Which columns are taken from CSV files of assets, and as what; all under their own names when empty.</summary>
    public IReadOnlyList<Layers.AssetCsvColumn> Columns { get; init; } = [];

    /// <summary>The typical weather year, an <c>.epw</c> file; null for a map without weather.</summary>
    public string? WeatherFile { get; init; }

    /// <summary>The folder to make; new or empty.</summary>
    public required string Folder { get; init; }

    /// <summary>Longitude and latitude of the middle, degrees; null for where the coordinates or the weather station put it.</summary>
    public (double Longitude, double Latitude)? At { get; init; }

    /// <summary>Local time against UTC; null for the weather file's.</summary>
    public TimeSpan? UtcOffset { get; init; }

    /// <summary>What the network's coordinates mean: an EPSG name, or <c>local</c>; null to take them as a local drawing.</summary>
    public string? CoordinateSystem { get; init; }

    /// <summary>Short name; null for the name of the folder.</summary>
    public string? Name { get; init; }
}

/// <summary>What an import made.</summary>
/// <param name="Folder">The map.</param>
/// <param name="Statements">What was decided, a sentence each: where the network was placed, in which unit, how districts were drawn.</param>
/// <param name="Info">What is in the map.</param>
public sealed record ImportReport(string Folder, IReadOnlyList<string> Statements, MapInfo Info)
{
    /// <summary>What is odd in the files, in the order of discovery; errors there are none.</summary>
    public IReadOnlyList<Problem> Remarks { get; init; } = [];
}
