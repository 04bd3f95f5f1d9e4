using DigitalTwin.Buildings.Ifc.Placements;
using DigitalTwin.Buildings.Ifc.Quality;
using DigitalTwin.Buildings.Ifc.Reading;
using DigitalTwin.Buildings.Ifc.Records;
using DigitalTwin.Buildings.Ifc.Schema;
using DigitalTwin.Buildings.Ifc.Units;
using DigitalTwin.Buildings.Ifc.Work;
using DigitalTwin.Buildings.Records;
using DigitalTwin.Buildings.Step;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Buildings.Ifc;

/// <summary>
/// An IFC file as buildings, storeys, spaces and elements in SI, with what is known of each. Shapes are looked at when first asked for, from the file, which stays open until the
/// model is disposed. Immutable; several threads may read it.
/// </summary>
public sealed class IfcModel : IDisposable
{
    private readonly Lazy<IfcQuality> quality;

    internal IfcModel(IfcSource source, IfcUnits units) => (Source, Units, quality) = (source, units, new(() => IfcQuality.Of(this)));

    /// <summary>The file as the user named it.</summary>
    public string Path => Source.Path;

    /// <summary>The file's name, by which values say where they came from.</summary>
    public string FileName => System.IO.Path.GetFileName(Source.Path);

    /// <summary>Its generation of the schema.</summary>
    public IfcSchema Schema => Source.Layout.Schema;

    /// <summary>The schema as the file names it.</summary>
    public string SchemaName => Source.Step.Header.Schemas.Count > 0 ? Source.Step.Header.Schemas[0] : "";

    /// <summary>What the file's header says.</summary>
    public StepHeader Header => Source.Step.Header;

    /// <summary>Bytes.</summary>
    public long Length => Source.Step.Length;

    /// <summary>Records by entity, as the file has them.</summary>
    public IReadOnlyList<(string Keyword, int Count)> Counts => Source.Step.Keywords;

    /// <summary>Units of the file's numbers; everything in the model is SI already.</summary>
    public IfcUnits Units { get; }

    /// <summary>The project; null where the file has none.</summary>
    public IfcProject? Project { get; internal init; }

    /// <summary>What stands at the top of the spatial tree: sites, as a rule.</summary>
    public required IReadOnlyList<IfcSpatial> Roots { get; init; }

    /// <summary>All parts of the spatial tree, in the file's order by entity.</summary>
    public required IReadOnlyList<IfcSpatial> Spatial { get; init; }

    /// <summary>All elements, contained or not, openings among them.</summary>
    public required IReadOnlyList<IfcElement> Elements { get; init; }

    /// <summary>All zones.</summary>
    public required IReadOnlyList<IfcZone> Zones { get; init; }

    /// <summary>Sites.</summary>
    public IEnumerable<IfcSite> Sites => Spatial.OfType<IfcSite>();

    /// <summary>Buildings.</summary>
    public IEnumerable<IfcBuilding> Buildings => Spatial.OfType<IfcBuilding>();

    /// <summary>Storeys of all buildings.</summary>
    public IEnumerable<IfcStorey> Storeys => Spatial.OfType<IfcStorey>();

    /// <summary>Spaces of all buildings.</summary>
    public IEnumerable<IfcSpace> Spaces => Spatial.OfType<IfcSpace>();

    /// <summary>Where it stands and how it is turned.</summary>
    public required IfcGeoreference Georeference { get; init; }

    /// <summary>Schedules and tasks.</summary>
    public required IfcWork Work { get; init; }

    /// <summary>What the file lacks and what is wrong with it.</summary>
    public IfcQuality Quality => quality.Value;

    internal IfcSource Source { get; }

    internal IfcFaults Faults { get; init; } = new(0, 0, 0, []);

    /// <summary>Elements of a kind.</summary>
    public IEnumerable<IfcElement> Of(IfcElementKind kind) => Elements.Where(e => e.Kind == kind);

    /// <summary>Reads a file.</summary>
    /// <param name="path">An IFC file in clear text (.ifc).</param>
    /// <param name="problems">Receives every mistake; a record that cannot be used is a warning and the rest is kept.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Null, with an error among the problems, when the file is not there, is no ISO 10303-21 file, or its schema is not IFC.</returns>
    public static IfcModel? Read(string path, ProblemList problems, CancellationToken cancellation = default) => IfcModelReader.Read(path, () => StepFile.Open(path, problems, null, cancellation), problems, cancellation);

    /// <summary>Reads what is in memory already; <paramref name="name"/> stands for the file in messages.</summary>
    public static IfcModel? Read(ReadOnlyMemory<byte> content, string name, ProblemList problems, CancellationToken cancellation = default) =>
        IfcModelReader.Read(name, () => StepFile.Open(content, name, problems, null, cancellation), problems, cancellation);

    /// <summary>A record for every building of the file, every value with the file's name as its source.</summary>
    public IReadOnlyList<BuildingRecord> ToRecords() => [.. Buildings.Select(b => BuildingRecords.Of(this, b))];

    /// <inheritdoc/>
    public void Dispose() => Source.Step.Dispose();
}

/// <summary>What reading found wrong with relations.</summary>
/// <param name="PlacementCycles">Placements in themselves.</param>
/// <param name="TreeCycles">Things that would be their own parts.</param>
/// <param name="TwiceClaimed">Things that two relations put somewhere.</param>
/// <param name="UnknownClasses">Entities read as plain elements.</param>
internal sealed record IfcFaults(int PlacementCycles, int TreeCycles, int TwiceClaimed, IReadOnlyList<string> UnknownClasses);
