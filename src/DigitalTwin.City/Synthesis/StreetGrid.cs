namespace DigitalTwin.Cities.Synthesis;

/// <summary>A street between two corners of a quarter.</summary>
/// <param name="A">One corner.</param>
/// <param name="B">The other.</param>
/// <param name="IsMain">Whether it is a main road.</param>
internal readonly record struct Street(int A, int B, bool IsMain);

/// <summary>
/// The corners and streets of one quarter: a lattice with uneven rows and columns, bent and jittered; a lake and a hill park left out, some
/// streets missing, everything still connected. Built by <see cref="StreetGridBuilder"/>.
/// </summary>
internal sealed class StreetGrid
{
    /// <summary>Lattice column of each corner, counted as if the quarter were not mirrored.</summary>
    public required int[] Column { get; init; }

    /// <summary>Lattice row of each corner, likewise.</summary>
    public required int[] Row { get; init; }

    /// <summary>Columns of the lattice.</summary>
    public required int Columns { get; init; }

    /// <summary>Rows of the lattice.</summary>
    public required int Rows { get; init; }

    /// <summary>Edges between the columns, as shares of the side before mirroring; one more than columns.</summary>
    public required double[] ColumnEdges { get; init; }

    /// <summary>Edges between the rows, likewise.</summary>
    public required double[] RowEdges { get; init; }

    /// <summary>Plan position, m.</summary>
    public required double[] X { get; init; }

    /// <summary>Plan position, m.</summary>
    public required double[] Y { get; init; }

    /// <summary>Ground that belongs to a corner, m².</summary>
    public required double[] Area { get; init; }

    /// <summary>Whether a corner lies in the low zone.</summary>
    public required bool[] IsLow { get; init; }

    /// <summary>Streets inside the high zone and inside the low zone.</summary>
    public required List<Street> Streets { get; init; }

    /// <summary>Streets between the zones.</summary>
    public required List<Street> Crossings { get; init; }

    /// <summary>The hill where the tank stands, m; outside the quarter's streets when there is no park.</summary>
    public required (double X, double Y) Hill { get; init; }

    /// <summary>Number of corners.</summary>
    public int Count => X.Length;

    /// <summary>Straight distance of two corners, m.</summary>
    public double Distance(int a, int b) => Math.Sqrt((X[a] - X[b]) * (X[a] - X[b]) + (Y[a] - Y[b]) * (Y[a] - Y[b]));
}
