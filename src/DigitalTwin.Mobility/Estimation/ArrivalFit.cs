namespace DigitalTwin.Mobility.Estimation;

/// <summary>
/// The smooth, never negative arrivals that best explain a day's occupancy for given stays (E2): least squares with a penalty on the second differences, by coordinate descent on the normal
/// equations, which for such a convex problem ends at the one minimum.
/// </summary>
internal sealed class ArrivalFit
{
    private const int Sweeps = 2000;

    /// <summary>Weight of the penalty on arrivals in slots that nobody looked at, relative to the data.</summary>
    private const double Unseen = 0.1;

    private readonly double[] kernel, normal, right;
    private readonly int n;

    /// <param name="occupancy">Cars at the beginning of each slot of the day, NaN where nobody looked.</param>
    /// <param name="stays">How long cars stay.</param>
    /// <param name="slot">Length of a slot, s.</param>
    /// <param name="smoothness">Weight of the penalty, relative to the data.</param>
    public ArrivalFit(ReadOnlySpan<double> occupancy, StayCurve stays, double slot, double smoothness)
    {
        n = occupancy.Length;
        kernel = stays.Kernel(n, slot);
        (normal, right, Arrivals) = (new double[n * n], new double[n], new double[n]);
        Gather(occupancy, smoothness);
        Descend();
        Fitted = new double[n];
        var (square, seen) = (0.0, 0);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) Fitted[i] += Left(i, j) * Arrivals[j];
            if (double.IsNaN(occupancy[i])) continue;
            square += (occupancy[i] - Fitted[i]) * (occupancy[i] - Fitted[i]);
            seen++;
        }
        Error = Math.Sqrt(square / Math.Max(1, seen));
    }

    /// <summary>Cars that come in each slot.</summary>
    public double[] Arrivals { get; }

    /// <summary>Cars at the beginning of each slot that follow from them.</summary>
    public double[] Fitted { get; }

    /// <summary>Root mean square of what is left unexplained, cars.</summary>
    public double Error { get; }

    /// <summary>Share of the arrivals of slot <paramref name="j"/> that are there at the beginning of slot <paramref name="i"/>.</summary>
    private double Left(int i, int j) => kernel[((i - j - 1) % n + n) % n];

    private void Gather(ReadOnlySpan<double> occupancy, double smoothness)
    {
        for (var i = 0; i < n; i++)
        {
            if (double.IsNaN(occupancy[i])) continue;
            for (var a = 0; a < n; a++)
            {
                right[a] += Left(i, a) * occupancy[i];
                for (var b = 0; b < n; b++) normal[a * n + b] += Left(i, a) * Left(i, b);
            }
        }
        var trace = 0.0;
        for (var a = 0; a < n; a++) trace += normal[a * n + a];
        var weight = smoothness * trace / n;
        for (var a = 0; a < n; a++)
        {
            // While nobody looks, as few cars come as the rest of the day can be explained with.
            if (double.IsNaN(occupancy[a]) && double.IsNaN(occupancy[(a + 1) % n]))
            {
                normal[a * n + a] += Unseen * trace / n;
                continue;
            }
            (int At, double Share)[] bend = [((a + n - 1) % n, 1), (a, -2), ((a + 1) % n, 1)];
            foreach (var (p, x) in bend)
                foreach (var (q, y) in bend) normal[p * n + q] += weight * x * y;
        }
    }

    private void Descend()
    {
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var (moved, most) = (0.0, 1e-12);
            for (var a = 0; a < n; a++)
            {
                var slope = right[a];
                for (var b = 0; b < n; b++) slope -= normal[a * n + b] * Arrivals[b];
                var next = Math.Max(0, Arrivals[a] + slope / normal[a * n + a]);
                moved = Math.Max(moved, Math.Abs(next - Arrivals[a]));
                most = Math.Max(most, next);
                Arrivals[a] = next;
            }
            if (moved < 1e-6 * most) return;
        }
    }
}
