using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace DigitalTwin.Cli.Tests;

public sealed class TrafficScanTests : IDisposable
{
    private readonly PlannersFolder files = new();

    [Fact]
    public async Task Each_link_is_closed_in_turn_and_ranked_by_what_that_costs()
    {
        var (code, output, error) = await files.ScanAsync("--json", "--out", files.At("scan.csv"));
        Assert.True(code == 0, error);
        var said = JsonDocument.Parse(output).RootElement;
        Assert.Equal(552, said.GetProperty("total-travel-time").GetDouble(), 1e-5);
        var closures = said.GetProperty("closures").EnumerateArray().ToDictionary(c => c.GetProperty("links").GetString()!);
        // Without 1-3 all go 1-4-2: 6 (56 + 60) = 696. Without the bridge they are better off by 54. Without 1-4: 1-3-2 and 1-3-4-2, 60 + 50 + 4 for the one, where 2 use 3-4 by 50 + x = 10 + (6-x) + 10 (6-x).
        Assert.Equal(696 - 552, closures["1-3"].GetProperty("time-lost").GetDouble(), 1e-4);
        Assert.Equal(696 - 552, closures["4-2"].GetProperty("time-lost").GetDouble(), 1e-4);
        Assert.Equal(-54, closures["3-4"].GetProperty("time-lost").GetDouble(), 1e-4);
        var over = 26.0 / 12;
        Assert.Equal(6 * (60 + 50 + over) - 552, closures["1-4"].GetProperty("time-lost").GetDouble(), 1e-4);
        Assert.Equal(5, closures["3-4"].GetProperty("rank").GetInt32());
        Assert.Equal(["1", "2", "3", "4", "5"], files.Lines("scan.csv").Skip(1).Select(l => l.Split(',')[0]));
        Assert.False(File.Exists(files.At("scan.csv.partly")));
        Assert.Empty(said.GetProperty("cutting-off").EnumerateArray());
    }

    [Fact]
    public async Task The_bytes_do_not_depend_on_threads_or_on_a_stop_in_between()
    {
        Assert.Equal(0, (await files.ScanAsync("--threads", "1", "--out", files.At("one.csv"))).Code);
        Assert.Equal(0, (await files.ScanAsync("--threads", "3", "--out", files.At("three.csv"))).Code);
        Assert.Equal(File.ReadAllBytes(files.At("one.csv")), File.ReadAllBytes(files.At("three.csv")));

        // A scan that was stopped left three closures, and half of a line. What it found is marked here, so that it shows whether it was taken.
        var journal = files.At("again.csv.partly");
        await StopAsync(journal);
        var lines = File.ReadAllLines(journal);
        File.WriteAllText(journal, string.Join('\n', lines[0], "4 -54 -54 7 0 2 1E-11 5 yes .", "1 12 1"));
        var (code, output, _) = await files.ScanAsync("--json", "--out", files.At("again.csv"));
        Assert.Equal(0, code);
        Assert.Equal(4, JsonDocument.Parse(output).RootElement.GetProperty("closures-solved").GetInt32());
        Assert.Contains(files.Lines("again.csv"), l => l.Contains(",4-2,-54,", StringComparison.Ordinal));

        // Of another scan nothing is taken.
        File.WriteAllText(journal, string.Join('\n', lines[0], "4 -54 -54 7 0 2 1E-11 5 yes ."));
        (_, output, _) = await files.ScanAsync("--json", "--out", files.At("again.csv"), "--demand-factor", "0.9");
        Assert.Equal(5, JsonDocument.Parse(output).RootElement.GetProperty("closures-solved").GetInt32());
    }

    [Fact]
    public async Task A_scan_goes_on_from_a_saved_base_with_its_road_works()
    {
        Assert.Equal(0, (await files.AssignAsync("--close", "3-4", "--save", files.At("base.state"))).Code);
        File.WriteAllText(files.At("some.csv"), "link,name\n1-3,Long Lane\n\n# no more\n3-4,Bridge\n");
        var (code, output, error) = await files.ScanAsync("--close", "3-4", "--warm", files.At("base.state"), "--links", files.At("some.csv"), "4-2", "--both-ways");
        Assert.True(code == 0, error);
        Assert.Contains("total travel time 498.0000", output, StringComparison.Ordinal);
        Assert.Contains("3 closures, 2 of them solved", output, StringComparison.Ordinal);
        Assert.Matches(@"\n    1 1-3 +198\.0 ", output);
        Assert.Matches(@"\n    3 3-4 +0\.0 ", output);
    }

    [Fact]
    public async Task What_is_narrowed_cuts_nobody_off_and_has_its_map()
    {
        var (code, output, error) = await files.ScanAsync("--leave", "0.5", "--links", "3-4", "1-3", "--json", "--out", files.At("maps/scan.csv"));
        Assert.True(code == 0, error);
        Assert.Equal(0, JsonDocument.Parse(output).RootElement.GetProperty("cutting-off").GetArrayLength());
        using var package = new SqliteConnection($"Data Source={files.At("maps/scan.gpkg")};Mode=ReadOnly;Pooling=False");
        package.Open();
        using var command = package.CreateCommand();
        command.CommandText = "select sum(rank), count(geom) from links";
        using var row = command.ExecuteReader();
        Assert.True(row.Read());
        Assert.Equal((3.0, 2L), (row.GetDouble(0), row.GetInt64(1)));
        (code, _, error) = await files.ScanAsync("--leave", "1");
        Assert.Equal(2, code);
        Assert.Contains("--leave is '1'; a number from 0 to below 1 is accepted.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trips_that_are_cut_off_have_a_table_of_their_own()
    {
        var (code, output, _) = await files.ScanAsync("--close", "3-2", "--links", "4-2");
        Assert.Equal(0, code);
        Assert.Matches(@"cut off trips +time lost +distance more +trips cut off +base volume\n    1 4-2 +0\.0 +0\.00 % +0\.0 +6\.0 +6\.0\n", output);
    }

    [Fact]
    public async Task A_scan_of_nothing_and_other_mistakes_are_refused()
    {
        var net = File.ReadAllText(files.At("braess_net.tntp"));
        var (code, _, error) = await files.ScanAsync("--links", "rods", "3-44", "--close", "9-9", "--leave", "2", "--top", "0.5", "--toll-factor", "dear", "--function", "bprr");
        Assert.Equal(2, code);
        Assert.Equal(
            [
                "--function is 'bprr'; bpr, conical are accepted. Did you mean 'bpr'?", "--leave is '2'; a number from 0 to below 1 is accepted.", "--toll-factor is 'dear'; a number of at least 0 is accepted.",
                "--top is '0.5'; a whole number from 1 is accepted.",
            ],
            error.Split('\n').Select(line => line.Replace("error: ", "", StringComparison.Ordinal).TrimEnd()).Where(line => line.Contains(" accepted", StringComparison.Ordinal)).Order());
        Assert.Contains("--links names the link 'rods', which the network does not have.", error, StringComparison.Ordinal);
        Assert.Contains("--links names the link '3-44', which the network does not have. Did you mean '3-4'?", error, StringComparison.Ordinal);
        Assert.Contains("--close names the link '9-9', which the network does not have.", error, StringComparison.Ordinal);
        File.WriteAllText(files.At("some.csv"), "link\n1-3\n1-33\n");
        (code, _, error) = await files.ScanAsync("--links", files.At("some.csv"));
        Assert.Equal(2, code);
        Assert.Contains("some.csv:3:1: error: There is no link '1-33' in the network; a link a line is accepted, as 6-8. Did you mean '1-3'?", error, StringComparison.Ordinal);

        await files.AssignAsync("--save", files.At("base.state"));
        File.WriteAllText(files.At("braess_net.tntp"), net.Replace("<FIRST THRU NODE> 1", "<FIRST THRU NODE> 5", StringComparison.Ordinal).Replace("\t3\t4\t1\t", "\t3\t4\t2\t", StringComparison.Ordinal));
        (code, _, error) = await files.ScanAsync("--links", "roads");
        Assert.Equal(2, code);
        Assert.Contains("There is nothing to scan: --links roads means no link of this network.", error, StringComparison.Ordinal);
        (code, _, error) = await files.ScanAsync("--warm", files.At("base.state"));
        Assert.Equal(2, code);
        Assert.Contains("It was saved for another network", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_base_that_does_not_converge_is_no_base()
    {
        var (code, _, error) = await files.ScanAsync("--most-iterations", "1");
        Assert.Equal(1, code);
        Assert.Contains("The base is not at equilibrium, so that nothing can be compared with it.", error, StringComparison.Ordinal);
    }

    public void Dispose() => files.Dispose();

    /// <summary>Leaves the journal of a scan that could not write its table, because a folder is in the way.</summary>
    private async Task StopAsync(string journal)
    {
        var path = journal[..^".partly".Length];
        Directory.CreateDirectory(path);
        Assert.NotEqual(0, (await files.ScanAsync("--out", path)).Code);
        Assert.Equal(6, File.ReadAllLines(journal).Length);
        Directory.Delete(path);
    }
}
