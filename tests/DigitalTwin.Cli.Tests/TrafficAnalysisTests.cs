using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace DigitalTwin.Cli.Tests;

/// <summary>What a planner asks around an assignment, on Braess' network: three ways, a third of six travellers each; without the bridge they are home sooner.</summary>
public sealed class TrafficAnalysisTests : IDisposable
{
    private readonly PlannersFolder files = new();

    [Theory]
    [InlineData("--compare", "unchanged")]
    [InlineData("--warm", "base.state")]
    [InlineData("--compare", "base.state")]
    public async Task What_a_closure_costs_is_told_beside_the_base(string option, string value)
    {
        if (value != "unchanged")
        {
            value = files.At(value);
            Assert.Equal(0, (await files.AssignAsync("--save", value)).Code);
        }
        var (code, output, error) = await files.AssignAsync("--close", "3-4", option, value, "--json", "--out", files.At("out"));
        Assert.True(code == 0, error);
        var difference = JsonDocument.Parse(output).RootElement.GetProperty("difference");
        Assert.Equal(-54, difference.GetProperty("total-travel-time").GetProperty("difference").GetDouble(), 1e-4);
        Assert.Equal(-54, difference.GetProperty("loss").GetDouble(), 1e-4);
        Assert.Equal("3-4", difference.GetProperty("less-traffic").EnumerateArray().Select(l => l.GetProperty("link").GetString()).Single(l => l == "3-4"));
        Assert.Equal(["1-4", "3-2"], difference.GetProperty("more-traffic").EnumerateArray().Select(l => l.GetProperty("link").GetString()).Order());

        var bridge = files.Row("out/links.csv", "3-4");
        Assert.Equal((0.0, 2.0, -2.0), (Math.Round(bridge["volume"], 6), Math.Round(bridge["base_volume"], 6), Math.Round(bridge["volume_difference"], 6)));
        Assert.True(double.IsNaN(bridge["time_difference"]));
        Assert.Equal(["1,2,6,92,83,-54"], files.Lines("out/pairs.csv").Skip(1).Select(Rounded));
        Assert.Equal(["1,6,-54,0,0,0,0", "2,0,0,0,6,-54,0"], files.Lines("out/zones.csv").Skip(1).Select(Rounded));
        var map = JsonDocument.Parse(File.ReadAllText(files.At("out/links.geojson"))).RootElement.GetProperty("features");
        Assert.Equal(-2, map.EnumerateArray().Single(f => f.GetProperty("id").GetString() == "3-4").GetProperty("properties").GetProperty("volume_difference").GetDouble(), 1e-6);
    }

    [Fact]
    public async Task A_closure_is_told_to_people_too()
    {
        var (code, output, _) = await files.AssignAsync("--close", "3-4", "--compare", "unchanged");
        Assert.Equal(0, code);
        Assert.Matches(@"total travel time +552\.0 +498\.0 +-54\.0  -9\.78 %", output);
        Assert.Contains("who travels before and now loses -54 together; for 0 trips the way costs at least a tenth more", output, StringComparison.Ordinal);
        Assert.Matches(@"\nmore traffic +base +volume +difference +time\n(1-4|3-2) +2\.0 +3\.0 +\+1\.0 ", output);
        Assert.DoesNotContain("most hit", output, StringComparison.Ordinal);

        (_, output, _) = await files.AssignAsync("--close", "3-2", "4-2", "--compare", "unchanged");
        Assert.Contains("; 6 are cut off", output, StringComparison.Ordinal);
        Assert.Matches(@"\ncut off +trips +cost before +cost +loss\n1 to 2 +6\.0 +92\.000", output);
        (_, output, _) = await files.AssignAsync("--compare", "unchanged");
        Assert.Contains("beside the base: nothing differs.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_base_that_was_solved_less_finely_is_told()
    {
        Assert.Equal(1, (await files.AssignAsync("--method", "fw", "--most-iterations", "2", "--save", files.At("base.state"))).Code);
        Assert.Matches(@"The base was solved less finely: its relative gap is \d\.\de-[12]\.", (await files.AssignAsync("--compare", files.At("base.state"))).Output);
        Assert.DoesNotContain("less finely", (await files.AssignAsync("--close", "3-4", "--compare", "unchanged")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lane_taken_halves_the_capacity_that_is_told()
    {
        var (code, output, error) = await files.AssignAsync("--capacity", "3-4=0.5,1-3=2", "--demand-factor", "1.5", "--compare", "unchanged", "--json", "--out", files.At("out"));
        Assert.True(code == 0, error);
        Assert.Equal((0.5, 2.0, 1.0), (files.Row("out/links.csv", "3-4")["capacity"], files.Row("out/links.csv", "1-3")["capacity"], files.Row("out/links.csv", "1-4")["capacity"]));
        var trips = JsonDocument.Parse(output).RootElement.GetProperty("difference").GetProperty("trips-assigned");
        Assert.Equal((6.0, 9.0), (trips.GetProperty("base").GetDouble(), trips.GetProperty("now").GetDouble()));
    }

    [Fact]
    public async Task Who_drives_over_a_link_and_where_else_is_written()
    {
        var (code, output, error) = await files.AssignAsync("--select", "3-4", "1-3", "--json", "--out", files.At("out"));
        Assert.True(code == 0, error);
        Assert.Equal(["3-4,1,2,2,0.3333", "1-3,1,2,4,0.6667"], files.Lines("out/selected.csv").Skip(1).Select(Rounded));
        var last = files.Row("out/links.csv", "4-2");
        Assert.Equal((2.0, 2.0), (Math.Round(last["selected_3-4"], 6), Math.Round(last["selected_1-3"], 6)));
        var selected = JsonDocument.Parse(output).RootElement.GetProperty("selected")[1];
        Assert.Equal(4, selected.GetProperty("volume").GetDouble(), 1e-6);
        (_, output, _) = await files.AssignAsync("--select", "3-4");
        Assert.Matches(@"users of 3-4 +vehicles +share of pair +2\.0 of 1 pairs\n1 to 2 +2\.0 +33\.3 %", output);
    }

    [Fact]
    public async Task Costs_between_zones_are_written_and_empty_where_no_path_leads()
    {
        Assert.Equal(0, (await files.AssignAsync("--skim", "--close", "3-4", "--compare", "unchanged", "--out", files.At("out"))).Code);
        Assert.Equal(["origin,destination,trips,cost,time,distance,toll,base_cost,base_time", "1,2,6,83,83,200,0,92,92", "2,1,0,,,,,,"], files.Lines("out/skims.csv").Select(Rounded));
        Assert.Equal(0, (await files.AssignAsync("--out", files.At("out"))).Code);
        Assert.False(File.Exists(files.At("out/skims.csv")), "skims of another solution would stand beside links.csv");
        Assert.False(File.Exists(files.At("out/pairs.csv")));
    }

    [Fact]
    public async Task The_course_of_the_solution_is_logged()
    {
        Assert.Equal(0, (await files.AssignAsync("--log", files.At("gaps.csv"))).Code);
        var lines = files.Lines("gaps.csv");
        Assert.Equal("iteration,relative_gap,objective,processor_seconds", lines[0]);
        var last = lines[^1].Split(',').Select(f => double.Parse(f, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(lines.Length - 2, last[0]);
        Assert.True(last[1] <= 1e-10);
        Assert.Equal(386, last[2], 1e-6);
    }

    [Theory]
    [InlineData("1 114.30 30.50\n2 114.33 30.50\n3 114.31 30.51\n4 114.32 30.49\n", 4326, true)]
    [InlineData("1 353646 1586079\n2 353700 1586079\n3 353660 1586100\n4 353680 1586000\n", -1, false)]
    public async Task A_map_is_written_in_degrees_or_in_an_unknown_plane(string nodes, int system, bool hasGeoJson)
    {
        File.WriteAllText(files.At("braess_node.tntp"), nodes);
        Assert.Equal(0, (await files.AssignAsync("--close", "3-4", "--compare", "unchanged", "--out", files.At("out"))).Code);
        Assert.Equal(hasGeoJson, File.Exists(files.At("out/links.geojson")));
        using var package = new SqliteConnection($"Data Source={files.At("out/results.gpkg")};Mode=ReadOnly;Pooling=False");
        package.Open();
        Assert.Equal((long)system, One("select srs_id from gpkg_geometry_columns where table_name = 'links'"));
        Assert.Equal(5L, One("select count(geom) from links"));
        Assert.Equal(-2.0, Math.Round((double)One("select volume_difference from links where link = '3-4'"), 6));
        Assert.Equal(-54.0, Math.Round((double)One("select loss_from from zones where zone = '1'"), 4));

        object One(string sql)
        {
            using var command = package.CreateCommand();
            command.CommandText = sql;
            return command.ExecuteScalar()!;
        }
    }

    [Fact]
    public async Task All_mistakes_are_told_at_once()
    {
        var (code, _, error) = await files.AssignAsync("--select", "3-44", "--capacity", "3-4=0", "3-44=2", "1-3", "1-4=1,1-4=2", "--skim", "--method", "fw", "--compare", "unchangd", "--close", "4-1");
        Assert.Equal(2, code);
        Assert.Contains("--select names the link '3-44', which the network does not have. Did you mean '3-4'?", error, StringComparison.Ordinal);
        Assert.Contains("--capacity gives 3-4 the factor '0'; a number above 0 is accepted. A link without capacity is one for --close.", error, StringComparison.Ordinal);
        Assert.Contains("--capacity names the link '3-44', which the network does not have. Did you mean '3-4'?", error, StringComparison.Ordinal);
        Assert.Contains("--capacity says '1-3'; a link and its factor are accepted, as in 6-8=0.5.", error, StringComparison.Ordinal);
        Assert.Contains("--capacity names the link 1-4 twice.", error, StringComparison.Ordinal);
        Assert.Contains("--close names the link '4-1', which the network does not have.", error, StringComparison.Ordinal);
        Assert.Contains("--select needs --method bush", error, StringComparison.Ordinal);
        Assert.Contains("--skim writes into the folder of --out, which is not given.", error, StringComparison.Ordinal);
        (code, _, error) = await files.AssignAsync("--compare", "unchangd");
        Assert.Equal(2, code);
        Assert.Contains("--compare is 'unchangd', and there is no such file; a solution that --save kept and the word unchanged are accepted. Did you mean 'unchanged'?", error, StringComparison.Ordinal);
    }

    public void Dispose() => files.Dispose();

    /// <summary>A line of CSV with its numbers rounded to four places.</summary>
    private static string Rounded(string line) => string.Join(',', line.Split(',').Select(field =>
        double.TryParse(field, CultureInfo.InvariantCulture, out var number) ? Math.Round(number, 4).ToString(CultureInfo.InvariantCulture) : field));
}
