using System.Globalization;
using DigitalTwin.Numerics.Diagnostics;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Maps.Buildings;

/// <summary>The files of buildings of an import: read and doubted first, copied byte for byte into the new map's folder then. A model that does not say where it stands goes to the place given.</summary>
internal sealed class BuildingImport
{
    private readonly List<BuildingFile> files = [];

    /// <summary>What all buildings that have a place lie within, degrees.</summary>
    public Envelope Extent { get; } = new();

    /// <summary>The lines of <c>city.yaml</c>.</summary>
    public string Yaml => files.Count == 0 ? "" : "buildings:\n  files:\n" + string.Concat(files.Select(f => f.Place is { } at
        ? string.Create(CultureInfo.InvariantCulture, $"    - {{ file: \"{f.Name}\", place: [{at.Longitude}, {at.Latitude}] }}\n") : $"    - \"{f.Name}\"\n"));

    public static BuildingImport Read(ImportOptions options, ProblemList problems)
    {
        var import = new BuildingImport();
        foreach (var path in options.BuildingFiles)
        {
            if (!File.Exists(path)) problems.Error(path, 0, 0, "There is no such file.");
            else if (BuildingSection.FormatOf(path) is not { } format) problems.Error(path, 0, 0, $"'{Path.GetFileName(path)}' ends like no file of buildings; accepted are {BuildingSection.AcceptedFiles}.");
            else if (import.files.Any(f => f.Name == Path.GetFileName(path))) problems.Error(path, 0, 0, $"Two files of buildings are called '{Path.GetFileName(path)}'.");
            else import.Add(new(path, format, 0), options, problems);
        }
        return import;
    }

    public void Write(string folder)
    {
        foreach (var file in files) File.Copy(file.Path, Path.Combine(folder, file.Name));
    }

    private void Add(BuildingFile file, ImportOptions options, ProblemList problems)
    {
        var found = new ProblemList();
        var records = BuildingSources.Read(file, found);
        if (found.HasErrors && file.Kind == BuildingFormat.Ifc && options.At is { } at)
        {
            file = file with { Place = at };
            found = new();
            records = BuildingSources.Read(file, found);
        }
        foreach (var problem in found)
            if (problem.Severity == Severity.Error) problems.Add(problem);
        foreach (var record in records)
        {
            if (record.Footprint is { } footprint) Extent.ExpandToInclude(footprint.Value.EnvelopeInternal);
            else if (record is { Longitude: { } x, Latitude: { } y }) Extent.ExpandToInclude(x.Value, y.Value);
        }
        files.Add(file);
    }
}
