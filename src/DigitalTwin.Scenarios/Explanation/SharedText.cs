using DigitalTwin.Numerics.Units;
using DigitalTwin.Scenarios.Variants;

namespace DigitalTwin.Scenarios.Explanation;

/// <summary>How much is simulated, and what of it once for several variants: the stretches as a tree where there are any to share, and a sentence where there is nothing.</summary>
internal static class SharedText
{
    public static void Write(ScenarioExplanation explanation, TextWriter writer, string language)
    {
        var (period, tree, variants) = (explanation.Scenario.Period, explanation.Tree, explanation.Scenario.Variants.Count);
        var whole = period.Duration + period.WarmUp;
        var (once, apart) = (new Quantity(tree.SimulatedSeconds, UnitTable.Time), new Quantity(whole * variants, UnitTable.Time));
        writer.WriteLine();
        if (variants == 1)
        {
            writer.WriteLine(Say("What is simulated", "模拟时段"));
            writer.WriteLine("  " + Say($"One variant: {once} of simulated time for each replication.", $"单一方案：每次重复模拟 {once}。"));
            return;
        }
        writer.WriteLine(Say("What is simulated once for several variants", "多个方案共用的模拟时段"));
        // A tree that is no shorter than all its variants in a row shares nothing.
        var isShared = tree.SimulatedSeconds < whole * variants;
        if (isShared) Stretch(tree, 0);
        else writer.WriteLine("  " + Say($"Nothing: the {variants} variants differ from the beginning, so that each is simulated by itself.", $"无：{variants} 个方案自起始即不同，各自单独模拟。"));
        foreach (var reason in explanation.Apart) writer.WriteLine("  " + reason.In(language));
        writer.WriteLine("  " + (isShared
            ? Say($"{once} of simulated time for each replication instead of {apart}.", $"每次重复模拟 {once}，而非 {apart}。")
            : Say($"{once} of simulated time for each replication.", $"每次重复模拟 {once}。")));

        string Say(string en, string zh) => language == "zh" ? zh : en;

        // Variants that differ from the very beginning have nothing in common to tell.
        void Stretch(VariantTree stretch, int depth)
        {
            var isOne = stretch.To > stretch.From;
            if (isOne)
                writer.WriteLine($"  {new string(' ', 2 * depth)}{ExplanationText.Clock(period, stretch.From)} – {ExplanationText.Clock(period, stretch.To)}: {string.Join(Say(", ", "、"), stretch.Variants.Select(v => v.Variant.Name))}");
            foreach (var child in stretch.Children) Stretch(child, depth + (isOne ? 1 : 0));
        }
    }
}
