namespace DigitalTwin.Simulation.Results;

/// <summary>How much is written to a run's folder.</summary>
public sealed record ResultOptions
{
    /// <summary>
    /// How many values the time series in <c>results.gpkg</c> may have, over all layers. Above it only every second, third, … instant is kept,
    /// which the manifest and the report then say; the summary columns are of all instants all the same. About 20 bytes each on disk.
    /// </summary>
    public long PackageValues { get; init; } = 2_000_000;

    /// <summary>Whether to write <c>results.gpkg</c>.</summary>
    public bool WritePackage { get; init; } = true;

    /// <summary>Whether to write the run's own <c>report.html</c>.</summary>
    public bool WriteReport { get; init; } = true;
}
