namespace DigitalTwin.Simulation.Results.Maps;

/// <summary>
/// Finds room for labels beside their points: eight directions at growing distances, the first that stays on the map and touches no label
/// and no mark. A label without room is left out rather than printed over another.
/// </summary>
internal sealed class LabelPlacement(double width, double height)
{
    private static readonly (double X, double Y)[] Directions = [(1, 0), (-1, 0), (1, -1), (1, 1), (-1, -1), (-1, 1), (0, -1), (0, 1)];
    private readonly List<(double Left, double Top, double Right, double Bottom)> taken = [];

    /// <summary>Keeps a rectangle free of labels.</summary>
    public void Keep(double left, double top, double right, double bottom) => taken.Add((left, top, right, bottom));

    /// <summary>Upper left corner of a label of a size beside a point; null when there is no room.</summary>
    public (double X, double Y)? Beside(double x, double y, double labelWidth, double labelHeight)
    {
        foreach (var distance in (double[])[9, 16, 26, 40, 60])
        {
            foreach (var (dx, dy) in Directions)
            {
                var left = x + (dx * distance) - (dx < 0 ? labelWidth : dx == 0 ? labelWidth / 2 : 0);
                var top = y + (dy * distance) - (dy < 0 ? labelHeight : dy == 0 ? labelHeight / 2 : 0);
                if (left < 2 || top < 2 || left + labelWidth > width - 2 || top + labelHeight > height - 2) continue;
                if (taken.Exists(t => left < t.Right && t.Left < left + labelWidth && top < t.Bottom && t.Top < top + labelHeight)) continue;
                Keep(left, top, left + labelWidth, top + labelHeight);
                return (left, top);
            }
        }
        return null;
    }

    /// <summary>Width of a text in a sans-serif of a size, estimated generously: wide characters an em, others six tenths.</summary>
    public static double WidthOf(string text, double size) => text.Sum(c => c > 0x2E7F ? 1.0 : char.IsUpper(c) || c is '%' or '…' ? 0.68 : 0.56) * size;
}
