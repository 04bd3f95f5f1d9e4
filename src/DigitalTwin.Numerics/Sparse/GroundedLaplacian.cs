namespace DigitalTwin.Numerics.Sparse;

/// <summary>
/// A network of conductances in which some vertices are also tied to ground, and the potentials x that inflows b bring about:
/// b_i = g_i x_i + Σ c_ij (x_i − x_j). Its matrix is symmetric positive definite, and it is factorised as L D Lᵀ in the order of a <see cref="FactorPlan"/>.
/// Fill <see cref="Ground"/>, <see cref="Coupling"/> and <see cref="RightHandSide"/> (by row, see <see cref="FactorPlan.RowOfVertex"/> and
/// <see cref="FactorPlan.EntryOf"/>), then call <see cref="Solve"/>. Nothing is allocated after construction. Not for several threads at once.
/// </summary>
/// <remarks>
/// The diagonal is never stored: each pivot is the sum of what remains of its ground and couplings, all of them positive (Grassmann, Taksar and Heyman 1985;
/// Higham 2002 §9.5 on M-matrices). Nothing is ever subtracted, so conductances sixteen orders of magnitude apart, as open valves and closed pipes are,
/// lose no digits, and a part that nothing ties to ground shows as a pivot of exactly zero.
/// </remarks>
public sealed partial class GroundedLaplacian
{
    private readonly FactorPlan plan;

    /// <summary>Conductance to ground by row, not negative. Longer than the matrix by the scrap rows asked for.</summary>
    public double[] Ground { get; }

    /// <summary>Conductance between rows by entry of the plan, not negative; holds L after <see cref="Solve"/>. One longer than the pattern: the last is scrap.</summary>
    public double[] Coupling { get; }

    /// <summary>b by row; holds x after <see cref="Solve"/>. Longer than the matrix by the scrap rows asked for.</summary>
    public double[] RightHandSide { get; }

    private readonly double[] reciprocal;

    /// <summary>Makes room for the numbers.</summary>
    /// <param name="plan">What depends on the pattern.</param>
    /// <param name="scrapRows">Rows after the last whose values are ignored, so that assembly needs no branch for ends that are not unknowns.</param>
    public GroundedLaplacian(FactorPlan plan, int scrapRows = 0)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfNegative(scrapRows);
        this.plan = plan;
        Ground = new double[plan.RowCount + scrapRows];
        RightHandSide = new double[plan.RowCount + scrapRows];
        Coupling = new double[plan.EntryCount + 1];
        reciprocal = new double[plan.RowCount];
    }

    /// <summary>Sets all conductances and inflows to zero.</summary>
    public void Clear()
    {
        Ground.AsSpan().Clear();
        Coupling.AsSpan().Clear();
        RightHandSide.AsSpan().Clear();
    }

    /// <summary>Factorises and replaces b by x.</summary>
    /// <returns>-1, or the first row that turns out to be tied to nothing: x is then not to be used.</returns>
    public int Solve()
    {
        var failed = Eliminate();
        if (failed < 0) Substitute();
        return failed;
    }
}
