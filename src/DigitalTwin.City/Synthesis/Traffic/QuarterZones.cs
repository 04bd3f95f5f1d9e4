namespace DigitalTwin.Cities.Synthesis.Traffic;

/// <summary>A block of corners between which demand does not tell: its numbers are the sums of theirs.</summary>
/// <param name="West">First column of the lattice.</param>
/// <param name="South">First row.</param>
/// <param name="East">Column after the last.</param>
/// <param name="North">Row after the last.</param>
/// <param name="Corners">Its corners, ascending.</param>
internal sealed record ZonePlan(int West, int South, int East, int North, int[] Corners);

/// <summary>Cuts a quarter into zones of k by k corners.</summary>
internal static class QuarterZones
{
    /// <summary>Most zones of a city; larger ones have larger zones.</summary>
    private const int Most = 4000;

    /// <summary>Corners to the side of a zone: 2 for a district, more for a city.</summary>
    public static int Side(SynthesisOptions options) => Math.Max(2, (int)Math.Ceiling(Math.Sqrt(options.Junctions / (double)Most)));

    public static IEnumerable<ZonePlan> Of(StreetGrid grid, int side)
    {
        var blocks = new SortedDictionary<(int Row, int Column), List<int>>();
        for (var i = 0; i < grid.Count; i++)
        {
            var block = (grid.Row[i] / side, grid.Column[i] / side);
            if (!blocks.TryGetValue(block, out var corners)) blocks[block] = corners = [];
            corners.Add(i);
        }
        foreach (var ((row, column), corners) in blocks)
            yield return new(column * side, row * side, Math.Min(grid.Columns, (column + 1) * side), Math.Min(grid.Rows, (row + 1) * side), [.. corners]);
    }
}
