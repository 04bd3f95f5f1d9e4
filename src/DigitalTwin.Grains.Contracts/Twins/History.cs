namespace DigitalTwin.Grains.Contracts.Twins;

/// <summary>A window of a property's history.</summary>
/// <param name="Property">The property.</param>
/// <param name="From">Start, included.</param>
/// <param name="Until">End, excluded.</param>
/// <param name="Bucket">Length of the buckets into which values are gathered, counted from the Unix epoch; null for every value.</param>
/// <param name="Most">Most samples wanted, the oldest first.</param>
[GenerateSerializer, Immutable, Alias("dt.history-query")]
public sealed record HistoryQuery(
    [property: Id(0)] string Property,
    [property: Id(1)] DateTimeOffset From,
    [property: Id(2)] DateTimeOffset Until,
    [property: Id(3)] TimeSpan? Bucket = null,
    [property: Id(4)] int Most = 10_000);

/// <summary>A value of the history, or a bucket of values.</summary>
/// <param name="At">When it was so, or the start of the bucket.</param>
/// <param name="Count">How many values it stands for.</param>
/// <param name="Min">The smallest.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Max">The largest.</param>
/// <param name="Text">The word, for a single value that is one.</param>
[GenerateSerializer, Immutable, Alias("dt.sample")]
public readonly record struct Sample(
    [property: Id(0)] DateTimeOffset At, [property: Id(1)] int Count, [property: Id(2)] double Min, [property: Id(3)] double Mean, [property: Id(4)] double Max, [property: Id(5)] string? Text = null);
