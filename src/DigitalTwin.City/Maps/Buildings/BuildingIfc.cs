using DigitalTwin.Buildings.Ifc;
using DigitalTwin.Buildings.Records;
using DigitalTwin.Cities.Assets;
using DigitalTwin.Cities.Places;
using DigitalTwin.Numerics.Diagnostics;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Maps.Buildings;

/// <summary>
/// Takes buildings from an architect's model. Where <c>city.yaml</c> gives a place, the middle of the footprints lies there, turned by <c>rotation</c>, whatever the file says of it; else the file's
/// own georeference counts, and without one it is refused.
/// </summary>
public static class BuildingIfc
{
    /// <summary>Reads a file; every mistake is reported.</summary>
    public static IReadOnlyList<BuildingRecord> Read(BuildingFile file, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(problems);
        using var model = IfcModel.Read(file.Path, problems);
        if (model is null) return [];
        var records = model.ToRecords();
        if (file.Id is not null && records.Count != 1) problems.Error(file.Path, 0, 0, $"'id' names the only building of a file; this one has {records.Count:N0}.");
        var all = new Envelope();
        foreach (var record in records)
            if (record.Footprint is { } footprint) all.ExpandToInclude(footprint.Value.EnvelopeInternal);
        var placed = new List<BuildingRecord>(records.Count);
        foreach (var record in records)
        {
            var local = AssetId.LocalOf(file.Id is not null && records.Count == 1 ? file.Id : record.Id);
            if (!AssetId.IsLocal(local)) problems.Error(file.Path, 0, 0, $"The id '{record.Id}' of a building cannot be one.");
            else if (Placed(record with { Id = local }, all, file, problems) is { } there) placed.Add(there);
        }
        return placed;
    }

    private static BuildingRecord? Placed(BuildingRecord record, Envelope all, BuildingFile file, ProblemList problems)
    {
        if (file.Place is { } place) return At(record, all, place.Longitude, place.Latitude, file);
        if (record.Footprint is not { } footprint) return record;
        var system = file.Coordinates;
        if (system is null && record.Crs is { } crs && !CoordinateSystem.TryParse(crs, out system))
        {
            problems.Error(file.Path, 0, 0, $"The file's coordinate system {crs} is not known here; accepted are {CoordinateSystem.Accepted}. {file.PlaceSaidBy} say where it stands.");
            return null;
        }
        if (system is not null)
            return system.IsDegrees ? record with { Crs = "EPSG:4326" } : record with { Footprint = footprint with { Value = footprint.Value.Moved((x, y) => system.ToDegrees(x, y)) }, Crs = "EPSG:4326" };
        if (record is { Longitude: { } longitude, Latitude: { } latitude }) return At(record, all, longitude.Value, latitude.Value, file);
        problems.Error(file.Path, 0, 0, $"The file does not say where its building '{record.Id}' stands, or says a program's default; {file.PlaceSaidBy} do.");
        return null;
    }

    /// <summary>The building with the middle of its file's footprints at a place.</summary>
    private static BuildingRecord At(BuildingRecord record, Envelope all, double longitude, double latitude, BuildingFile file)
    {
        var turned = record with
        {
            Surfaces = file.Rotation == 0 ? record.Surfaces : [.. record.Surfaces.Select(s => s with { Azimuth = (s.Azimuth + file.Rotation + 720) % 360 })],
            Longitude = new(longitude, record.Longitude?.Source ?? file.Name),
            Latitude = new(latitude, record.Latitude?.Source ?? file.Name),
        };
        if (record.Footprint is not { } footprint) return turned;
        var (plane, middle) = (TransverseMercator.About(longitude, latitude), all.Centre);
        var (perX, perY) = (1.0, 1.0);
        if (record.Crs is "EPSG:4326" or "EPSG:4490")
        {
            // Degrees become metres about their own middle before they move.
            var own = TransverseMercator.About(middle.X, middle.Y);
            (perX, perY) = (own.Forward(middle.X + 1e-3, middle.Y).X / 1e-3, own.Forward(middle.X, middle.Y + 1e-3).Y / 1e-3);
        }
        var (sine, cosine) = Math.SinCos(-file.Rotation * Math.PI / 180);
        var moved = footprint.Value.Moved((x, y) =>
        {
            var (east, north) = ((x - middle.X) * perX, (y - middle.Y) * perY);
            return plane.Inverse(east * cosine - north * sine, east * sine + north * cosine);
        });
        var inside = moved.IsEmpty ? null : moved.InteriorPoint.Coordinate;
        return turned with
        {
            Footprint = footprint with { Value = moved }, Crs = "EPSG:4326",
            Longitude = new(inside?.X ?? longitude, turned.Longitude!.Source), Latitude = new(inside?.Y ?? latitude, turned.Latitude!.Source),
        };
    }
}
