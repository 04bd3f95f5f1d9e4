namespace DigitalTwin.Mobility.Demand;

/// <summary>Chooses among weighted things by one uniform draw: the first whose running sum of weights lies above the draw's share of the total.</summary>
internal sealed class ShareTable
{
    private readonly double[] until;

    /// <summary>Sums the weights in their order; each from 0.</summary>
    public ShareTable(ReadOnlySpan<double> weights)
    {
        until = new double[weights.Length];
        double sum = 0;
        for (var i = 0; i < weights.Length; i++) until[i] = sum += weights[i];
        Total = sum;
    }

    /// <summary>Sum of the weights.</summary>
    public double Total { get; }

    /// <summary>The thing that a draw in [0, 1) chooses; the total is above 0.</summary>
    public int At(double u) => At(u, out _);

    /// <summary>The thing that a draw in [0, 1) chooses, and how far into its weight the draw lies, in [0, 1).</summary>
    public int At(double u, out double within)
    {
        var target = u * Total;
        var (low, high) = (0, until.Length - 1);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (until[middle] > target) high = middle;
            else low = middle + 1;
        }
        // Rounding can carry a draw just below 1 to the total: the last thing with a weight takes it.
        while (low > 0 && until[low] == until[low - 1]) low--;
        var before = low == 0 ? 0 : until[low - 1];
        within = until[low] > before ? Math.Clamp((target - before) / (until[low] - before), 0, Math.BitDecrement(1.0)) : 0;
        return low;
    }
}
