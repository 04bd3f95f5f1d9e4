using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Simulation.Results.Tables;

/// <summary>A row of <c>kpi.csv</c>.</summary>
/// <param name="Variant">Which variant.</param>
/// <param name="Replication">Which replication, from 1.</param>
/// <param name="Kpi">The KPI's name.</param>
/// <param name="Unit">The unit of the value.</param>
/// <param name="Value">The value; NaN when it is not known.</param>
public readonly record struct KpiRow(string Variant, int Replication, string Kpi, string Unit, double Value);

/// <summary><c>kpi.csv</c>: one row for each variant, replication and KPI, the same columns in a run's folder and in its scenario's.</summary>
public static class KpiTable
{
    private static readonly string[] Columns = ["variant", "replication", "kpi", "unit", "value"];

    /// <summary>The rows of one run.</summary>
    public static IEnumerable<KpiRow> Rows(RunRecord record) =>
        record.Kpis.Select(k => new KpiRow(record.Variant, record.Replication, k.Kpi.Name, k.Kpi.Unit, k.Value));

    /// <summary>The rows of a run that was read back.</summary>
    public static IEnumerable<KpiRow> Rows(RunSummary run) =>
        run.Kpis.Select(k => new KpiRow(run.Manifest.Variant, run.Manifest.Replication, k.Kpi.Name, k.Kpi.Unit, k.Value));

    /// <summary>Writes rows.</summary>
    public static void Write(IEnumerable<KpiRow> rows, Stream utf8)
    {
        using var csv = new CsvWriter(utf8);
        csv.Row(Columns);
        foreach (var row in rows) csv.Cell(row.Variant).Cell(row.Replication).Cell(row.Kpi).Cell(row.Unit).Cell(row.Value).EndRow();
    }

    /// <summary>Reads rows back; what cannot be read is reported.</summary>
    public static IReadOnlyList<KpiRow> Read(string path, ProblemList problems)
    {
        var rows = new List<KpiRow>();
        if (CsvReader.Open(path, problems) is not { } csv || !csv.Header(Columns)) return rows;
        while (csv.Row(Columns.Length) is { } cells)
        {
            if (int.TryParse(cells[1], out var replication)) rows.Add(new(cells[0], replication, cells[2], cells[3], csv.Number(4)));
            else problems.Error(path, csv.Line, 0, $"A replication is a whole number; found '{Excerpt.Of(cells[1])}'.");
        }
        return rows;
    }
}
