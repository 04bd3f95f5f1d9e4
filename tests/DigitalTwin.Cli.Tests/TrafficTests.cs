using System.Text.Json;

namespace DigitalTwin.Cli.Tests;

public sealed class TrafficTests : IDisposable
{
    private readonly PlannersFolder files = new();

    [Fact]
    public async Task An_assignment_is_told_and_written()
    {
        var (code, output, _) = await PlannersFolder.TwinAsync("traffic", "assign", At("braess_net.tntp"), At("braess_trips.tntp"), "--gap", "1e-10", "--json", "--out", At("out"));
        Assert.Equal(0, code);
        var said = JsonDocument.Parse(output).RootElement;
        Assert.Equal(552, said.GetProperty("total-travel-time").GetDouble(), 1e-5);
        Assert.Equal(386, said.GetProperty("objective").GetDouble(), 1e-5);
        Assert.True(said.GetProperty("relative-gap").GetDouble() <= 1e-10);
        Assert.Equal(4, said.GetProperty("most-loaded")[0].GetProperty("volume").GetDouble(), 1e-6);
        Assert.StartsWith("From \tTo \tVolume \tCost", File.ReadAllText(At("out/flow.tntp")), StringComparison.Ordinal);
        Assert.Equal(6, File.ReadAllLines(At("out/links.csv")).Length);
        var map = JsonDocument.Parse(File.ReadAllText(At("out/links.geojson"))).RootElement;
        Assert.Equal(5, map.GetProperty("features").GetArrayLength());
        Assert.Equal(114.31, map.GetProperty("features")[0].GetProperty("geometry").GetProperty("coordinates")[1][0].GetDouble());
    }

    [Fact]
    public async Task A_closed_link_changes_the_answer_and_a_zone_cut_off_is_named()
    {
        var (code, output, _) = await PlannersFolder.TwinAsync("traffic", "assign", At("braess_net.tntp"), At("braess_trips.tntp"), "--close", "3-4");
        Assert.Equal(0, code);
        Assert.Contains("total travel time 498.00", output, StringComparison.Ordinal);
        // Braess' capacities are all 1: volume over capacity is no ratio there.
        Assert.Contains("Every capacity of the file is 1, so that it has gone into B: how full a link is, is not known.", output, StringComparison.Ordinal);

        (code, output, _) = await PlannersFolder.TwinAsync("traffic", "assign", At("braess_net.tntp"), At("braess_trips.tntp"), "--close", "3-2", "4-2");
        Assert.Equal(0, code);
        Assert.Contains("No path leads from zone 1 to 2: 6 trips are not carried.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_classes_share_the_roads_and_each_has_its_columns()
    {
        File.WriteAllText(At("trucks.tntp"), PlannersFolder.Trips.Replace("6.0", "1.0", StringComparison.Ordinal));
        var (code, output, error) = await PlannersFolder.TwinAsync(
            "traffic", "assign", At("braess_net.tntp"), At("braess_trips.tntp"), "--demand-factor", "0.5", "--class", $"truck={At("trucks.tntp")},units=2,factor=2,ban=3-4", "--gap", "1e-8", "--json", "--out", At("out"));
        Assert.True(code == 0, error);
        var classes = JsonDocument.Parse(output).RootElement.GetProperty("classes");
        Assert.Equal(("vehicles", 3.0), (classes[0].GetProperty("name").GetString(), classes[0].GetProperty("trips").GetDouble()));
        Assert.Equal(("truck", 1.0), (classes[1].GetProperty("name").GetString(), classes[1].GetProperty("trips").GetDouble()));
        var lines = File.ReadAllLines(At("out/links.csv"));
        Assert.EndsWith(",closed,vehicles_vehicles,vehicles_truck", lines[0], StringComparison.Ordinal);
        var between = lines.Single(l => l.StartsWith("3-4,", StringComparison.Ordinal)).Split(',');
        Assert.Equal("0", between[^1]);
        // What enters at zone 1: 3 cars and a lorry that counts for two.
        Assert.Equal(5, lines.Skip(1).Select(l => l.Split(',')).Where(l => l[1] == "1").Sum(l => double.Parse(l[3], System.Globalization.CultureInfo.InvariantCulture)), 1e-9);
    }

    [Fact]
    public async Task A_planners_network_and_trips_become_a_map_on_which_a_scenario_runs()
    {
        const string Head = "<NUMBER OF ZONES> 2\n<NUMBER OF NODES> 3\n<FIRST THRU NODE> 1\n<NUMBER OF LINKS> 4\n<END OF METADATA>\n~ init_node term_node capacity length free_flow_time b power speed toll link_type ;\n";
        File.WriteAllText(At("town_net.tntp"), Head + "1 3 900 1 1 0.15 4 0 0 1 ;\n3 1 900 1 1 0.15 4 0 0 1 ;\n2 3 900 1 1 0.15 4 0 0 1 ;\n3 2 900 1 1 0.15 4 0 0 1 ;\n");
        File.WriteAllText(At("town_node.tntp"), "1 114.31 30.50\n2 114.33 30.50\n3 114.32 30.50\n");
        File.WriteAllText(At("town_trips.tntp"), "<NUMBER OF ZONES> 2\n<TOTAL OD FLOW> 400\n<END OF METADATA>\nOrigin 1\n2 : 400;\n");
        File.WriteAllText(At("day.csv"), "purpose,from,until,share\n*,08:00,09:00,0.5\n*,09:00,18:00,0.5\n");
        File.WriteAllText(At("rush.yaml"), """
            scenario: rush
            title: The rush
            map: town
            period: { start: 2025-07-08T08:00+08:00, duration: 1 h, step: 5 min }
            seed: 7
            events: []
            variants: { as-is: {} }
            kpis: [ road.trips-finished, road.trips-failed ]
            """);
        string[] import = ["map", "import", "--roads", At("town_net.tntp"), "--nodes", At("town_node.tntp"), "--tntp-length", "1000", "--trips", At("town_trips.tntp"), "--profile", At("day.csv"), "--out", At("town")];
        var (code, output, error) = await SmallTown.TwinAsync(import);
        Assert.True(code == 0, error);
        Assert.Contains("a unit of length is taken as 1000 m", output, StringComparison.Ordinal);
        Assert.Equal(0, (await SmallTown.TwinAsync("validate", At("town"))).Code);
        (code, output, error) = await SmallTown.TwinAsync("run", At("rush.yaml"), "--out", At("runs"));
        Assert.True(code == 0, error);
        // 200 depart within the hour, the last of them a drive of two minutes too late.
        var finished = output.Split('\n').Single(line => line.StartsWith("Trips finished", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(double.Parse(finished[^1], System.Globalization.CultureInfo.InvariantCulture), 185, 200);
    }

    [Fact]
    public async Task Mistakes_in_classes_are_told()
    {
        var (code, _, error) = await PlannersFolder.TwinAsync("traffic", "assign", At("braess_net.tntp"), At("braess_trips.tntp"), "--class", $"truck={At("braess_trips.tntp")},unit=2,toll=-1,ban=3-44", "--class", "lorry");
        Assert.Equal(2, code);
        Assert.Contains("--class 'truck' says 'unit=2'; units, toll, distance, factor, ban are accepted. Did you mean 'units'?", error, StringComparison.Ordinal);
        Assert.Contains("--class 'truck' has toll '-1'; a number of at least 0 is accepted.", error, StringComparison.Ordinal);
        Assert.Contains("--class 'truck' bans the link '3-44', which the network does not have. Did you mean '3-4'?", error, StringComparison.Ordinal);
        Assert.Contains("--class begins with NAME=TRIPS, as in truck=trucks.tntp; found 'lorry'.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_solution_is_gone_on_from_and_refused_where_it_does_not_fit()
    {
        string[] net = ["traffic", "assign", At("braess_net.tntp"), At("braess_trips.tntp"), "--gap", "1e-10"];
        Assert.Equal(0, (await PlannersFolder.TwinAsync([.. net, "--save", At("base.state")])).Code);
        var (code, output, _) = await PlannersFolder.TwinAsync([.. net, "--warm", At("base.state"), "--json"]);
        Assert.Equal((0, 0), (code, JsonDocument.Parse(output).RootElement.GetProperty("iterations").GetInt32()));
        (code, output, _) = await PlannersFolder.TwinAsync([.. net, "--warm", At("base.state"), "--close", "3-4"]);
        Assert.Equal(0, code);
        Assert.Contains("total travel time 498.00", output, StringComparison.Ordinal);

        File.WriteAllText(At("braess_net.tntp"), PlannersFolder.Net.Replace("	3	4	1	100	10", "	3	4	1	100	11", StringComparison.Ordinal));
        (code, _, var error) = await PlannersFolder.TwinAsync([.. net, "--warm", At("base.state")]);
        Assert.Equal(2, code);
        Assert.Contains("It was saved for another network", error, StringComparison.Ordinal);
        var bytes = File.ReadAllBytes(At("base.state"));
        bytes[^9] ^= 1;
        File.WriteAllBytes(At("base.state"), bytes);
        (code, _, error) = await PlannersFolder.TwinAsync([.. net, "--warm", At("base.state")]);
        Assert.Equal(2, code);
        Assert.Contains("This is no saved assignment, or it is damaged: its check sum does not fit.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_converge_is_said_and_ends_with_1()
    {
        var (code, output, _) = await PlannersFolder.TwinAsync("traffic", "assign", At("braess_net.tntp"), At("braess_trips.tntp"), "--method", "fw", "--gap", "1e-12", "--most-iterations", "3");
        Assert.Equal(1, code);
        Assert.Contains("not converged", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_mistakes_are_told_at_once_and_nothing_is_written()
    {
        File.WriteAllText(At("braess_trips.tntp"), PlannersFolder.Trips.Replace("2 : 6.0", "7 : 6.0", StringComparison.Ordinal));
        var (code, _, error) = await PlannersFolder.TwinAsync("traffic", "assign", At("braess_net.tntp"), At("braess_trips.tntp"), "--method", "bsh", "--close", "3-44", "--out", At("out"));
        Assert.Equal(2, code);
        Assert.False(Directory.Exists(At("out")));
        Assert.Contains("braess_trips.tntp:5:10: error: There is no zone 7; the network has zones 1 to 2.", error, StringComparison.Ordinal);
        Assert.Contains("--close names the link '3-44', which the network does not have. Did you mean '3-4'?", error, StringComparison.Ordinal);
        Assert.Contains("--method is 'bsh'; bush, fw, cfw, bfw are accepted. Did you mean 'bush'?", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--gap", "0")]
    [InlineData("--gap", "small")]
    [InlineData("--demand-factor", "-1")]
    [InlineData("--most-iterations", "0")]
    public async Task A_number_that_makes_no_sense_is_refused(string option, string value)
    {
        var (code, _, error) = await PlannersFolder.TwinAsync("traffic", "assign", At("braess_net.tntp"), At("braess_trips.tntp"), option, value);
        Assert.Equal(2, code);
        Assert.Contains(value, error, StringComparison.Ordinal);
    }

    public void Dispose() => files.Dispose();

    private string At(string name) => files.At(name);
}
