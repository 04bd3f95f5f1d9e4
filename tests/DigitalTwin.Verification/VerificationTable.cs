using System.Globalization;
using System.Text;

namespace DigitalTwin.Verification;

/// <summary>
/// What a verification found: a row per quantity with what is published, what we get, and what is tolerated. The test that fills it prints it, and writes it into
/// the domain's README (between <c>&lt;!-- table NAME --&gt;</c> and <c>&lt;!-- end --&gt;</c>) when DIGITALTWIN_WRITE_TABLES is set.
/// </summary>
internal sealed class VerificationTable
{
    private readonly List<(string Case, string Quantity, double Published, double Ours, double Tolerance)> rows = [];

    /// <summary>Adds a row; the tolerance is absolute, in the quantity's unit.</summary>
    public void Add(string @case, string quantity, double published, double ours, double tolerance) =>
        rows.Add((@case, quantity, published, ours, tolerance));

    /// <summary>Asserts that every row is within its tolerance; the message shows the whole table.</summary>
    public void AssertAll()
    {
        Assert.NotEmpty(rows);
        Assert.True(rows.TrueForAll(IsWithin), ToString());
    }

    /// <summary>Writes the table into a README, a path from the repository's root, when that is asked for.</summary>
    public void Publish(string readme, string name)
    {
        if (ReadmeTable.IsWanted) ReadmeTable.Write(readme, name, ToString());
    }

    /// <summary>Keeps one line about the table on the front page, README.md, true: what is compared, with whom, and how much of it is within tolerance.</summary>
    public void Summarise(string name, string what, string judge) =>
        ReadmeTable.Assert("README.md", name, $"- **{what}** beside {judge}: {rows.Count(IsWithin)} of {rows.Count} values within tolerance.\n");

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder("| case | quantity | published | ours | error | tolerance |\n|---|---|---|---|---|---|\n");
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"| {row.Case} | {row.Quantity} | {row.Published:0.######} | {row.Ours:0.######} | {row.Ours - row.Published:0.0e+0} | {row.Tolerance:0.######}{(IsWithin(row) ? "" : " **missed**")} |\n");
        }
        return text.ToString();
    }

    private static bool IsWithin((string Case, string Quantity, double Published, double Ours, double Tolerance) row) =>
        Math.Abs(row.Ours - row.Published) <= row.Tolerance;
}
