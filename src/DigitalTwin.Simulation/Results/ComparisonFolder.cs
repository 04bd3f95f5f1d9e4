using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Simulation.Results.Comparing;
using DigitalTwin.Simulation.Results.Report;
using DigitalTwin.Simulation.Results.Tables;

namespace DigitalTwin.Simulation.Results;

/// <summary>
/// The pages that compare runs: <c>kpi.csv</c> with every run's values, <c>comparison.csv</c>, <c>comparison.json</c> and <c>report.html</c>. They lie
/// in the scenario's folder, above those of its variants, or wherever <c>twin compare</c> is told to put them.
/// </summary>
public static class ComparisonFolder
{
    /// <summary>File names in the folder.</summary>
    public const string TableFile = "comparison.csv", JsonFile = "comparison.json";

    /// <summary>
    /// Compares the finished runs under a scenario's folder and writes the pages there; null, with an error in <paramref name="problems"/>, when
    /// there is nothing to compare.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static Comparison? WriteScenario(string scenarioFolder, ProblemList problems, CancellationToken cancellation = default)
    {
        var comparison = Comparison.Of(RunReader.Read([scenarioFolder], problems, cancellation), problems);
        if (comparison is not null) Write(scenarioFolder, comparison, problems, cancellation);
        return comparison;
    }

    /// <summary>Writes the pages of a comparison; what could not be drawn is a warning.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(string folder, Comparison comparison, ProblemList problems, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        Directory.CreateDirectory(folder);
        AtomicFile.RemovePartials(folder);
        Put(RunFolder.KpiFile, stream => KpiTable.Write(comparison.Contenders.SelectMany(c => c.Runs).SelectMany(KpiTable.Rows), stream));
        Put(TableFile, stream => ComparisonTable.Write(comparison, stream));
        Put(JsonFile, stream => ComparisonJson.Write(comparison, stream));
        Put(RunFolder.ReportFile, stream => ReportPage.Write(comparison, stream, problems, cancellation));

        void Put(string name, Action<Stream> write) => AtomicFile.Write(Path.Combine(folder, name), write);
    }
}
