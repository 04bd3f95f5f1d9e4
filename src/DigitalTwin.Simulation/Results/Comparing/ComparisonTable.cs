using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Results.Manifests;
using DigitalTwin.Simulation.Results.Tables;

namespace DigitalTwin.Simulation.Results.Comparing;

/// <summary><c>comparison.csv</c>: a row for each KPI and contender, with its mean, its interval and its difference from the first.</summary>
public static class ComparisonTable
{
    /// <summary>Writes the table as UTF-8; cells that do not apply are empty.</summary>
    public static void Write(Comparison comparison, Stream utf8)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        using var csv = new CsvWriter(utf8);
        csv.Row("kpi", "unit", "better", "variant", "replications", "mean", "sd", "mean_low95", "mean_high95",
            "difference", "difference_low95", "difference_high95", "percent", "paired", "verdict");
        foreach (var (kpi, cells) in comparison.Kpis)
            for (var c = 0; c < cells.Count; c++) Row(csv, kpi, comparison.Contenders[c], cells[c]);
    }

    private static void Row(CsvWriter csv, KpiDeclaration kpi, Contender contender, KpiCell cell)
    {
        csv.Cell(kpi.Name).Cell(kpi.Unit).Cell(RunManifestWriter.Word(kpi.Direction)).Cell(contender.Title.En).Cell(cell.Sample.Count);
        csv.Cell(cell.Sample.Mean).Cell(cell.Sample.StandardDeviation).Cell(cell.Interval?.Low).Cell(cell.Interval?.High);
        var difference = cell.Difference;
        csv.Cell(difference?.Estimate).Cell(difference?.Interval?.Low).Cell(difference?.Interval?.High).Cell(difference?.Percent);
        csv.Cell(difference is null ? "" : difference.Paired ? "yes" : "no").Cell(difference is null ? "" : RunManifestWriter.Word(difference.Verdict)).EndRow();
    }
}
