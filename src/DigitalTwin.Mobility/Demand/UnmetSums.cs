namespace DigitalTwin.Mobility.Demand;

/// <summary>
/// Proof that no table has the sums that are asked for (D8): rows that produce more than all the columns together attract to which any of them may send. Where there are no such rows, a table with these sums exists
/// (Gale 1957; for single units it is Hall's marriage theorem).
/// </summary>
/// <param name="Rows">The rows, ascending.</param>
/// <param name="Columns">All columns that any of them may send to, ascending.</param>
/// <param name="Productions">What the rows produce together.</param>
/// <param name="Attractions">What the columns attract together; less.</param>
public sealed record UnmetSums(IReadOnlyList<int> Rows, IReadOnlyList<int> Columns, double Productions, double Attractions)
{
    /// <summary>
    /// Looks among the rows that balancing leaves shortest. Balancing alternately tends to two tables that differ by a factor for each group of rows, the scarcest lowest, so that after some rounds the order of the rows tells the groups
    /// apart: every beginning of it is tried.
    /// </summary>
    /// <param name="f">Deterrence; 0 where no trip goes.</param>
    /// <param name="productions">P.</param>
    /// <param name="attractions">A.</param>
    /// <param name="reached">Of each row the share of its production that the last round left it.</param>
    /// <param name="tolerance">A shortage below this share of what is produced is rounding.</param>
    /// <returns>The proof, or null when none is found.</returns>
    public static UnmetSums? Among(double[][] f, double[] productions, double[] attractions, double[] reached, double tolerance)
    {
        int[] order = [.. Enumerable.Range(0, productions.Length).Where(i => productions[i] > 0).OrderBy(i => reached[i]).ThenBy(i => i)];
        var isReached = new bool[attractions.Length];
        var (sent, taken) = (0.0, 0.0);
        (int Rows, double Short) best = (0, 0);
        for (var k = 0; k < order.Length; k++)
        {
            sent += productions[order[k]];
            var row = f[order[k]];
            for (var j = 0; j < row.Length; j++)
            {
                if (isReached[j] || !(row[j] > 0) || !(attractions[j] > 0)) continue;
                (isReached[j], taken) = (true, taken + attractions[j]);
            }
            if (sent - taken > tolerance * sent && sent - taken > best.Short) best = (k + 1, sent - taken);
        }
        if (best.Rows == 0) return null;
        int[] rows = [.. order.Take(best.Rows).Order()];
        int[] columns = [.. Enumerable.Range(0, attractions.Length).Where(j => attractions[j] > 0 && rows.Any(i => f[i][j] > 0))];
        return new(rows, columns, rows.Sum(i => productions[i]), columns.Sum(j => attractions[j]));
    }
}
