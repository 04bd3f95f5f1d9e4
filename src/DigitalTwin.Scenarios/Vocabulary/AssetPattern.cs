namespace DigitalTwin.Scenarios.Vocabulary;

/// <summary>Patterns over asset ids and KPI names: <c>*</c> stands for any run of characters, <c>?</c> for one; letters with case.</summary>
public static class AssetPattern
{
    /// <summary>Whether a text is a pattern rather than one id.</summary>
    public static bool IsPattern(string text) => text.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>Whether a text matches; the time is at most the product of both lengths.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int p = 0, t = 0, star = -1, resume = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*') (star, resume, p) = (p, t, p + 1);
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == text[t])) (p, t) = (p + 1, t + 1);
            else if (star >= 0) (p, t) = (star + 1, ++resume);
            else return false;
        }
        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }

    /// <summary>The type of an id or pattern, its first two parts: <c>water/pipe</c>; null when it has fewer than three.</summary>
    public static string? TypeOf(string id)
    {
        var first = id.IndexOf('/', StringComparison.Ordinal);
        var second = first < 0 ? -1 : id.IndexOf('/', first + 1);
        return second < 0 || first == 0 || second == first + 1 || second == id.Length - 1 ? null : id[..second];
    }
}
