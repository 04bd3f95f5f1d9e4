namespace DigitalTwin.Scenarios.Vocabulary;

/// <summary>What an asset id or a pattern over ids says of itself; see <see cref="Numerics.Text.Glob"/> for what a pattern matches.</summary>
public static class AssetPattern
{
    /// <summary>The type of an id or pattern, its first two parts: <c>water/pipe</c>; null when it has fewer than three.</summary>
    public static string? TypeOf(string id)
    {
        var first = id.IndexOf('/', StringComparison.Ordinal);
        var second = first < 0 ? -1 : id.IndexOf('/', first + 1);
        return second < 0 || first == 0 || second == first + 1 || second == id.Length - 1 ? null : id[..second];
    }
}
