using DigitalTwin.Buildings.CityModels;
using DigitalTwin.Buildings.Shapes;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Buildings.CityJson;

/// <summary>Makes buildings of one CityJSON object or one feature of a sequence.</summary>
internal sealed class DocumentReader(CityModelBuilder model)
{
    private readonly ShapeBuilder shapes = new(), outlines = new();

    /// <summary>Reads a document whose root is known.</summary>
    public void Read(JsonText text, CityJsonRoot root, VertexTransform transform, CancellationToken cancellation)
    {
        if (root.Objects < 0)
        {
            text.Error(0, "The member 'CityObjects' is missing.");
            return;
        }
        var vertices = VertexTable.Read(text, root.Vertices, "vertices", transform, cancellation);
        var templates = new TemplateTable(text, root, cancellation);
        var objects = ObjectScan.Read(text, root.Objects, cancellation);
        var tree = new ObjectTree(text, objects);
        foreach (var found in objects)
        {
            model.CountObject();
            if (!found.IsBuilding && !found.IsPart) model.CountIgnored(found.Type);
        }
        foreach (var building in objects)
        {
            if (!building.IsBuilding) continue;
            cancellation.ThrowIfCancellationRequested();
            Building(text, building, tree.PartsOf(text, building), vertices, templates);
        }
        foreach (var part in objects)
        {
            if (!part.IsPart || tree.IsTaken(part)) continue;
            text.Warning(part.Place, $"The part '{part.Id}' belongs to no building; it is read as one.");
            Building(text, part, tree.PartsOf(text, part), vertices, templates);
        }
    }

    private void Building(JsonText text, CityObject building, List<CityObject> parts, VertexTable vertices, TemplateTable templates)
    {
        var (line, column) = text.LineOf(building.Place);
        if (!model.IsNew(building.Id))
        {
            text.Error(building.Place, $"A building with the id '{building.Id}' came before; the first is kept.");
            model.CountRefused();
            return;
        }
        var sheet = new AttributeSheet();
        AttributeReader.Read(text, building, sheet);
        foreach (var part in parts)
        {
            AttributeReader.Read(text, part, sheet, part.Id);
            model.CountPart();
        }
        CityObject[] all = [building, .. parts];
        var shape = Shape(text, building.Id, all, vertices, templates);
        var outline = shape is null ? Outline(text, building.Id, all, vertices, templates) : null;
        if (outline is not null && sheet.Height > 0 && outline.Footprint.Area > 0)
            shape = Extrusion.Flat(building.Id, outline.Footprint, outline.Ground, sheet.Height);
        model.Add(building.Id, sheet, shape, outline?.Footprint, line, column);
    }

    /// <summary>The building's own geometry and its parts'; the own one only where it is not the sum of the parts once more.</summary>
    private BuildingShape? Shape(JsonText text, string id, CityObject[] all, VertexTable vertices, TemplateTable templates)
    {
        var lod = LodChoice.Of(all.SelectMany(o => o.Geometries).Where(g => g.Nesting > 0 || g.Template >= 0).Select(g => templates.LodOf(g)), model.Options.Lod);
        if (lod is null) return null;
        var before = model.Findings.Count;
        var shape = Fill(text, id, all, vertices, templates, lod);
        if (shape is null || shape.Parts.Count < 2 || shape.Parts[0] != id || !WholeAndParts.SayTheSame(shape)) return shape;
        model.Findings.RemoveRange(before, model.Findings.Count - before);
        return Fill(text, id, all[1..], vertices, templates, lod);
    }

    private BuildingShape? Fill(JsonText text, string id, CityObject[] objects, VertexTable vertices, TemplateTable templates, string lod)
    {
        shapes.Begin(id, lod);
        foreach (var found in objects)
        {
            var own = LodChoice.Of(found.Geometries.Where(g => g.Nesting > 0 || g.Template >= 0).Select(templates.LodOf), lod);
            if (own is null) continue;
            shapes.BeginPart(found.Id);
            var before = shapes.FaceCount;
            var solids = found.Geometries.Any(g => templates.LodOf(g) == own && templates.IsSolid(g));
            for (var i = 0; i < found.Geometries.Count; i++)
                if (templates.LodOf(found.Geometries[i]) == own && templates.IsSolid(found.Geometries[i]) == solids)
                    templates.Read(text, found.Geometries[i], shapes, model, id, $"CityObjects['{found.Id}'].geometry[{i}]", vertices);
            if (shapes.FaceCount == before) shapes.DropPart();
        }
        return shapes.Build();
    }

    /// <summary>Of a building without a body: what level 0 says of its place.</summary>
    private OutlineOnGround? Outline(JsonText text, string id, CityObject[] all, VertexTable vertices, TemplateTable templates)
    {
        outlines.Begin(id, "0");
        foreach (var found in all)
            for (var i = 0; i < found.Geometries.Count; i++)
                if (found.Geometries[i] is { Nesting: 3 } flat && LodChoice.Level(flat.Lod) < 1)
                    templates.Read(text, flat, outlines, model, id, $"CityObjects['{found.Id}'].geometry[{i}]", vertices);
        return outlines.Build() is { } shape && Footprints.Of(shape) is { } footprint ? new(footprint, shape.Measures.Lowest) : null;
    }

    private sealed record OutlineOnGround(Geometry Footprint, double Ground);
}
