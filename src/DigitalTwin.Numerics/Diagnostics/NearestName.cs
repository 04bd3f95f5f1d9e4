namespace DigitalTwin.Numerics.Diagnostics;

/// <summary>Finds the valid name that a mistyped one most probably meant (optimal string alignment distance, letters without case).</summary>
public static class NearestName
{
    /// <summary>
    /// The closest of <paramref name="names"/> to <paramref name="found"/>, or null when none is within a third of its length
    /// (at least one edit, so that <c>P-1O42</c> finds <c>P-1042</c>). The first wins a tie. Where none is that close, a word that is cut short or written out
    /// (<c>latitude</c> for <c>lat</c>) finds the first that begins with it, or with which it begins.
    /// </summary>
    public static string? Of(string found, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(names);
        string? best = null;
        var least = Math.Max(1, found.Length / 3) + 1;
        foreach (var name in names)
        {
            if (Math.Abs(name.Length - found.Length) >= least) continue;
            var distance = Distance(found, name, least);
            if (distance < least) (best, least) = (name, distance);
            if (least == 0) break;
        }
        return best ?? names.FirstOrDefault(name => IsShortFor(found, name) || IsShortFor(name, found));
    }

    private static bool IsShortFor(string word, string name) =>
        word.Length >= 3 && word.Length < name.Length && name.All(c => char.IsAsciiLetter(c) || c is '-' or '_') && name.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    /// <summary><c> Did you mean 'x'?</c> with a leading blank, or an empty string when nothing is near.</summary>
    public static string Hint(string found, IEnumerable<string> names) =>
        Of(found, names) is { } name ? $" Did you mean '{name}'?" : "";

    /// <summary>Edits (insert, delete, replace, swap neighbours) from a to b; any value of at least <paramref name="limit"/> means "too far".</summary>
    private static int Distance(string a, string b, int limit)
    {
        var before = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var smallest = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = Fold(a[i - 1]) == Fold(b[j - 1]);
                var cost = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && Fold(a[i - 1]) == Fold(b[j - 2]) && Fold(a[i - 2]) == Fold(b[j - 1]))
                    cost = Math.Min(cost, before[j - 2] + 1);
                row[j] = cost;
                smallest = Math.Min(smallest, cost);
            }
            if (smallest >= limit) return limit;
            (before, last, row) = (last, row, before);
        }
        return last[b.Length];
    }

    private static char Fold(char c) => char.ToLowerInvariant(c);
}
