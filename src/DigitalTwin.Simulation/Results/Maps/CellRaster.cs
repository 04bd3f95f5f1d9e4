using System.Text;
using DigitalTwin.Simulation.Results.Report;

namespace DigitalTwin.Simulation.Results.Maps;

/// <summary>
/// A large network as cells of a few pixels: each takes the worst class of what lies in it, and runs of one class become one stroke. The size
/// of the picture is then bounded by its cells and not by the network.
/// </summary>
internal sealed class CellRaster
{
    private const int Unset = -2;
    private const double Overlap = 0.2;    // rows touch without a hair of paper between them
    private readonly double cell;
    private readonly int columns, rows;
    private readonly int[] classes;
    private readonly ColourScale scale;
    private readonly MapProjection projection;

    private CellRaster(MapProjection projection, ColourScale scale, double cell)
    {
        (this.projection, this.scale, this.cell) = (projection, scale, cell);
        columns = (int)Math.Ceiling(projection.Width / cell) + 1;
        rows = (int)Math.Ceiling(projection.Height / cell) + 1;
        classes = new int[columns * rows];
        Array.Fill(classes, Unset);
    }

    public static void Draw(Markup page, ResultMap map, MapProjection projection, ColourScale scale, double cell)
    {
        var raster = new CellRaster(projection, scale, cell);
        foreach (var line in map.Lines) raster.Take(line);
        for (var i = 0; i < map.Values.Length; i++)
            if (ResultMap.IsPlace(map.Places[i])) raster.Take(projection.At(map.Places[i]), scale.ClassOf(map.Values[i]));
        for (var index = -1; index < ColourScale.Classes; index++)
        {
            var path = raster.Runs(index);
            if (path.Length > 0) page.Leaf("path", ("class", "cells"), ("stroke", scale.Colour(index)), ("stroke-width", Markup.At(cell + Overlap)), ("d", path));
        }
    }

    private void Take(MapLine line)
    {
        var segments = line.Coordinates.Length - 1;
        for (var s = 0; s < segments; s++)
        {
            var (x0, y0) = projection.At(line.Coordinates[s]);
            var (x1, y1) = projection.At(line.Coordinates[s + 1]);
            var steps = (int)Math.Ceiling(Math.Max(Math.Abs(x1 - x0), Math.Abs(y1 - y0)) / cell);
            for (var i = 0; i <= steps; i++)
            {
                var share = steps == 0 ? 0 : (double)i / steps;
                var along = (float)((s + share) / segments);
                var value = float.IsNaN(line.First) || float.IsNaN(line.Last) ? line.Value : line.First + ((line.Last - line.First) * along);
                Take((x0 + ((x1 - x0) * share), y0 + ((y1 - y0) * share)), scale.ClassOf(value));
            }
        }
    }

    private void Take((double X, double Y) place, int index)
    {
        var at = (Math.Clamp((int)(place.Y / cell), 0, rows - 1) * columns) + Math.Clamp((int)(place.X / cell), 0, columns - 1);
        if (classes[at] == Unset || scale.Badness(index) > scale.Badness(classes[at])) classes[at] = index;
    }

    /// <summary>Runs of a class, row by row, as horizontal strokes.</summary>
    private string Runs(int index)
    {
        var path = new StringBuilder();
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (classes[(row * columns) + column] != index) continue;
                var end = column;
                while (end < columns && classes[(row * columns) + end] == index) end++;
                path.Append('M').Append(Markup.At(column * cell)).Append(' ').Append(Markup.At((row + 0.5) * cell)).Append('h').Append(Markup.At((end - column) * cell));
                column = end;
            }
        }
        return path.ToString();
    }
}
