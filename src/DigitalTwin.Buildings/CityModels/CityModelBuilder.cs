using DigitalTwin.Buildings.Records;
using DigitalTwin.Buildings.Shapes;
using DigitalTwin.Buildings.Shapes.Validity;
using DigitalTwin.Numerics.Diagnostics;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Buildings.CityModels;

/// <summary>Collects the buildings that a reader finds, whatever its format, and makes the model of them: records, walls in common, findings, counts.</summary>
internal sealed class CityModelBuilder(string file, CityModelOptions options, ProblemList problems)
{
    private readonly string source = Path.GetFileName(file);
    private readonly List<BuildingRecord> records = [];
    private readonly List<BuildingShape?> shapes = [];
    private readonly List<ValidityFinding> findings = [];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly Tally ignored = new(), levels = new(), strange = new();
    private readonly ShapeValidity validity = new();
    private int objects, parts, refused, told;

    public CityModelOptions Options => options;

    /// <summary>Name of the horizontal coordinate system, once it is known.</summary>
    public CrsName? Crs { get; private set; }

    /// <summary>The plane in which coordinates in degrees are put; null where they are metres.</summary>
    public PlaneOfDegrees? Plane { get; private set; }

    /// <summary>Where findings of the reading itself go.</summary>
    public List<ValidityFinding> Findings => findings;

    public void NameCrs(string text, int line, int column)
    {
        if (Crs is not null) return;
        Crs = CrsName.Parse(text);
        if (Crs is null) problems.Warning(file, line, column, $"The coordinate system '{text}' is not understood; accepted are EPSG codes such as https://www.opengis.net/def/crs/EPSG/0/7415, urn:ogc:def:crs:EPSG::25832 or EPSG:4547. The model stays unplaced, in metres.");
        else if (Crs.Value.Degrees) Plane = new(Crs.Value.LatitudeFirst);
    }

    public void CountObject() => objects++;

    public void CountPart() => parts++;

    public void CountRefused() => refused++;

    public void CountIgnored(string type) => ignored.Add(type);

    /// <summary>Whether no building of this id came before.</summary>
    public bool IsNew(string id) => ids.Add(id);

    /// <summary>Takes a building.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="sheet">Its attributes.</param>
    /// <param name="shape">Its shape; null where there is none.</param>
    /// <param name="outline">Footprint where there is no shape, in the coordinates of shapes.</param>
    /// <param name="line">Where it stands.</param>
    /// <param name="column">Where it stands.</param>
    public void Add(string id, AttributeSheet sheet, BuildingShape? shape, Geometry? outline, int line, int column)
    {
        foreach (var (name, text, range) in sheet.Refused)
            problems.Warning(file, line, column, $"Building {id}: the attribute {name} is '{text}'; {range} is accepted. It is not used.");
        foreach (var name in sheet.Others.Keys) strange.Add(name);
        if (shape is not null)
        {
            levels.Add(shape.Lod);
            if (options.CheckValidity) validity.Check(shape, findings);
        }
        for (; told < findings.Count; told++)
            problems.Warning(file, line, column, $"Building {id}: {(int)findings[told].Code} {findings[told].Code}: {findings[told].Sentence}");
        var footprint = shape is null ? outline : Footprints.Of(shape);
        var record = new BuildingRecord
        {
            Id = id,
            Crs = Crs is { } crs ? crs.Degrees ? "EPSG:4326" : crs.Name : null,
            Height = shape is null or { Measures.Height: 0 } ? null : new(shape.Measures.Height, source),
            Volume = shape is null || double.IsNaN(shape.Measures.Volume) ? null : new(shape.Measures.Volume, source),
        };
        record = sheet.Into(record, source);
        if (shape is not null && record.Volume is null && RoofPrisms.Volume(shape) is > 0 and var volume) record = record with { Volume = new(volume, "derived") };
        if (footprint is not null)
        {
            var placed = Plane?.ToDegrees(footprint) ?? footprint;
            record = record with { Footprint = new(placed, source) };
            if (Plane is not null && !placed.IsEmpty)
            {
                var middle = placed.Centroid;
                record = record with { Longitude = new(middle.X, source), Latitude = new(middle.Y, source) };
            }
        }
        records.Add(record);
        shapes.Add(shape);
    }

    /// <summary>Looks for walls in common and makes the model.</summary>
    public CityModel Finish(string format, string? referenceDate, CancellationToken cancellation)
    {
        var there = shapes.OfType<BuildingShape>().ToArray();
        var found = options.FindPartyWalls ? PartyWalls.Find(there, options.PartyWalls, cancellation) : [];
        var shared = new SharedAreas?[shapes.Count];
        for (int i = 0, k = 0; i < records.Count; i++)
        {
            if (shapes[i] is not { } shape) continue;
            if (options.FindPartyWalls) shared[i] = found[k++];
            records[i] = records[i] with { Surfaces = Envelopes.Of(shape, source, shared[i], options.Envelope) };
        }
        return new(file, format, Crs?.Name, referenceDate, records, shapes, shared, findings, new()
        {
            Objects = objects,
            Buildings = records.Count,
            Parts = parts,
            WithoutGeometry = shapes.Count(s => s is null),
            Refused = refused,
            Ignored = ignored.Counts,
            LevelsTaken = levels.Counts,
            AttributesNotUnderstood = strange.Counts,
        });
    }
}
