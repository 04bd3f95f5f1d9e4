using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Results.Manifests;

namespace DigitalTwin.Simulation.Results;

/// <summary>What a finished run's folder says, without its assets: enough to compare runs and to draw their charts.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Manifest">Its manifest.</param>
/// <param name="Kpis">Its KPI values in the scenario's order.</param>
/// <param name="Series">Its city-wide series.</param>
/// <param name="Log">What happened.</param>
public sealed record RunSummary(
    string Folder, RunManifest Manifest, IReadOnlyList<KpiValue> Kpis, IReadOnlyList<TimeSeries> Series, IReadOnlyList<LogEntry> Log)
{
    /// <summary>The variant's title, or its name when it has none.</summary>
    public LocalizedText VariantTitle => Manifest.VariantTitle ?? new(Manifest.Variant);

    /// <summary>The summary of a run that is still in memory.</summary>
    public static RunSummary Of(string folder, RunManifest manifest, RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new(folder, manifest, record.Kpis, record.Series, record.Log);
    }
}
