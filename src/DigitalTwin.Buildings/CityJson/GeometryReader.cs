using System.Text.Json;
using DigitalTwin.Buildings.Shapes;
using DigitalTwin.Buildings.Shapes.Validity;

namespace DigitalTwin.Buildings.CityJson;

/// <summary>Takes the boundaries of a geometry apart into faces.</summary>
internal sealed class GeometryReader(ShapeBuilder builder, List<ValidityFinding> findings)
{
    private readonly SemanticsReader semantics = new();

    /// <summary>Adds the faces of a geometry to the shape that is being built.</summary>
    /// <param name="text">The document.</param>
    /// <param name="entry">The geometry; not an instance of a template.</param>
    /// <param name="building">Id of the building, for findings.</param>
    /// <param name="path">Path of the geometry, for sentences.</param>
    /// <param name="count">Vertices that there are.</param>
    /// <param name="point">Their coordinates in metres.</param>
    /// <returns>Whether anything was added; if not, a sentence says why.</returns>
    public bool Read(JsonText text, GeometryEntry entry, string building, string path, int count, Func<int, Point3> point)
    {
        if (entry.Boundaries < 0)
        {
            text.Error(entry.Place, $"{path} has no 'boundaries'.");
            return false;
        }
        semantics.Read(text, entry, path);
        var before = builder.FaceCount;
        var json = text.At(entry.Boundaries);
        json.Read();
        var walk = new Walk(entry, building, path) { Bad = json.TokenType != JsonTokenType.StartArray };
        // The outermost array is the solid of a Solid and the set of a MultiSurface; of several solids it is nothing yet.
        if (entry.Nesting == 4) walk.BeginSolid(builder);
        else if (entry.Nesting == 3) builder.BeginSurfaces();
        while (!walk.Bad && walk.Depth > 0 && json.Read()) Token(ref json, text, walk, count, point);
        if (walk.Bad)
        {
            builder.DropBackTo(before);
            text.Error(entry.Boundaries + json.TokenStartIndex, $"{path}.boundaries is not nested as a {entry.Type} is: arrays of numbers of vertices, {entry.Nesting} deep. The geometry is left out.");
            return false;
        }
        if (builder.FaceCount > before) return true;
        findings.Add(new(ValidityCode.EmptyPrimitive, building, -1, $"{path} has no surface that can be used."));
        return false;
    }

    private void Token(ref Utf8JsonReader json, JsonText text, Walk walk, int count, Func<int, Point3> point)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.StartArray:
                walk.Depth++;
                Begin(walk);
                break;
            case JsonTokenType.EndArray:
                End(text, walk);
                walk.Depth--;
                break;
            case JsonTokenType.Number when walk.Depth == walk.RingDepth:
                walk.Corners++;
                if (!json.TryGetInt32(out var vertex) || vertex < 0 || vertex >= count)
                {
                    if (!walk.Dangling) text.Error(walk.Boundaries + json.TokenStartIndex, $"{walk.Path}, {walk.Surface}: the vertex {System.Text.Encoding.UTF8.GetString(json.ValueSpan)} does not exist; there are {count}. The surface is left out.");
                    walk.Dangling = true;
                }
                else if (point(vertex) is { IsFinite: true } place) builder.Corner(place);
                else walk.Dangling = true;
                break;
            default:
                walk.Bad = true;
                break;
        }
    }

    private void Begin(Walk walk)
    {
        var level = walk.RingDepth - walk.Depth;
        if (level < 0) walk.Bad = true;
        else if (level == 0)
        {
            walk.Rings++;
            walk.Corners = 0;
            builder.BeginRing();
        }
        else if (level == 1)
        {
            (walk.Rings, walk.Dangling) = (0, false);
            builder.BeginFace(semantics.Kind(walk.Solid, walk.Shell, walk.Face));
        }
        else if (level == 2) walk.BeginShell(builder);
        else walk.BeginSolid(builder);
    }

    private void End(JsonText text, Walk walk)
    {
        var level = walk.RingDepth - walk.Depth;
        if (level == 0) EndRing(walk);
        else if (level == 1)
        {
            if (walk.Rings == 0) findings.Add(new(ValidityCode.TooFewPoints, walk.Building, -1, $"{walk.Path}, {walk.Surface} has no ring."));
            if (walk.Dangling || walk.Rings == 0) builder.DropFace();
            walk.Face++;
        }
    }

    private void EndRing(Walk walk)
    {
        var kept = builder.EndRing();
        if (kept < walk.Corners && !walk.Dangling && kept >= 3)
            findings.Add(new(ValidityCode.ConsecutivePointsSame, walk.Building, builder.FaceCount - 1, $"{walk.Path}, {walk.Surface}: {walk.Corners - kept} of the {walk.Corners} corners of a ring lie at the place of the one before (a ring of CityJSON does not repeat its first corner); they are taken once."));
        if (kept >= 3 || walk.Dangling) return;
        findings.Add(new(ValidityCode.TooFewPoints, walk.Building, -1, $"{walk.Path}, {walk.Surface}: a ring has {kept} different corners; three are needed. {(walk.Rings == 1 ? "The surface" : "The hole")} is left out."));
        if (walk.Rings == 1) walk.Dangling = true;
        else builder.DropRing();
    }

    /// <summary>Where in the nested arrays we stand.</summary>
    private sealed class Walk(GeometryEntry entry, string building, string path)
    {
        private int solids, shells;

        public string Building => building;

        public string Path => path;

        public int Boundaries => entry.Boundaries;

        public int RingDepth { get; } = entry.Nesting;

        public int Depth { get; set; } = 1;

        public int Solid { get; private set; }

        public int Shell { get; private set; }

        public int Face { get; set; }

        public int Rings { get; set; }

        public int Corners { get; set; }

        public bool Dangling { get; set; }

        public bool Bad { get; set; }

        public string Surface => entry.IsSolid ? $"shell {Shell}, surface {Face}" : $"surface {Face}";

        /// <summary>The first of a solid is its outer one.</summary>
        public void BeginShell(ShapeBuilder builder)
        {
            (Shell, Face) = (shells++, 0);
            builder.BeginShell(inner: Shell > 0);
        }

        public void BeginSolid(ShapeBuilder builder)
        {
            (Solid, shells) = (solids++, 0);
            builder.BeginSolid();
        }
    }
}
