using DigitalTwin.Buildings.Ifc.Boundaries;
using DigitalTwin.Buildings.Ifc.Extents;
using DigitalTwin.Buildings.Ifc.Materials;
using DigitalTwin.Buildings.Ifc.Placements;
using DigitalTwin.Buildings.Ifc.Properties;
using DigitalTwin.Buildings.Ifc.Schema;
using DigitalTwin.Buildings.Ifc.Units;
using DigitalTwin.Buildings.Ifc.Work;
using DigitalTwin.Buildings.Step;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Buildings.Ifc.Reading;

/// <summary>Reads a file in the order in which one thing needs another: schema, units, placements, things, the tree, what relations say, work.</summary>
internal static class IfcModelReader
{
    public static IfcModel? Read(string path, Func<StepFile> open, ProblemList problems, CancellationToken cancellation)
    {
        StepFile step;
        try
        {
            step = open();
        }
        catch (InputException mistake)
        {
            foreach (var problem in mistake.Problems) problems.Add(problem);
            return null;
        }
        try
        {
            if (IfcSchemaNames.Recognise(step.Header.Schemas, path, problems) is { } schema) return Model(new IfcSource(step, schema, path, problems, cancellation));
        }
        catch
        {
            step.Dispose();
            throw;
        }
        step.Dispose();
        return null;
    }

    private static IfcModel Model(IfcSource source)
    {
        var projects = source.All("IfcProject").ToArray();
        if (projects.Length != 1) source.Warn($"The file has {projects.Length} IfcProject; one is accepted{(projects.Length > 1 ? $", and {projects[0]} is taken" : "")}.");
        var projectRecord = projects.Length > 0 ? projects[0] : (IfcRecord?)null;
        var unitReader = new IfcUnitReader(source);
        var units = unitReader.OfProject(projectRecord);
        if (!units.Has("LENGTHUNIT")) source.Warn("The project assigns no unit of length; metres are taken.");
        var placements = new PlacementReader(source, units.Length);
        var extents = new ExtentReader(source, new ShapeReader(source, placements, units.Length, units.Angle));
        var objects = new ObjectReader(source, placements, extents, units.Length);
        var project = projectRecord is { } p ? objects.Project(p) : null;
        objects.ReadAll();

        var tree = new TreeRelations(source, objects);
        tree.Read(projectRecord?.Id);
        var properties = new IfcPropertyReader(source, units, unitReader);
        new DefinitionRelations(source, objects, properties, new MaterialReader(source, units, properties)).Read();
        new BoundaryReader(source, objects, extents).Read();

        var spatial = objects.Made.OfType<IfcSpatial>().ToArray();
        foreach (var building in spatial.OfType<IfcBuilding>()) StoreyFinisher.Finish(building);
        var site = source.All("IfcSite").Cast<IfcRecord?>().FirstOrDefault();
        var geoSets = spatial.Where(s => s is IfcSite or IfcBuilding).SelectMany(s => s.PropertySets).Concat(project?.PropertySets ?? []).ToArray();
        return new(source, units)
        {
            Project = project,
            Roots = [.. spatial.Where(s => s.Parent is null)],
            Spatial = spatial,
            Elements = [.. objects.Made.OfType<IfcElement>()],
            Zones = [.. objects.Made.OfType<IfcZone>()],
            Georeference = new GeoreferenceReader(source, units, unitReader, placements).Read(site, geoSets),
            Work = new WorkReader(source, objects, units.Time).Read(),
            Faults = new(placements.Cycles, tree.Cycles, tree.TwiceClaimed, [.. objects.UnknownClasses]),
        };
    }
}
