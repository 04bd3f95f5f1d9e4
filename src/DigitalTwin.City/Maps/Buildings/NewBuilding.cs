using DigitalTwin.Buildings;
using DigitalTwin.Buildings.Archetypes;
using DigitalTwin.Buildings.Records;
using DigitalTwin.Cities.Places;
using DigitalTwin.Numerics.Diagnostics;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Maps.Buildings;

/// <summary>A building that a map has not: read from a file of its own, put somewhere, and completed as the city's are.</summary>
public sealed record NewBuilding
{
    /// <summary>Id that it gets in the city.</summary>
    public required string Id { get; init; }

    /// <summary>Full path of its file.</summary>
    public required string Path { get; init; }

    /// <summary>Which of the file's buildings; null for the only one.</summary>
    public string? IdInFile { get; init; }

    /// <summary>Whither its middle is put, degrees; null where the file says.</summary>
    public (double Longitude, double Latitude)? Place { get; init; }

    /// <summary>By how much it is turned about its middle, degrees clockwise.</summary>
    public double Rotation { get; init; }

    /// <summary>Use, in place of what the file says.</summary>
    public BuildingUse? Use { get; init; }

    /// <summary>Year of completion where the file does not say it.</summary>
    public required int Year { get; init; }

    /// <summary>Households, in place of what the file says.</summary>
    public int? Households { get; init; }

    /// <summary>People who live or work in it, in place of what the file says.</summary>
    public double? Occupants { get; init; }

    /// <summary>Formats that files of buildings may have, as in sentences.</summary>
    public static string Accepted => BuildingSection.AcceptedFiles;

    /// <summary>Reads and completes it; null, with sentences, when it cannot be.</summary>
    public Building? Read(BuildingStock stock, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(stock);
        ArgumentNullException.ThrowIfNull(problems);
        if (!File.Exists(Path))
        {
            problems.Error(Path, 0, 0, $"There is no such file, from which '{Id}' is to be built.");
            return null;
        }
        if (BuildingSection.FormatOf(Path) is not { } kind)
        {
            problems.Error(Path, 0, 0, $"'{System.IO.Path.GetFileName(Path)}' is no file of buildings; accepted are {Accepted}.");
            return null;
        }
        var errors = problems.ErrorCount;
        var records = BuildingSources.Read(new BuildingFile(Path, kind, 0) { Place = Place, PlaceSaidBy = "'lon' and 'lat' of the event" }, problems);
        if (problems.ErrorCount > errors) return null;
        if (Chosen(records, problems) is not { } record) return null;
        return stock.Archetypes.Complete(Put(record), stock.Context with { DefaultYear = Year, Longitude = Place?.Longitude ?? double.NaN, Latitude = Place?.Latitude ?? double.NaN }, Path, problems);
    }

    private BuildingRecord? Chosen(IReadOnlyList<BuildingRecord> records, ProblemList problems)
    {
        if (IdInFile is null && records.Count == 1) return records[0];
        if (IdInFile is not null && records.FirstOrDefault(r => r.Id == IdInFile) is { } found) return found;
        var ids = records.Select(r => r.Id).ToArray();
        if (ids.Length == 0)
        {
            problems.Error(Path, 0, 0, $"The file holds no building, from which '{Id}' could be built.");
            return null;
        }
        var some = $"{string.Join(", ", ids.Take(8))}{(ids.Length > 8 ? $" and {ids.Length - 8} more" : "")}";
        problems.Error(Path, 0, 0, IdInFile is null
            ? $"The file has {ids.Length} buildings; 'building' says which one is '{Id}': it has {some}."
            : $"The file has no building '{IdInFile}'; it has {some}.{NearestName.Hint(IdInFile, ids)}");
        return null;
    }

    /// <summary>The record under its new id, at its place, turned, and with what was said of it.</summary>
    private BuildingRecord Put(BuildingRecord record)
    {
        const string said = "the scenario";
        record = record with
        {
            Id = Id,
            Codes = new Dictionary<string, string>(record.Codes) { ["file"] = record.Id },
            Use = Use is { } use ? new(use, said) : record.Use,
            Households = Households is { } households ? new(households, said) : record.Households,
            Occupants = Occupants is { } occupants ? new(occupants, said) : record.Occupants,
        };
        if (Rotation != 0)
            record = record with { Surfaces = [.. record.Surfaces.Select(s => s with { Azimuth = (s.Azimuth + Rotation + 720) % 360 })] };
        if (record.Footprint is not { } footprint || record.Crs != "EPSG:4326") return Place is { } at ? record with { Longitude = new(at.Longitude, said), Latitude = new(at.Latitude, said) } : record;
        return record with
        {
            Footprint = new(Moved(footprint.Value), footprint.Source),
            Longitude = Place is { } there ? new(there.Longitude, said) : record.Longitude,
            Latitude = Place is { } here ? new(here.Latitude, said) : record.Latitude,
        };
    }

    private Geometry Moved(Geometry footprint)
    {
        if (Place is null && Rotation == 0) return footprint;
        var middle = footprint.Centroid.Coordinate;
        var from = TransverseMercator.About(middle.X, middle.Y);
        var to = Place is { } place ? TransverseMercator.About(place.Longitude, place.Latitude) : from;
        var (targetX, targetY) = Place is { } target ? to.Forward(target.Longitude, target.Latitude) : from.Forward(middle.X, middle.Y);
        var (fromX, fromY) = from.Forward(middle.X, middle.Y);
        var (sin, cos) = Math.SinCos(Rotation * Math.PI / 180);
        return footprint.Moved((longitude, latitude) =>
        {
            var (x, y) = from.Forward(longitude, latitude);
            (x, y) = (x - fromX, y - fromY);
            return to.Inverse(targetX + x * cos + y * sin, targetY - x * sin + y * cos);
        });
    }
}
