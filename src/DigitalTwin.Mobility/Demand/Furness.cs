namespace DigitalTwin.Mobility.Demand;

/// <summary>
/// The doubly constrained distribution (D8): T_ij = a_i P_i b_j A_j f_ij whose rows sum to the productions P and whose columns sum to the attractions A, by balancing a and b in turn (Furness 1965; the iterative proportional
/// fitting of Deming and Stephan 1940). It is the most probable matrix with these sums for a given mean of the cost (Wilson 1967).
/// </summary>
public sealed class Furness
{
    /// <summary>Largest relative difference of a row's sum from its production, unless told otherwise.</summary>
    public const double UsualTolerance = 1e-9;

    private const int FirstLook = 8;

    private readonly double[] rowFactor, columnFactor;
    private readonly double[][] f;

    private Furness(double[][] f, double[] rowFactor, double[] columnFactor) => (this.f, this.rowFactor, this.columnFactor) = (f, rowFactor, columnFactor);

    /// <summary>Rounds of balancing.</summary>
    public int Rounds { get; private set; }

    /// <summary>Largest relative difference of a row's sum from its production; columns agree to rounding.</summary>
    public double Error { get; private set; }

    /// <summary>Whether the sums agree within the tolerance.</summary>
    public bool IsBalanced { get; private set; }

    /// <summary>Why the sums cannot be had, when that was proved; balancing ends then. Null when they agree, or when rounds ran out first.</summary>
    public UnmetSums? Unmet { get; private set; }

    /// <summary>Trips from a zone to another.</summary>
    public double this[int from, int to] => rowFactor[from] * columnFactor[to] * f[from][to];

    /// <summary>Balances.</summary>
    /// <param name="f">Deterrence of each pair, rows of equal length; 0 where no trip goes.</param>
    /// <param name="productions">P, from 0.</param>
    /// <param name="attractions">A, from 0; their sum is that of <paramref name="productions"/> up to rounding.</param>
    /// <param name="tolerance">When the rows' sums are good enough, relative.</param>
    /// <param name="mostRounds">When to give up.</param>
    /// <param name="start">Where to begin: the solution of a neighbouring problem.</param>
    public static Furness Balance(double[][] f, double[] productions, double[] attractions, double tolerance = UsualTolerance, int mostRounds = 2000, Furness? start = null)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(productions);
        ArgumentNullException.ThrowIfNull(attractions);
        var (n, m) = (productions.Length, attractions.Length);
        var reached = new double[n];
        var (row, column, sums) = (new double[n], start is null ? (double[])attractions.Clone() : (double[])start.columnFactor.Clone(), new double[m]);
        var result = new Furness(f, row, column) { Error = double.PositiveInfinity };
        for (var round = 1; round <= mostRounds; round++)
        {
            double error = 0;
            for (var i = 0; i < n; i++)
            {
                var sum = Dot(f[i], column);
                // What the last round left of the row, before this one mends it.
                if (productions[i] > 0 && round > 1) error = Math.Max(error, Math.Abs((reached[i] = row[i] * sum / productions[i]) - 1));
                row[i] = productions[i] > 0 && sum > 0 ? productions[i] / sum : 0;
            }
            (result.Rounds, result.Error) = (round, round > 1 ? error : double.PositiveInfinity);
            Array.Clear(sums);
            for (var i = 0; i < n; i++)
                if (row[i] > 0) AddScaled(sums, f[i], row[i]);
            for (var j = 0; j < m; j++) column[j] = attractions[j] > 0 && sums[j] > 0 ? attractions[j] / sums[j] : 0;
            if (round > 1 && error <= tolerance)
            {
                result.IsBalanced = true;
                break;
            }
            // What can be had comes within some rounds; at 8, 16, 32 … it is asked whether it can.
            if (round >= FirstLook && int.IsPow2(round) && (result.Unmet = UnmetSums.Among(f, productions, attractions, reached, 10 * tolerance)) is not null) break;
        }
        result.Error = result.RowError(productions);
        return result;
    }

    private double RowError(double[] productions)
    {
        double error = 0;
        for (var i = 0; i < productions.Length; i++)
            if (productions[i] > 0) error = Math.Max(error, Math.Abs(rowFactor[i] * Dot(f[i], columnFactor) / productions[i] - 1));
        return error;
    }

    /// <summary>Mean of a cost over the trips.</summary>
    public double MeanOf(double[][] cost)
    {
        ArgumentNullException.ThrowIfNull(cost);
        double trips = 0, sum = 0;
        for (var i = 0; i < rowFactor.Length; i++)
        {
            if (rowFactor[i] == 0) continue;
            for (var j = 0; j < columnFactor.Length; j++)
            {
                var t = this[i, j];
                if (t > 0) (trips, sum) = (trips + t, sum + t * cost[i][j]);
            }
        }
        return trips > 0 ? sum / trips : double.NaN;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (var j = 0; j < a.Length; j++) sum += a[j] * b[j];
        return sum;
    }

    private static void AddScaled(double[] sums, double[] a, double scale)
    {
        for (var j = 0; j < sums.Length; j++) sums[j] += scale * a[j];
    }
}
