using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Results.Comparing;
using DigitalTwin.Simulation.Results.Manifests;
using DigitalTwin.Simulation.Starting;

namespace DigitalTwin.Simulation.Results.Report;

/// <summary>What was assumed, and everything it takes to check the report or to make it again.</summary>
internal static class ProvenanceSection
{
    private const int MostRuns = 60;

    public static void Write(Markup page, Comparison comparison)
    {
        StartSection.Write(page, comparison);
        Assumptions(page, comparison);
        ReportPage.Heading(page, "Where this comes from", "来源与复现");
        var manifests = comparison.Contenders.SelectMany(c => c.Runs).Select(r => r.Manifest).ToArray();
        page.Open("table", ("class", "facts-table")).Open("tbody");
        foreach (var map in manifests.Select(m => m.Map).Distinct())
            Fact(page, new("Map", "地图"), map.Name, map.ContentHash);
        foreach (var start in manifests.Select(m => m.Start).OfType<StartReport>().DistinctBy(s => s.Hash))
            Fact(page, new("Starts from", "起始世界"), $"{start.World}, {start.Instant.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC", start.Hash);
        foreach (var program in manifests.Select(m => $"{m.Program.Name} {m.Program.Version}, {m.Program.Runtime}, {m.Program.OperatingSystem}").Distinct())
            Fact(page, new("Program", "程序"), program, null);
        Fact(page, new("Coupling step", "耦合步长"), string.Join(", ", manifests.Select(m => $"{m.Period.Step.TotalMinutes:0.##} min").Distinct()), null);
        Fact(page, new("Computed", "计算时间"), $"{manifests.Min(m => m.Started).UtcDateTime:yyyy-MM-dd HH:mm} UTC, {manifests.Sum(m => m.Ended is { } ended ? (ended - m.Started).TotalSeconds : 0):0.#} s", null);
        Hashes(page, new("Inputs", "输入文件"), manifests.SelectMany(m => m.Inputs).Distinct().Select(i => ($"{i.Path} ({i.Bytes:#,##0} B)", i.Sha256)));
        Hashes(page, new("Results", "结果"), manifests.Take(MostRuns).Select(m => ($"{m.Variant} {m.ReplicationLabel}", m.ResultHash ?? "")));
        page.Close().Close();
        Thinned(page, manifests);
        page.Element("p", new LocalizedText("To run it again to the same bits:", "以下命令可逐位复现："));
        foreach (var command in manifests.Select(m => m.Command).Distinct().Take(8)) page.Element("code", command, ("class", "command"));
        page.Element("footer", new LocalizedText(
            "Computed with models. Figures are as good as the inputs named above and the assumptions listed.",
            "本报告由模型计算得出，其可靠性取决于上述输入数据与所列假设。")).Line();
    }

    private static void Assumptions(Markup page, Comparison comparison)
    {
        var all = comparison.Contenders.SelectMany(c => c.Runs).SelectMany(r => r.Manifest.Assumptions).Distinct().ToArray();
        if (all.Length == 0) return;
        ReportPage.Heading(page, "What was assumed", "假设条件");
        page.Open("ul");
        foreach (var assumption in all) page.Element("li", assumption);
        page.Close().Line();
    }

    private static void Thinned(Markup page, RunManifest[] manifests)
    {
        foreach (var layer in manifests.SelectMany(m => m.Layers).Where(l => l.Kept < l.Recorded).DistinctBy(l => l.Name))
        {
            page.Element("p", new LocalizedText(
                $"Time series of {layer.Name} in results.gpkg keep {layer.Kept} of {layer.Recorded} recorded instants; minimum, mean and maximum are of all.",
                $"results.gpkg 中 {layer.Name} 的时间序列保留 {layer.Recorded} 个时刻中的 {layer.Kept} 个；最小、平均和最大值基于全部时刻。"), ("class", "note"));
        }
    }

    private static void Hashes(Markup page, LocalizedText name, IEnumerable<(string What, string Hash)> lines)
    {
        page.Open("tr").Element("th", name).Open("td");
        foreach (var (what, hash) in lines) page.Open("div", ("class", "hashed")).Element("span", what).Element("span", hash, ("class", "hash")).Close();
        page.Close().Close();
    }

    private static void Fact(Markup page, LocalizedText name, string value, string? hash)
    {
        page.Open("tr").Element("th", name).Open("td").Text(value);
        if (hash is not null) page.Open("br").Element("span", hash, ("class", "hash"));
        page.Close().Close();
    }
}
