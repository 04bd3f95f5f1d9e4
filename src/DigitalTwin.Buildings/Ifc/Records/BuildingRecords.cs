using System.Globalization;
using DigitalTwin.Buildings.Records;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Buildings.Ifc.Records;

/// <summary>What an IFC file knows of a building, in the words that all sources share.</summary>
internal static class BuildingRecords
{
    /// <summary>The record of a building, every value with the file's name as its source.</summary>
    public static BuildingRecord Of(IfcModel model, IfcBuilding building)
    {
        var source = model.FileName;
        var measures = new BuildingMeasures(model, building);
        var (footprint, crs) = measures.Footprint.IsEmpty ? (null, null) : Place(model, measures.Footprint);
        var middle = crs == "EPSG:4326" ? footprint!.Centroid.Coordinate : null;
        var geo = model.Georeference;
        return new()
        {
            Id = building.GlobalId.Length > 0 ? building.GlobalId : $"#{building.Id}",
            Codes = building.GlobalId.Length > 0 ? new Dictionary<string, string> { ["ifc"] = building.GlobalId } : [],
            Name = Text(building.LongName ?? building.Name ?? model.Project?.LongName ?? model.Project?.Name),
            Address = Text(building.Address ?? model.Sites.FirstOrDefault()?.Address),
            Use = UseWords.Of(Telling(model, building)) is { } use ? new(use, source) : null,
            Year = Year(building) is { } year ? new(year, source) : null,
            Storeys = measures.FloorsAbove.Count() is > 0 and var above ? new(above, source) : null,
            Basements = building.Storeys.Count > 0 ? new(measures.FloorsBelow.Count(), source) : null,
            Height = Number(measures.Height),
            FloorArea = Number(measures.FloorArea),
            Volume = Number(measures.Volume),
            Occupants = Number(Occupants(building)),
            Footprint = footprint is null ? null : new(footprint, source),
            Crs = crs,
            Longitude = Number(middle?.X ?? (geo.IsPlaced ? geo.Longitude : null)),
            Latitude = Number(middle?.Y ?? (geo.IsPlaced ? geo.Latitude : null)),
            Surfaces = new EnvelopeSurfaces(model, measures).Read(),
        };

        Known<string>? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : new(text.Trim(), source);

        Known<double>? Number(double? value) => value is { } number && double.IsFinite(number) ? new(number, source) : null;
    }

    private static (Geometry Footprint, string? Crs) Place(IfcModel model, Geometry local) =>
        EarthFootprint.Place(local, model.Sites.FirstOrDefault()?.Frame.Origin ?? default, model.Georeference);

    /// <summary>Texts that tell what a building is for, the most deliberate first.</summary>
    private static IEnumerable<string?> Telling(IfcModel model, IfcBuilding building) =>
    [
        building.Property("Pset_BuildingCommon", "OccupancyType").Text, building.Property("Pset_BuildingUse", "MarketCategory").Text, building.ObjectType, building.LongName, building.Name, building.Description,
        model.Project?.LongName, model.Project?.Name, model.Project?.Description,
        .. building.Spaces.Select(s => s.ObjectType ?? s.Property(null, "OccupancyType").Text), .. building.Spaces.Select(s => s.LongName),
    ];

    private static int? Year(IfcBuilding building)
    {
        var stated = building.Property("Pset_BuildingCommon", "YearOfConstruction");
        if (!stated.IsSomething) stated = building.Property(null, "ConstructionYear");
        var text = stated.Text ?? stated.Number?.ToString("0", CultureInfo.InvariantCulture);
        return text is { Length: >= 4 } && int.TryParse(text.AsSpan(0, 4), CultureInfo.InvariantCulture, out var year) && year is >= 1000 and <= 2200 ? year : null;
    }

    private static double? Occupants(IfcBuilding building)
    {
        var stated = building.Spaces.Select(s => s.Property("Pset_SpaceOccupancyRequirements", "OccupancyNumber").Number).OfType<double>().ToArray();
        return stated.Length > 0 ? stated.Sum() : null;
    }
}
