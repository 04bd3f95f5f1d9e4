using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Results.Manifests;

namespace DigitalTwin.Simulation.Results.Comparing;

/// <summary>One of the things compared: a variant with its replications, in their order. The first contender is what the others are measured against.</summary>
/// <param name="Title">How it is called in the comparison; no two share a title.</param>
/// <param name="Runs">Its runs, at least one, by replication.</param>
public sealed record Contender(LocalizedText Title, IReadOnlyList<RunSummary> Runs)
{
    /// <summary>The manifest of its first run, for what all of its runs share.</summary>
    public RunManifest Manifest => Runs[0].Manifest;

    /// <summary>
    /// Groups runs by variant and place: the same variant found under two folders is two contenders (two versions of a program, say).
    /// </summary>
    internal static IReadOnlyList<Contender> Of(IReadOnlyList<RunSummary> runs)
    {
        var groups = runs
            .GroupBy(r => (Place: Path.GetDirectoryName(Path.GetFullPath(r.Folder)), r.Manifest.Scenario, r.Manifest.Variant))
            .Select(g => (g.Key.Place, Runs: g.OrderBy(r => r.Manifest.Replication).ToArray())).ToArray();
        var titles = Distinct([.. groups.Select(g => g.Runs[0])]);
        return [.. groups.Select((g, i) => new Contender(titles[i], g.Runs))];
    }

    /// <summary>The variant's title where that tells all apart, else with the scenario's before it, else with the folder after it.</summary>
    private static LocalizedText[] Distinct(RunSummary[] firsts)
    {
        LocalizedText[] variant = [.. firsts.Select(r => r.VariantTitle)];
        if (AllDiffer(variant)) return variant;
        LocalizedText[] scenario = [.. firsts.Select(r => With(r.Manifest.Title, ": ", "：", r.VariantTitle))];
        if (AllDiffer(scenario)) return scenario;
        return [.. firsts.Select((r, i) => With(variant[i], " (", "（", new(r.Folder + ")", r.Folder + "）")))];
    }

    private static bool AllDiffer(LocalizedText[] titles) =>
        titles.Select(t => t.En).Distinct().Count() == titles.Length && titles.Select(t => t.In("zh")).Distinct().Count() == titles.Length;

    private static LocalizedText With(LocalizedText a, string en, string zh, LocalizedText b) => new(a.En + en + b.En, a.In("zh") + zh + b.In("zh"));
}
