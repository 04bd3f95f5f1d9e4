namespace DigitalTwin.Numerics.Statistics;

/// <summary>
/// A sum of doubles in the order given, with the rounding error carried along (Neumaier 1974, "Rundungsfehleranalyse einiger
/// Verfahren zur Summation endlicher Summen", ZAMM 54, 39-51). The same values in the same order give the same bits on every machine,
/// and the error does not grow with the number of terms.
/// </summary>
public struct CompensatedSum
{
    private double sum;
    private double lost;

    /// <summary>The sum so far.</summary>
    public readonly double Value => double.IsFinite(lost) ? sum + lost : sum;

    /// <summary>Adds a term.</summary>
    public void Add(double term)
    {
        var next = sum + term;
        lost += Math.Abs(sum) >= Math.Abs(term) ? sum - next + term : term - next + sum;
        sum = next;
    }

    /// <summary>The sum of <paramref name="terms"/> from first to last; 0 for none.</summary>
    public static double Of(ReadOnlySpan<double> terms)
    {
        var total = default(CompensatedSum);
        foreach (var term in terms) total.Add(term);
        return total.Value;
    }
}
