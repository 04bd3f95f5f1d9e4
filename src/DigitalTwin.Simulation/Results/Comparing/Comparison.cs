using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Statistics;
using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Simulation.Results.Comparing;

/// <summary>
/// Runs side by side: contenders, and for each KPI what each of them came to and how it differs from the first. It is data; pages beside this
/// one make text, CSV, JSON and the report of it.
/// </summary>
public sealed class Comparison
{
    private Comparison(IReadOnlyList<Contender> contenders, IReadOnlyList<KpiComparison> kpis) => (Contenders, Kpis) = (contenders, kpis);

    /// <summary>What is compared, at least one; the first is what the others are measured against.</summary>
    public IReadOnlyList<Contender> Contenders { get; }

    /// <summary>A row for each KPI, in the order in which the scenario asks for them.</summary>
    public IReadOnlyList<KpiComparison> Kpis { get; }

    /// <summary>Whether all runs are of one scenario.</summary>
    public bool OneScenario => Contenders.All(c => c.Manifest.Scenario == Contenders[0].Manifest.Scenario);

    /// <summary>Compares runs; null, with an error, when there is nothing to compare or a KPI has two units.</summary>
    public static Comparison? Of(IReadOnlyList<RunSummary> runs, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(problems);
        var errors = problems.ErrorCount;
        if (runs.Count == 0)
        {
            if (!problems.HasErrors) problems.Error("", 0, 0, "There is no finished run to compare.");
            return null;
        }
        var contenders = Contender.Of(runs);
        var declared = Declared(runs, problems);
        if (problems.ErrorCount > errors) return null;
        NoteUnlikeRuns(contenders, problems);
        var rows = declared.Select(kpi => Row(kpi, contenders)).ToArray();
        foreach (var row in rows)
            for (var c = 0; c < contenders.Count; c++)
                if (row.Cells[c].Sample.Count == 0)
                    problems.Warning(contenders[c].Runs[0].Folder, 0, 0, $"The run has no value of KPI '{row.Kpi.Name}', which others have.");
        return new(contenders, rows);
    }

    private static List<KpiDeclaration> Declared(IReadOnlyList<RunSummary> runs, ProblemList problems)
    {
        var declared = new List<KpiDeclaration>();
        foreach (var run in runs)
        {
            foreach (var (kpi, _) in run.Kpis)
            {
                var known = declared.Find(k => k.Name == kpi.Name);
                if (known is null) declared.Add(kpi);
                else if (known.Unit != kpi.Unit)
                    problems.Error(run.Folder, 0, 0, $"KPI '{kpi.Name}' is in {kpi.Unit} here and in {known.Unit} in a run before it; they cannot be compared.");
            }
        }
        return declared;
    }

    private static void NoteUnlikeRuns(IReadOnlyList<Contender> contenders, ProblemList problems)
    {
        var first = contenders[0].Manifest;
        foreach (var contender in contenders.Skip(1))
        {
            var (other, folder) = (contender.Manifest, contender.Runs[0].Folder);
            if (other.Scenario != first.Scenario) problems.Note(folder, 0, 0, $"The run is of scenario '{other.Scenario}', the first of '{first.Scenario}'.");
            if (other.Map.ContentHash != first.Map.ContentHash) problems.Note(folder, 0, 0, $"The run is on map '{other.Map.Name}' with other content than the first's '{first.Map.Name}'.");
            if (other.Period != first.Period) problems.Note(folder, 0, 0, "The run covers another period than the first, or in other steps.");
            if (other.Seed != first.Seed) problems.Note(folder, 0, 0, "The run has another seed than the first; their replications are compared as independent ones.");
        }
    }

    private static KpiComparison Row(KpiDeclaration kpi, IReadOnlyList<Contender> contenders)
    {
        var values = contenders.Select(c => Values(kpi, c)).ToArray();
        var cells = new KpiCell[contenders.Count];
        for (var c = 0; c < cells.Length; c++)
        {
            var sameSeed = contenders[c].Manifest.Seed == contenders[0].Manifest.Seed && contenders[c].Manifest.Scenario == contenders[0].Manifest.Scenario;
            cells[c] = new(Sample.Of([.. values[c].Select(v => v.Value)]), c == 0 ? null : KpiDifference.Between(values[0], values[c], sameSeed, kpi.Direction));
        }
        return new(kpi, cells);
    }

    private static List<(int Replication, double Value)> Values(KpiDeclaration kpi, Contender contender)
    {
        var values = new List<(int, double)>();
        foreach (var run in contender.Runs)
            foreach (var value in run.Kpis)
                if (value.Kpi.Name == kpi.Name && double.IsFinite(value.Value)) values.Add((run.Manifest.Replication, value.Value));
        return values;
    }
}

/// <summary>A KPI and what each contender came to.</summary>
/// <param name="Kpi">The KPI.</param>
/// <param name="Cells">One for each contender, in their order.</param>
public sealed record KpiComparison(KpiDeclaration Kpi, IReadOnlyList<KpiCell> Cells);

/// <summary>A contender's KPI over its replications.</summary>
/// <param name="Sample">What the replications came to; its count is 0 when the value is not known.</param>
/// <param name="Difference">From the first contender; null for the first itself and where a value is not known.</param>
public sealed record KpiCell(Sample Sample, KpiDifference? Difference)
{
    /// <summary>The 95 % confidence interval of the mean; null with fewer than two replications.</summary>
    public ConfidenceInterval? Interval => Sample.IntervalOfMean();
}
