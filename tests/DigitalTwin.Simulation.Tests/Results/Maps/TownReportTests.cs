using System.Text.Json;
using System.Text.RegularExpressions;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Tests.Mobility;

namespace DigitalTwin.Simulation.Tests.Results.Maps;

/// <summary>A simulated town whose lot at the office closes, two variants of four replications, and its report.</summary>
public sealed class TownReport : IAsyncLifetime
{
    private const int Replications = 4;

    internal TemporaryFolder Folder { get; } = new();

    public string Html { get; private set; } = "";

    /// <summary>The data of the panels, in their order: roads, parking, destinations.</summary>
    public JsonElement[] Panels { get; private set; } = [];

    public async Task InitializeAsync()
    {
        for (var v = 0; v < 2; v++)
        {
            for (var r = 1; r <= Replications; r++)
            {
                var site = Towns.Site(workers: 130, through: 200, spaces: 50);
                var record = await Towns.RunAsync(site, v == 0 ? [] : [Towns.Action(0, "close", "parking/lot/L-1")], seed: (ulong)r);
                var manifest = MadeUpRun.Manifest(v, r);
                RunFolder.Write(RunFolder.Place(Folder.Path, manifest.Variant, r), manifest, record with { Variant = manifest.Variant, Replication = r }, MadeUpRun.Wall, new() { WriteReport = false });
            }
        }
        var problems = new ProblemList();
        ComparisonFolder.WriteScenario(Folder.Path, problems);
        Assert.Empty(problems);
        Html = File.ReadAllText(Folder["report.html"]);
        Panels = [.. Regex.Matches(Html, """<script type="application/json">\n(.*?)</script>""").Select(m => JsonDocument.Parse(m.Groups[1].Value).RootElement)];
        if (Environment.GetEnvironmentVariable("DIGITALTWIN_KEEP_REPORTS") is { Length: > 0 } kept) File.Copy(Folder["report.html"], Path.Combine(Directory.CreateDirectory(kept).FullName, "town.html"), true);
    }

    public Task DisposeAsync()
    {
        Folder.Dispose();
        return Task.CompletedTask;
    }
}

public sealed class TownReportTests(TownReport town) : IClassFixture<TownReport>
{
    [Fact]
    public void Streets_are_lines_lots_are_discs_and_buildings_are_outlines()
    {
        Assert.Equal(["roads", "parking lots, kerbs", "destinations"], Regex.Matches(town.Html, "<h2><span lang=\"en\">Where: ([^<]*)").Select(m => m.Groups[1].Value));
        Assert.Equal(["line"], Shapes(town.Panels[0]));
        Assert.Contains("disc", Shapes(town.Panels[1]));
        Assert.Equal(["area"], Shapes(town.Panels[2]));
        Assert.All(town.Panels[0].GetProperty("paths").EnumerateArray(), p => Assert.Matches("^M-?[0-9]+[ -][0-9]+l", p.GetString()));
        Assert.Equal(80, town.Panels[0].GetProperty("paths").EnumerateArray().Select(p => p.GetString()).Distinct().Count());    // both directions of forty streets
    }

    [Fact]
    public void The_layers_of_a_parking_study_are_there_by_name_in_both_languages_with_units()
    {
        string[] asked = ["Share of spaces taken|泊位占用率|%", "Walk from space to destination|停车后步行距离|m", "Share of the way spent searching|寻位时间占行程比例|%", "Cars waiting|排队车辆|veh", "Revenue|停车收入|CNY"];
        string[] told = [.. town.Panels[1].GetProperty("fields").EnumerateArray().Select(f => $"{f.GetProperty("title")[0]}|{f.GetProperty("title")[1]}|{f.GetProperty("unit")}")];
        Assert.All(asked, field => Assert.Contains(field, told));
        foreach (var field in town.Panels.SelectMany(p => p.GetProperty("fields").EnumerateArray()))
        {
            Assert.Equal(6, field.GetProperty("labels").GetArrayLength());
            Assert.Equal(7, field.GetProperty("difference_labels").GetArrayLength());
        }
        Assert.Equal(3, Regex.Count(town.Html, "class=\"classes difference\""));
        Assert.Contains("与“现状”之差", town.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_value_of_every_asset_and_instant_can_be_read_back()
    {
        foreach (var panel in town.Panels)
        {
            var elements = panel.GetProperty("places").GetArrayLength() / 2;
            var frames = panel.GetProperty("frames").GetArrayLength();
            Assert.Equal(frames - 1, panel.GetProperty("times").GetArrayLength());
            foreach (var field in panel.GetProperty("fields").EnumerateArray())
                foreach (var letters in field.GetProperty("mean").EnumerateArray()) Assert.Equal(elements * frames, Unpacked(panel, letters.GetString()!).Length);
        }
    }

    [Fact]
    public void The_closed_lot_stands_out_among_the_differences_and_a_variant_never_differs_from_itself()
    {
        var parking = town.Panels[1];
        string[] ids = [.. parking.GetProperty("groups").EnumerateArray().SelectMany(g => g.GetProperty("ids").EnumerateArray().Select(id => g.GetProperty("prefix").GetString() + id.GetString()))];
        var closed = Array.IndexOf(ids, "parking/lot/L-1");
        var frames = parking.GetProperty("frames").GetArrayLength();
        var difference = parking.GetProperty("fields")[0].GetProperty("difference");
        Assert.Equal("", difference[0].GetString());
        var letters = parking.GetProperty("letters").GetString()!;
        var levels = Unpacked(parking, difference[1].GetString()!).Select(c => letters.IndexOf(c)).ToArray();
        Assert.True(levels[closed * frames] is >= 0 and < 42);    // emptier over the period
        Assert.Contains("road/link", town.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_of_a_town_is_small()
    {
        Assert.InRange(town.Html.Length, 50_000, 400_000);
        Assert.DoesNotContain("NaN", Regex.Replace(town.Html, "<script>.*?</script>", "", RegexOptions.Singleline), StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Shapes(JsonElement panel) => panel.GetProperty("groups").EnumerateArray().Select(g => g.GetProperty("shape").GetString()).Distinct();

    private static string Unpacked(JsonElement panel, string letters)
    {
        var all = panel.GetProperty("letters").GetString()!;
        return Regex.Replace(letters, "(.) (.)", m => new string(m.Groups[1].Value[0], all.IndexOf(m.Groups[2].Value[0], StringComparison.Ordinal) + 4));
    }
}
