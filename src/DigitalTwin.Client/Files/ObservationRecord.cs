using DigitalTwin.Grains.Contracts.Telemetry;

namespace DigitalTwin.Client.Files;

/// <summary>One observation of a file, or why there is none.</summary>
/// <param name="Line">1-based line.</param>
/// <param name="Column">1-based column of the value, or of the mistake, characters.</param>
/// <param name="Observation">The observation; null for a mistake.</param>
/// <param name="Mistake">Why there is none, one sentence; null when there is one.</param>
/// <param name="Raw">The record as it stands in the file, for a mistake; null otherwise.</param>
public readonly record struct ObservationRecord(int Line, int Column, Observation? Observation, string? Mistake, string? Raw)
{
    /// <summary>Most characters of a record that are shown.</summary>
    internal const int LongestRaw = 4096;

    internal static ObservationRecord Of(int line, int column, Observation observation) => new(line, column, observation, null, null);

    internal static ObservationRecord Refused(int line, int column, string mistake, string raw) =>
        new(line, column, null, mistake, raw.Length <= LongestRaw ? raw : raw[..LongestRaw] + "…");
}
