using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Results.Maps;

namespace DigitalTwin.Simulation.Results.GeoPackage;

/// <summary>
/// The table <c>layer_styles</c>, in which QGIS keeps the styles of a GeoPackage's layers and from which it takes the one to begin with: a layer opens in the colours of the report.
/// </summary>
internal static class LayerStyles
{
    private const string Table =
        """
        CREATE TABLE layer_styles (
          id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256),
          styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT(65535), owner TEXT(30), ui TEXT(30),
          update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))
        """;

    /// <summary>Makes the table.</summary>
    public static void Create(GeoPackageFile file)
    {
        file.Run(Table);
        file.Announce("layer_styles", "attributes", "layer_styles", "Styles for QGIS", null);
    }

    /// <summary>Writes the styles of a layer and of its view through time, by the first field of which is known which way it is worse.</summary>
    /// <param name="file">Where to.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="digests">Its fields.</param>
    /// <param name="minutes">Minutes between two instants of the view; 0 when it has none.</param>
    /// <param name="written">When, as the file says it.</param>
    public static void Write(GeoPackageFile file, ResultLayer layer, IReadOnlyList<FieldDigest> digests, double minutes, string written)
    {
        if (digests.FirstOrDefault(d => d.Field.Worse != KpiDirection.Neutral && d.WorstInstant >= 0) is not { } digest || AssetTable.TypeOf(layer.Geometries) is not { } type) return;
        if (QgisStyle.ShapeOf(type) is not { } shape) return;
        var scale = ColourScale.For(digest.Minimum.Concat(digest.Maximum).Concat(digest.AtWorst), digest.Field.Worse);
        var isDirected = shape == QgisShape.Line && layer.Name.StartsWith("water", StringComparison.Ordinal) is false;
        Put(layer.Name, QgisStyle.Of(AssetTable.AtWorst(digest.Field.Name), shape, scale, isDirected, 0));
        if (minutes > 0) Put(layer.Name + "_through_time", QgisStyle.Of(digest.Field.Name, shape, scale, isDirected, minutes));

        void Put(string table, string qml) => file.Run(
            "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner, update_time) " +
            "VALUES ('', '', @table, @geometry, @name, @qml, '', 1, @description, '', @written)",
            ("@table", table), ("@geometry", AssetTable.Geometry), ("@name", digest.Field.Name), ("@qml", qml), ("@description", $"{digest.Field.Title.En} ({digest.Field.Unit})"), ("@written", written));
    }
}
