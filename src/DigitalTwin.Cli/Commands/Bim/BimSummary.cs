using DigitalTwin.Buildings.Ifc;
using DigitalTwin.Buildings.Ifc.Quality;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cli.Commands.Bim;

/// <summary>A storey of a summary: elevation and height to the next floor in m, null where the file says <c>$</c>; the net floor area of its spaces in m².</summary>
internal sealed record BimStorey(string Name, double? Elevation, double? Height, bool IsFloor, int Spaces, int Elements, double? FloorArea);

/// <summary>Sums of what the file states, SI; null where it states nothing.</summary>
internal sealed record BimSums(double? SpaceNetFloorArea, double? SpaceGrossFloorArea, double? SpaceVolume, double? WallNetSideArea, double? WindowArea, double? DoorArea);

/// <summary>A building as the city would take it in.</summary>
internal sealed record BimBuilding(
    string Id, string? Name, string? Use, int? Year, int? Storeys, int? Basements, double? Height, double? FloorArea, double? Volume, double? Footprint, string? Crs, double? Longitude, double? Latitude, int Surfaces, double EnvelopeArea);

/// <summary>How <c>twin bim inspect</c> answers, for people and for machines.</summary>
internal sealed record BimSummary
{
    public required string File { get; init; }

    public required string Schema { get; init; }

    public required string Program { get; init; }

    public required string Written { get; init; }

    public required long Bytes { get; init; }

    public required int Records { get; init; }

    public required double ReadingMs { get; init; }

    public required string? Project { get; init; }

    public required string LengthUnit { get; init; }

    /// <summary>Things by what they are: storeys, spaces, walls with their standard cases, windows and so on.</summary>
    public required IReadOnlyDictionary<string, int> Counts { get; init; }

    /// <summary>Records by entity.</summary>
    public required IReadOnlyDictionary<string, int> Entities { get; init; }

    /// <summary>Quantity sets by name.</summary>
    public required IReadOnlyDictionary<string, int> QuantitySets { get; init; }

    public required IReadOnlyList<BimStorey> Storeys { get; init; }

    public required BimSums Sums { get; init; }

    public required double? Latitude { get; init; }

    public required double? Longitude { get; init; }

    public required double Azimuth { get; init; }

    public required string? Crs { get; init; }

    public required IReadOnlyList<BimBuilding> Buildings { get; init; }

    public required int ThermalTransmittances { get; init; }

    public required IReadOnlyList<IfcFinding> Findings { get; init; }

    public required IReadOnlyList<string> Problems { get; init; }

    public static BimSummary Of(IfcModel model, double seconds, ProblemList problems)
    {
        var sets = model.Elements.Concat<IfcObject>(model.Spatial).SelectMany(o => o.QuantitySets).DistinctBy(q => q.Id).GroupBy(q => q.Name).OrderBy(g => g.Key, StringComparer.Ordinal);
        var quality = model.Quality;
        return new()
        {
            File = model.Path, Schema = model.SchemaName, Program = model.Header.OriginatingSystem, Written = model.Header.TimeStamp, Bytes = model.Length, Records = model.Counts.Sum(c => c.Count),
            ReadingMs = 1000 * seconds, Project = model.Project is { } p ? p.LongName ?? p.Name : null, LengthUnit = model.Units.Of("LENGTHUNIT").Name,
            Counts = CountsOf(model), Entities = model.Counts.ToDictionary(c => c.Keyword, c => c.Count), QuantitySets = sets.ToDictionary(g => g.Key, g => g.Count()),
            Storeys = [.. model.Buildings.SelectMany(b => b.Storeys).Select(s => new BimStorey(s.Title, s.Elevation, s.Height, s.IsFloor, s.Spaces.Count(), s.AllElements().Count(), Sum(s.Spaces, a => a.NetFloorArea)))],
            Sums = SumsOf(model), Latitude = model.Georeference.Latitude, Longitude = model.Georeference.Longitude, Azimuth = model.Georeference.Azimuth, Crs = model.Georeference.Map?.Crs,
            Buildings = [.. model.ToRecords().Select(r => new BimBuilding(
                r.Id, r.Name?.Value, r.Use?.Value.ToString().ToLowerInvariant(), r.Year?.Value, r.Storeys?.Value, r.Basements?.Value, r.Height?.Value, r.FloorArea?.Value, r.Volume?.Value,
                r.Crs is null or not "EPSG:4326" ? r.Footprint?.Value.Area : null, r.Crs, r.Longitude?.Value, r.Latitude?.Value, r.Surfaces.Count, r.Surfaces.Sum(s => s.Area)))],
            ThermalTransmittances = quality.ThermalTransmittances, Findings = quality.Findings, Problems = [.. problems.Select(x => x.ToString())],
        };
    }

    private static Dictionary<string, int> CountsOf(IfcModel model)
    {
        var counts = new Dictionary<string, int>
        {
            ["sites"] = model.Sites.Count(), ["buildings"] = model.Buildings.Count(), ["storeys"] = model.Storeys.Count(), ["spaces"] = model.Spaces.Count(), ["zones"] = model.Zones.Count,
        };
        foreach (var (name, kind) in (ReadOnlySpan<(string, IfcElementKind)>)[("walls", IfcElementKind.Wall), ("slabs", IfcElementKind.Slab), ("roofs", IfcElementKind.Roof), ("coverings", IfcElementKind.Covering), ("curtain-walls", IfcElementKind.CurtainWall), ("windows", IfcElementKind.Window), ("doors", IfcElementKind.Door), ("openings", IfcElementKind.Opening), ("other", IfcElementKind.Other)])
            counts[name] = model.Of(kind).Count();
        counts["space-boundaries"] = model.Spaces.Sum(s => s.Boundaries.Count);
        counts["tasks"] = model.Work.Tasks.Count;
        counts["sequences"] = model.Work.Sequences.Count;
        return counts;
    }

    private static BimSums SumsOf(IfcModel model) => new(
        Sum(model.Spaces, s => s.NetFloorArea), Sum(model.Spaces, s => s.GrossFloorArea), Sum(model.Spaces, s => s.Volume), Sum(model.Of(IfcElementKind.Wall), w => w.StatedArea),
        Sum(model.Of(IfcElementKind.Window), w => w.OpeningArea), Sum(model.Of(IfcElementKind.Door), d => d.OpeningArea));

    private static double? Sum<T>(IEnumerable<T> things, Func<T, double?> of) => things.Select(of).OfType<double>().ToArray() is { Length: > 0 } stated ? stated.Sum() : null;
}
