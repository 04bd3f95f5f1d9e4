using System.Text;
using DigitalTwin.Simulation.Results.Report;

namespace DigitalTwin.Simulation.Results.Maps;

/// <summary>A network of moderate size as strokes: one path for each class of colour, points nearer than half a pixel dropped.</summary>
internal static class LineStrokes
{
    public static void Draw(Markup page, ResultMap map, MapProjection projection, ColourScale scale)
    {
        var paths = new StringBuilder[ColourScale.Classes + 1];
        for (var c = 0; c < paths.Length; c++) paths[c] = new();
        foreach (var line in map.Lines) Append(paths[scale.ClassOf(line.Value) + 1], line, projection);
        foreach (var index in Enumerable.Range(-1, paths.Length).OrderBy(scale.Badness))    // bad above good
        {
            if (paths[index + 1].Length == 0) continue;
            page.Leaf("path", ("class", "pipes"), ("stroke", scale.Colour(index)), ("d", paths[index + 1].ToString()));
        }
    }

    private static void Append(StringBuilder path, MapLine line, MapProjection projection)
    {
        var (x, y) = projection.At(line.Coordinates[0]);
        path.Append('M').Append(Markup.At(x)).Append(' ').Append(Markup.At(y));
        for (var i = 1; i < line.Coordinates.Length; i++)
        {
            var (nextX, nextY) = projection.At(line.Coordinates[i]);
            if (i < line.Coordinates.Length - 1 && Math.Abs(nextX - x) < 0.5 && Math.Abs(nextY - y) < 0.5) continue;
            (x, y) = (nextX, nextY);
            path.Append('L').Append(Markup.At(x)).Append(' ').Append(Markup.At(y));
        }
    }
}
