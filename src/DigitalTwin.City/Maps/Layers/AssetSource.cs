namespace DigitalTwin.Cities.Maps.Layers;

/// <summary>A file of assets that a map is to be made of.</summary>
/// <param name="Type">Their type: <c>parking/lot</c>.</param>
/// <param name="Path">GeoJSON, or CSV with a line of names first.</param>
public sealed record AssetSource(string Type, string Path)
{
    /// <summary>True for CSV, by the file's ending.</summary>
    public bool IsCsv => System.IO.Path.GetExtension(Path).Equals(".csv", StringComparison.OrdinalIgnoreCase);

    /// <summary>Name of its file in the map: <c>parking-lot.geojson</c>.</summary>
    internal string FileName => Type.Replace('/', '-') + ".geojson";
}

/// <summary>A column of a CSV file that is taken, and what it becomes.</summary>
/// <param name="Name"><c>id</c>, <c>longitude</c>, <c>latitude</c> (degrees), or the name of an attribute.</param>
/// <param name="Header">The column's name in the file.</param>
public readonly record struct AssetCsvColumn(string Name, string Header);
