using DigitalTwin.Buildings.CityGml;
using DigitalTwin.Buildings.CityJson;
using DigitalTwin.Buildings.CityModels;
using DigitalTwin.Buildings.Records;
using DigitalTwin.Cities.Assets;
using DigitalTwin.Cities.Places;
using DigitalTwin.Numerics.Diagnostics;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Maps.Buildings;

/// <summary>Takes buildings from a city model: their footprints go from its coordinate system to degrees, their surfaces stay as they are.</summary>
internal static class BuildingCityModels
{
    public static List<BuildingRecord> Read(BuildingFile file, ProblemList problems)
    {
        var before = problems.ErrorCount;
        var found = new ProblemList();
        var model = file.Kind == BuildingFormat.CityGml ? CityGmlReader.Read(file.Path, null, found) : CityJsonReader.Read(file.Path, null, found);
        Tell(found, file, problems);
        var system = file.Coordinates ?? System(model, file, problems);
        if (system is null || (problems.ErrorCount > before && model.Buildings.Count == 0)) return [];
        if (file.Id is not null && model.Buildings.Count != 1)
            problems.Error(file.Path, 0, 0, $"'id' names the only building of a file; this one has {model.Buildings.Count:N0}.");
        var records = new List<BuildingRecord>(model.Buildings.Count);
        for (var i = 0; i < model.Buildings.Count; i++)
        {
            var record = model.Buildings[i];
            var local = AssetId.LocalOf(file.Id is not null && model.Buildings.Count == 1 ? file.Id : record.Id);
            if (!AssetId.IsLocal(local))
            {
                problems.Error(file.Path, 0, 0, $"The id '{record.Id[..Math.Min(40, record.Id.Length)]}' of a building cannot be one: it is empty or has more than {AssetId.LongestLocal} characters.");
                continue;
            }
            records.Add(Placed(record with { Id = local }, system, file.Name));
        }
        return records;
    }

    /// <summary>Mistakes are told one by one; what is odd in the geometry of real models is so much that a map tells the first of it and how much there is.</summary>
    private static void Tell(ProblemList found, BuildingFile file, ProblemList problems)
    {
        foreach (var problem in found)
            if (problem.Severity == Severity.Error) problems.Add(problem);
        var odd = found.Where(p => p.Severity == Severity.Warning).ToArray();
        if (odd.Length == 0) return;
        var all = odd.Length + found.Omitted(Severity.Warning);
        problems.Add(all == 1 ? odd[0] : odd[0] with { File = file.Path, Sentence = $"{odd[0].Sentence} It is the first of {all:N0} things that are odd in this model." });
    }

    private static CoordinateSystem? System(CityModel model, BuildingFile file, ProblemList problems)
    {
        if (file.Place is { } place) return CoordinateSystem.Local(place.Longitude, place.Latitude);
        if (model.Crs is null)
        {
            if (model.Buildings.Count > 0) problems.Error(file.Path, 0, 0, "The file does not say what its coordinates mean; 'crs' in city.yaml does (crs: \"EPSG:4547\"), or 'place: [lon, lat]' for where its origin lies.");
            return null;
        }
        if (CoordinateSystem.TryParse(model.Crs, out var system)) return system;
        problems.Error(file.Path, 0, 0, $"The file's coordinate system {model.Crs} is not known here; accepted are {CoordinateSystem.Accepted}. 'crs' in {MapFile.FileName} says another.");
        return null;
    }

    private static BuildingRecord Placed(BuildingRecord record, CoordinateSystem system, string source)
    {
        if (record.Footprint is not { } footprint) return record;
        var degrees = system.IsDegrees ? footprint.Value : footprint.Value.Moved((x, y) => system.ToDegrees(x, y));
        // Coordinates that mean no place on earth are no footprint; what is wrong with them is told with all places.
        var (x, y) = (degrees.EnvelopeInternal.Centre?.X ?? double.NaN, degrees.EnvelopeInternal.Centre?.Y ?? double.NaN);
        if (degrees is not (Polygon or MultiPolygon) || double.IsNaN(x) || double.IsNaN(y)) return record with { Footprint = null, Crs = null, Longitude = record.Longitude ?? new(x, source), Latitude = record.Latitude ?? new(y, source) };
        return record with { Footprint = new(degrees, footprint.Source), Crs = "EPSG:4326" };
    }
}
