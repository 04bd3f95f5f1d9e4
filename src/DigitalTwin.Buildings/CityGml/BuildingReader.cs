using System.Xml;
using System.Xml.Linq;
using DigitalTwin.Buildings.CityModels;
using DigitalTwin.Buildings.Shapes;
using DigitalTwin.Numerics.Diagnostics;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Buildings.CityGml;

/// <summary>Makes a building of one element of CityGML with its parts.</summary>
internal sealed class BuildingReader(CityModelBuilder model, string file, ProblemList problems)
{
    private readonly ShapeBuilder shapes = new(), outlines = new();
    private int unnamed;

    public void Read(XElement element, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var place = (IXmlLineInfo)element;
        var id = GmlIndex.Id(element) ?? $"building-{++unnamed}";
        if (!model.IsNew(id))
        {
            problems.Error(file, place.LineNumber, place.LinePosition, $"A building with the id '{id}' came before; the first is kept.");
            model.CountRefused();
            return;
        }
        if (model.Crs is null && element.Descendants().Attributes("srsName").FirstOrDefault() is { } crs) model.NameCrs(crs.Value, place.LineNumber, place.LinePosition);
        var objects = new List<GmlObject> { new(element, id) };
        foreach (var part in element.Descendants().Where(e => e.Name.LocalName == "BuildingPart")) objects.Add(new(part, GmlIndex.Id(part) ?? $"{id}-{objects.Count}"));
        var sheet = new AttributeSheet();
        GmlAttributes.Read(element, sheet);
        foreach (var part in objects.Skip(1))
        {
            GmlAttributes.Read(part.Element, sheet, part.Id);
            model.CountPart();
        }
        var index = new GmlIndex(element);
        var shape = Shape(id, objects, index);
        var (outline, ground) = shape is null ? Outline(id, objects, index) : default;
        if (outline is { Area: > 0 } && sheet.Height > 0) shape = Extrusion.Flat(id, outline, ground, sheet.Height);
        model.Add(id, sheet, shape, outline, place.LineNumber, place.LinePosition);
    }

    private BuildingShape? Shape(string id, List<GmlObject> objects, GmlIndex index)
    {
        if (LodChoice.Of(objects.SelectMany(o => o.Levels), model.Options.Lod) is not { } lod) return null;
        var before = model.Findings.Count;
        var shape = Fill(id, objects, index, lod);
        if (shape is null || shape.Parts.Count < 2 || shape.Parts[0] != id || !WholeAndParts.SayTheSame(shape)) return shape;
        model.Findings.RemoveRange(before, model.Findings.Count - before);
        return Fill(id, objects[1..], index, lod);
    }

    private BuildingShape? Fill(string id, List<GmlObject> objects, GmlIndex index, string lod)
    {
        var geometry = new GmlGeometry(shapes, model, file, problems);
        geometry.Begin(id, index);
        shapes.Begin(id, lod);
        foreach (var found in objects)
        {
            if (LodChoice.Of(found.Levels, lod) is not { } own) continue;
            shapes.BeginPart(found.Id);
            shapes.BeginSurfaces();
            var before = shapes.FaceCount;
            foreach (var property in found.Body(own)) geometry.Add(property);
            if (shapes.FaceCount == before) shapes.DropPart();
        }
        return shapes.Build();
    }

    private (Geometry? Footprint, double Ground) Outline(string id, List<GmlObject> objects, GmlIndex index)
    {
        var geometry = new GmlGeometry(outlines, model, file, problems);
        geometry.Begin(id, index);
        outlines.Begin(id, "0");
        foreach (var property in objects.SelectMany(o => o.Outlines)) geometry.Add(property);
        return outlines.Build() is { } shape ? (Footprints.Of(shape), shape.Measures.Lowest) : default;
    }
}
