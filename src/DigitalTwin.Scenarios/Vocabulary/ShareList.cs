using System.Globalization;

namespace DigitalTwin.Scenarios.Vocabulary;

/// <summary>Names and their shares of a whole, in the order written; equal when they hold the same in the same order.</summary>
/// <param name="parts">Names, each once, and shares from 0 to 1.</param>
public sealed class ShareList(IReadOnlyList<KeyValuePair<string, double>> parts) : IEquatable<ShareList>
{
    /// <summary>Names and shares, 0 to 1.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Parts { get; } = parts;

    /// <inheritdoc/>
    public bool Equals(ShareList? other) => other is not null && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ShareList);

    /// <inheritdoc/>
    public override int GetHashCode() => Parts.Count > 0 ? HashCode.Combine(Parts.Count, Parts[0].Key, Parts[0].Value) : 0;

    /// <summary>As a person would write them: <c>electric 40 %, petrol-euro-6 30 %</c>.</summary>
    public override string ToString() => string.Join(", ", Parts.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Key} {p.Value * 100:0.####} %")));
}
