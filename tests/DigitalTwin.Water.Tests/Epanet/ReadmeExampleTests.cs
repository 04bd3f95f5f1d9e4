using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Water.Epanet;
using DigitalTwin.Water.Epanet.Results;

namespace DigitalTwin.Water.Tests.Epanet;

/// <summary>The lines of code in the README.</summary>
public sealed class ReadmeExampleTests
{
    [Fact]
    public void A_network_is_built_written_read_solved_and_its_results_written()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var path = Path.Combine(folder, "two.inp");
            var made = new EpanetFile { Name = "two" };
            made.Options.FlowUnit = FlowUnit.LitresPerSecond;
            made.Reservoirs.Add(new("lake", Head: 80));
            made.Junctions.Add(new("tap, cold", Elevation: 30, Demand: 5));
            made.Pipes.Add(new("main", "lake", "tap, cold", Length: 500, Diameter: 200, Roughness: 130));
            EpanetWriter.Write(made, path);

            var problems = new ProblemList();
            var file = EpanetReader.Read(path, problems);
            problems.ThrowIfErrors();
            var network = file.ToNetwork();
            var model = new WaterModel(network);
            using (var results = WaterResultCsv.Create(network, folder))
            {
                model.Run(model.InitialState(), (state, report) =>
                {
                    if (WaterResultCsv.IsReportTime(network.Times, state.Time)) results.Write(state);
                });
            }

            Assert.Equal([path], Directory.GetFiles(folder, "*.inp*"));
            var nodes = File.ReadAllLines(Path.Combine(folder, "nodes.csv"));
            Assert.Equal((WaterResultCsv.NodeHeader, 3), (nodes[0], nodes.Length));
            Assert.StartsWith("0,\"tap, cold\",79.9", nodes[1], StringComparison.Ordinal);
            Assert.StartsWith("0,lake,80,0,-0.0049999", nodes[2], StringComparison.Ordinal);
            var link = File.ReadAllLines(Path.Combine(folder, "links.csv"))[1].Split(',');
            Assert.Equal(["0", "main", "open", "130"], [link[0], link[1], link[5], link[6]]);
            Assert.Equal(double.Parse(link[2]) / (Math.PI * 0.01), double.Parse(link[3]), 1e-12);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1800, true)]
    [InlineData(4499, false)]
    [InlineData(4500, true)]
    public void Reports_begin_at_the_report_start_and_come_every_report_step(double time, bool reported) =>
        Assert.Equal(reported, WaterResultCsv.IsReportTime(new WaterTimes { ReportStart = 1800, ReportStep = 2700 }, time));
}
