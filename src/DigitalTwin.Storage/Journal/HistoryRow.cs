namespace DigitalTwin.Storage.Journal;

/// <summary>A row of the history, ready to be written.</summary>
/// <param name="Series">Its series.</param>
/// <param name="Siblings">The other series of the same property, where a duplicate of another strand may lie; null for none.</param>
/// <param name="ObservedAt">Microseconds since 1970.</param>
/// <param name="Source">The source.</param>
/// <param name="Seq">Its place in the order of everything written.</param>
/// <param name="Delay">Arrival after observation, microseconds; negative for a source whose clock is ahead.</param>
/// <param name="Flags">Quality and origin.</param>
/// <param name="Value">The value; NaN for none.</param>
/// <param name="Word">The word, or null.</param>
internal readonly record struct HistoryRow(long Series, long[]? Siblings, long ObservedAt, long Source, long Seq, long Delay, long Flags, double Value, string? Word);
