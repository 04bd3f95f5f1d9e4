using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Results.GeoPackage;

/// <summary>
/// The standard's R-tree extension (OGC 12-128r17, annex F.3): a bounding box per row, and triggers that keep it true when a GIS edits the
/// layer. The triggers call ST_MinX and its kin, which a GIS brings along and plain SQLite lacks; so they come last.
/// </summary>
internal static class SpatialIndex
{
    public static void Build(GeoPackageFile file, string table, string column, IReadOnlyList<Geometry?> geometries)
    {
        var index = $"rtree_{table}_{column}";
        file.Run($"CREATE VIRTUAL TABLE {GeoPackageFile.Quote(index)} USING rtree(id, minx, maxx, miny, maxy)");
        using (var insert = file.Insert(index, 5))
        {
            for (var i = 0; i < geometries.Count; i++)
            {
                if (geometries[i] is not { IsEmpty: false } geometry) continue;
                var box = geometry.EnvelopeInternal;
                insert.Whole(1, i + 1).Number(2, box.MinX).Number(3, box.MaxX).Number(4, box.MinY).Number(5, box.MaxY).Run();
            }
        }
        foreach (var (suffix, on, when, act) in Triggers(GeoPackageFile.Quote(index), GeoPackageFile.Quote(column)))
        {
            file.Run($"CREATE TRIGGER {GeoPackageFile.Quote($"{index}_{suffix}")} AFTER {on} ON {GeoPackageFile.Quote(table)} " +
                     $"WHEN {when} BEGIN {act} END");
        }
        file.AnnounceExtension(table, column, "gpkg_rtree_index", "http://www.geopackage.org/spec120/#extension_rtree", "write-only");
    }

    private static IEnumerable<(string Suffix, string On, string When, string Act)> Triggers(string index, string column)
    {
        var present = $"(NEW.{column} NOT NULL AND NOT ST_IsEmpty(NEW.{column}))";
        var absent = $"(NEW.{column} ISNULL OR ST_IsEmpty(NEW.{column}))";
        var put = $"INSERT OR REPLACE INTO {index} VALUES (NEW.fid, ST_MinX(NEW.{column}), ST_MaxX(NEW.{column}), ST_MinY(NEW.{column}), ST_MaxY(NEW.{column}));";
        var removeOld = $"DELETE FROM {index} WHERE id = OLD.fid;";
        return
        [
            ("insert", "INSERT", present, put),
            ("update1", $"UPDATE OF {column}", $"OLD.fid = NEW.fid AND {present}", put),
            ("update2", $"UPDATE OF {column}", $"OLD.fid = NEW.fid AND {absent}", removeOld),
            ("update3", "UPDATE", $"OLD.fid != NEW.fid AND {present}", removeOld + " " + put),
            ("update4", "UPDATE", $"OLD.fid != NEW.fid AND {absent}", $"DELETE FROM {index} WHERE id IN (OLD.fid, NEW.fid);"),
            ("delete", "DELETE", $"OLD.{column} NOT NULL", removeOld),
        ];
    }
}
