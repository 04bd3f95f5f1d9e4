using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;

namespace DigitalTwin.Grains.Twins;

/// <summary>Whether rules make sense: every reason why not, at once.</summary>
internal static class RuleCheck
{
    /// <summary>Most thresholds, and most properties watched for silence, of one twin.</summary>
    public const int Most = 64;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public static void ThrowIfMistaken(Rules rules)
    {
        var reasons = Mistakes(rules).ToList();
        if (reasons.Count > 0) throw new ArgumentException(string.Join(" ", reasons));
    }

    public static IEnumerable<string> Mistakes(Rules rules)
    {
        if (rules.Thresholds.IsDefault || rules.Staleness.IsDefault)
        {
            yield return "The rules lack a list; an empty one says that nothing is watched.";
            yield break;
        }
        if (rules.Thresholds.Length > Most) yield return $"There are {rules.Thresholds.Length} thresholds; a twin has at most {Most}.";
        if (rules.Staleness.Length > Most) yield return $"There are {rules.Staleness.Length} rules of staleness; a twin has at most {Most}.";
        foreach (var threshold in rules.Thresholds)
            foreach (var mistake in Of(threshold)) yield return mistake;
        foreach (var twice in rules.Thresholds.Where(t => t?.Name is not null).GroupBy(t => t.Name).Where(g => g.Count() > 1))
            yield return $"{twice.Count()} thresholds are named '{Names.Shown(twice.Key)}'; each has a name of its own.";
        foreach (var staleness in rules.Staleness)
            foreach (var mistake in Of(staleness)) yield return mistake;
        foreach (var twice in rules.Staleness.Where(s => s?.Property is not null).GroupBy(s => s.Property).Where(g => g.Count() > 1))
            yield return $"The staleness of '{Names.Shown(twice.Key)}' is given {twice.Count()} times; once is accepted.";
    }

    private static IEnumerable<string> Of(Threshold? t)
    {
        if (t is null)
        {
            yield return "A threshold is missing.";
            yield break;
        }
        var called = $"The threshold '{Names.Shown(t.Name)}'";
        if (!Names.IsName(t.Name)) yield return $"{called} is misnamed: {Names.Accepted}.";
        if (!Names.IsName(t.Property)) yield return $"{called} is about '{Names.Shown(t.Property)}', which is no property: {Names.Accepted}.";
        if (!Enum.IsDefined(t.Side)) yield return $"{called} is on the side {(int)t.Side}; Above and Below are accepted.";
        if (!Enum.IsDefined(t.Severity)) yield return $"{called} has the severity {(int)t.Severity}; Minor, Moderate, Severe and Extreme are accepted.";
        if (!double.IsFinite(t.Limit)) yield return $"{called} has the limit {t.Limit}; a number is accepted.";
        if (!(t.Hysteresis >= 0 && double.IsFinite(t.Hysteresis))) yield return $"{called} has the hysteresis {t.Hysteresis}; 0 or more is accepted.";
        if (t.Delay < TimeSpan.Zero || t.Delay > Longest) yield return $"{called} has the delay {t.Delay}; 0 to {Longest.Days} days are accepted.";
    }

    private static IEnumerable<string> Of(Staleness? s)
    {
        if (s is null)
        {
            yield return "A rule of staleness is missing.";
            yield break;
        }
        if (!Names.IsName(s.Property)) yield return $"'{Names.Shown(s.Property)}' is watched for silence and is no property: {Names.Accepted}.";
        if (s.SilentAfter is { } silent && (silent <= TimeSpan.Zero || silent > Longest))
            yield return $"'{Names.Shown(s.Property)}' is silent after {silent}; more than 0 and at most {Longest.Days} days are accepted.";
        if (s.StuckAfter is { } stuck && (stuck <= TimeSpan.Zero || stuck > Longest))
            yield return $"'{Names.Shown(s.Property)}' is stuck after {stuck}; more than 0 and at most {Longest.Days} days are accepted.";
    }
}

/// <summary>Names of properties and rules.</summary>
internal static class Names
{
    public static readonly string Accepted = $"a name has small letters, digits and hyphens, begins with a letter, and has at most {TelemetryLimits.NameLength} characters";

    public static bool IsName(string? name)
    {
        if (string.IsNullOrEmpty(name) || name.Length > TelemetryLimits.NameLength || name[0] is < 'a' or > 'z') return false;
        foreach (var c in name)
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')) return false;
        return true;
    }

    /// <summary>A text that may stand in a sentence: not too long, and without what a terminal would obey.</summary>
    public static string Shown(string? text)
    {
        if (text is null) return "";
        Span<char> shown = stackalloc char[41];
        var length = Math.Min(text.Length, 40);
        for (var i = 0; i < length; i++) shown[i] = char.IsControl(text[i]) || char.IsSurrogate(text[i]) ? '\uFFFD' : text[i];
        if (text.Length <= 40) return new(shown[..length]);
        shown[40] = '…';
        return new(shown);
    }
}
