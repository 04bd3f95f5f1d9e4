namespace DigitalTwin.Scenarios.Variants;

/// <summary>
/// A stretch of simulation that several variants have in common: run it once from <see cref="From"/> to <see cref="To"/>, then go on with each
/// of the children from a copy of the state. A node without children runs to the end, for all its variants at once (more than one when they never differ).
/// </summary>
/// <param name="From">First time, s since the scenario's start.</param>
/// <param name="To">Time after the last, s; a step boundary. Equal to <paramref name="From"/> when the variants differ from the beginning.</param>
/// <param name="Variants">Which variants share it, in the order of the document; never empty.</param>
/// <param name="Children">How they go on; empty at the end of the period.</param>
public sealed record VariantTree(double From, double To, IReadOnlyList<EffectiveScenario> Variants, IReadOnlyList<VariantTree> Children)
{
    /// <summary>Simulated seconds of the whole tree: a prefix counts once.</summary>
    public double SimulatedSeconds => To - From + Children.Sum(child => child.SimulatedSeconds);

    /// <summary>The tree of all variants of a scenario. They part at the last step boundary not after their first difference.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="lead">How long before a storm begins it may be acted upon, s.</param>
    public static VariantTree Of(Scenario scenario, double lead) => Of(EffectiveScenario.All(scenario), lead);

    /// <summary>The tree of some variants of one scenario.</summary>
    /// <param name="variants">The variants.</param>
    /// <param name="lead">How long before a storm begins it may be acted upon, s.</param>
    /// <param name="knowOtherwise">Whether two differ from the beginning for a reason that the document does not show; two of which each is like a third are alike. Null for never.</param>
    public static VariantTree Of(IReadOnlyList<EffectiveScenario> variants, double lead, Func<EffectiveScenario, EffectiveScenario, bool>? knowOtherwise = null)
    {
        ArgumentNullException.ThrowIfNull(variants);
        if (variants.Count == 0) throw new ArgumentException("A tree needs at least one variant.", nameof(variants));
        var period = variants[0].Scenario.Period;
        return Grow(variants, period.First, period, Parting);

        double Parting(EffectiveScenario a, EffectiveScenario b) => ReferenceEquals(a, b) ? double.PositiveInfinity
            : knowOtherwise?.Invoke(a, b) == true ? period.First
            : FirstDifference.Between(a, b, lead) is { } time ? Math.Max(period.First, period.OnGrid(time)) : double.PositiveInfinity;
    }

    private static VariantTree Grow(IReadOnlyList<EffectiveScenario> variants, double from, Period period, Func<EffectiveScenario, EffectiveScenario, double> partingOf)
    {
        // Prefix equality is an equivalence, so the smallest difference from the first variant is the smallest of all pairs.
        var parting = variants.Min(other => partingOf(variants[0], other));
        if (double.IsPositiveInfinity(parting)) return new(from, period.Duration, variants, []);
        var groups = new List<List<EffectiveScenario>>();
        foreach (var variant in variants)
        {
            var group = groups.Find(g => partingOf(g[0], variant) > parting);
            if (group is null) groups.Add([variant]);
            else group.Add(variant);
        }
        return new(from, parting, variants, [.. groups.Select(group => Grow(group, parting, period, partingOf))]);
    }
}
