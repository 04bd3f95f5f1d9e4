namespace DigitalTwin.Numerics.Text;

/// <summary>Patterns over names: <c>*</c> stands for any run of characters, <c>?</c> for one; everything else for itself.</summary>
public static class Glob
{
    /// <summary>True when the text holds a wildcard.</summary>
    public static bool IsPattern(ReadOnlySpan<char> text) => text.IndexOfAny('*', '?') >= 0;

    /// <summary>Matches in O(pattern × text) at worst and without allocation: the last star is the only place to come back to.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int p = 0, t = 0, star = -1, resume = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*') (star, resume, p) = (p, t, p + 1);
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == text[t])) (p, t) = (p + 1, t + 1);
            else if (star >= 0) (p, t, resume) = (star + 1, resume + 1, resume + 1);
            else return false;
        }
        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }
}
