using DigitalTwin.Buildings.Archetypes;
using DigitalTwin.Buildings.Records;
using DigitalTwin.Cities.Places;

namespace DigitalTwin.Cities.Maps.Buildings;

/// <summary>What <c>city.yaml</c> says under <c>buildings</c>: files, which of them is believed, and what holds where none says anything.</summary>
public sealed record BuildingFiles
{
    /// <summary>Files, in the order of <c>city.yaml</c>.</summary>
    public required IReadOnlyList<BuildingFile> Files { get; init; }

    /// <summary>When two records are one building, and two values one.</summary>
    public MergeOptions Merge { get; init; } = new();

    /// <summary>Full path of the planner's archetypes (CSV), or null.</summary>
    public string? ArchetypeFile { get; init; }

    /// <summary>Climate zone, or null to take that of the climate.</summary>
    public ClimateZone? Zone { get; init; }

    /// <summary>Year of buildings that do not say theirs.</summary>
    public int? Year { get; init; }

    /// <summary>Year of the data: what is said to be completed later is a doubt. Unless the map says it, the year in which this was written.</summary>
    public int AsOf { get; init; } = 2026;

    /// <summary>How far what serves a building may lie.</summary>
    public BuildingReach Reach { get; init; } = new();

}

/// <summary>A file of buildings.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Kind">Format.</param>
/// <param name="Rank">Place in the precedence, the most believed first.</param>
public sealed record BuildingFile(string Path, BuildingFormat Kind, int Rank)
{
    /// <summary>What its coordinates mean, where the file does not say it; null for what it says, or degrees.</summary>
    public CoordinateSystem? Coordinates { get; init; }

    /// <summary>Where the origin of a file without georeference lies, degrees; null for none.</summary>
    public (double Longitude, double Latitude)? Place { get; init; }

    /// <summary>What says where a file without georeference lies, as in sentences.</summary>
    public string PlaceSaidBy { get; init; } = $"'place: [lon, lat]' and 'rotation' in {MapFile.FileName}";

    /// <summary>By how much such a file is turned, degrees clockwise.</summary>
    public double Rotation { get; init; }

    /// <summary>Id of the only building of the file; null for its own.</summary>
    public string? Id { get; init; }

    /// <summary>Columns of a CSV file by property, where they are called otherwise.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Name without folders.</summary>
    public string Name => System.IO.Path.GetFileName(Path);
}

/// <summary>Formats of files of buildings, the usually most believed first.</summary>
public enum BuildingFormat
{
    /// <summary>Industry Foundation Classes: a building as its architect has it.</summary>
    Ifc,

    /// <summary>CityJSON, also as CityJSONSeq.</summary>
    CityJson,

    /// <summary>CityGML.</summary>
    CityGml,

    /// <summary>GeoJSON: footprints, or points, with properties.</summary>
    GeoJson,

    /// <summary>A table.</summary>
    Csv,
}
