namespace DigitalTwin.Scenarios.Variants;

/// <summary>
/// The first instant at which two variants may differ. Until then they are one simulation, to the last bit: same settings, same climate, same
/// actions at the same times. A storm counts from <c>lead</c> seconds before it begins, since warnings are issued ahead of it. For a given lead, "do
/// not differ until t" is an equivalence for every t (each part compares prefixes of one time-ordered course), which is what lets variants form a tree.
/// </summary>
public static class FirstDifference
{
    /// <summary>The first instant in s since the start, never before the period's first; null when the variants never differ.</summary>
    /// <param name="a">One variant.</param>
    /// <param name="b">Another of the same scenario.</param>
    /// <param name="lead">How long before a storm begins it may be acted upon (warnings, forecasts), s.</param>
    public static double? Between(EffectiveScenario a, EffectiveScenario b, double lead)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var first = a.Scenario.Period.First;
        if (!SameSettings(a, b) || !a.Weather.SameClimateAs(b.Weather)) return first;
        var earliest = Math.Min(OfStorms(a.Weather.Storm, b.Weather.Storm, lead), OfSchedules(a.Schedule, b.Schedule));
        return earliest < a.Scenario.Period.Duration ? Math.Max(first, earliest) : null;
    }

    private static bool SameSettings(EffectiveScenario a, EffectiveScenario b) =>
        ReferenceEquals(a.Settings, b.Settings)
        || (a.Settings.Count == b.Settings.Count && a.Settings.All(mine => b.Settings.TryGetValue(mine.Key, out var theirs) && mine.Value == theirs));

    private static double OfStorms(DesignStorm? a, DesignStorm? b, double lead) =>
        a == b ? double.PositiveInfinity : Math.Min(a?.Begins ?? double.PositiveInfinity, b?.Begins ?? double.PositiveInfinity) - lead;

    private static double OfSchedules(IReadOnlyList<ScheduledAction> a, IReadOnlyList<ScheduledAction> b)
    {
        for (var i = 0; ; i++)
        {
            var (moreOfA, moreOfB) = (i < a.Count, i < b.Count);
            if (moreOfA && moreOfB && a[i].IsLike(b[i])) continue;
            return Math.Min(moreOfA ? a[i].Time : double.PositiveInfinity, moreOfB ? b[i].Time : double.PositiveInfinity);
        }
    }
}
