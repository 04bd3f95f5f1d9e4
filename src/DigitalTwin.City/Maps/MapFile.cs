using System.Text;
using DigitalTwin.Cities.Places;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Maps;

/// <summary>
/// What <c>city.yaml</c> says: the name of a city, where it is, and which files hold its parts. It is the table of contents of a map, not the
/// city itself.
/// </summary>
public sealed class MapFile
{
    /// <summary>Name of the file in a map's folder.</summary>
    public const string FileName = "city.yaml";

    /// <summary>Parts that have their place in a map but are not read by this version.</summary>
    public static IReadOnlyList<string> LaterParts { get; } = ["drainage", "construction"];

    /// <summary>Short name: small letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>Title in English.</summary>
    public required string TitleEn { get; init; }

    /// <summary>Title in Chinese.</summary>
    public required string TitleZh { get; init; }

    /// <summary>Longitude of the map's middle, degrees east.</summary>
    public required double Longitude { get; init; }

    /// <summary>Latitude of the map's middle, degrees north.</summary>
    public required double Latitude { get; init; }

    /// <summary>West, south, east and north edge that everything lies within, degrees; null when the map does not say.</summary>
    public double[]? Extent { get; init; }

    /// <summary>Local time against UTC; null when the map does not say.</summary>
    public TimeSpan? UtcOffset { get; init; }

    /// <summary>Full path of the water network, or null.</summary>
    public string? WaterFile { get; init; }

    /// <summary>What the network's coordinates mean.</summary>
    public CoordinateSystem WaterCoordinates { get; init; } = CoordinateSystem.Degrees;

    /// <summary>Full path of the people per junction, or null.</summary>
    public string? PopulationFile { get; init; }

    /// <summary>Full path of the typical weather year (EPW), or null.</summary>
    public string? ClimateFile { get; init; }

    /// <summary>Full path of the weather stations (GeoJSON), or null.</summary>
    public string? StationsFile { get; init; }

    /// <summary>Full path of observations (CSV), or null.</summary>
    public string? ObservationsFile { get; init; }

    /// <summary>Full path of the districts (GeoJSON), or null.</summary>
    public string? DistrictsFile { get; init; }

    /// <summary>Full path of the streets (GeoJSON), or null.</summary>
    public string? RoadFile { get; init; }

    /// <summary>What streets are taken to be where they do not say it.</summary>
    public RoadDefaults RoadDefaults { get; init; } = RoadDefaults.Standard;

    /// <summary>Full path of lots and kerbs (GeoJSON), or null.</summary>
    public string? ParkingFile { get; init; }

    /// <summary>Full path of what they charge (YAML), or null.</summary>
    public string? TariffsFile { get; init; }

    /// <summary>Full path of the groups of drivers (CSV), or null for those that the program brings.</summary>
    public string? DriversFile { get; init; }

    /// <summary>Files of assets by type, in the order of <c>city.yaml</c>.</summary>
    public IReadOnlyList<Layers.AssetFile> AssetFiles { get; init; } = [];

    /// <summary>Who drives where and when, or null.</summary>
    public Demand.DemandFiles? Demand { get; init; }

    /// <summary>Which cars drive and what they emit, or null.</summary>
    public Emissions.EmissionFiles? Emissions { get; init; }

    /// <summary>Buildings, or null.</summary>
    public Buildings.BuildingFiles? Buildings { get; init; }

    /// <summary>Full paths of later parts, by key.</summary>
    public IReadOnlyList<(string Key, string Path)> Later { get; init; } = [];

    /// <summary>Every setting that is not a file, as <c>key=value</c> in ordinal order: with the files' bytes, all that a city depends on.</summary>
    public required IReadOnlyList<string> Settings { get; init; }

    /// <summary>Reads the table of contents of a map's folder; null when there is none or it cannot be used at all. Every mistake is reported.</summary>
    public static MapFile? Read(string folder, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(problems);
        if (!Directory.Exists(folder))
        {
            problems.Error(folder, 0, 0, "There is no such folder; a map is a folder with a city.yaml.");
            return null;
        }
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            var near = NearestName.Hint(FileName, Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
            problems.Error(folder, 0, 0, $"The folder has no {FileName}, so it is not a map.{near}");
            return null;
        }
        string text;
        try
        {
            text = new UTF8Encoding(false, true).GetString(File.ReadAllBytes(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Error(path, 0, 0, $"The file cannot be read: {error.Message}");
            return null;
        }
        catch (ArgumentException)
        {
            problems.Error(path, 0, 0, "The file is not UTF-8.");
            return null;
        }
        return new YamlTree(path, problems).Read(text) is { } root ? new MapFileReader(folder, path, problems).Read(root) : null;
    }
}
