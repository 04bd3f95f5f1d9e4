using System.Globalization;
using DigitalTwin.Cli.Terminals;

namespace DigitalTwin.Cli.Tests;

/// <summary>A folder with Braess' network as a planner has it, for <c>twin traffic</c>.</summary>
internal sealed class PlannersFolder : IDisposable
{
    public const string Net = """
        <NUMBER OF ZONES> 2
        <NUMBER OF NODES> 4
        <FIRST THRU NODE> 1
        <NUMBER OF LINKS> 5
        <END OF METADATA>
        ~	init_node	term_node	capacity	length	free_flow_time	b	power	speed	toll	link_type	;
        	1	3	1	100	0.00000001	1000000000	1	0	0	1	;
        	1	4	1	100	50	0.02	1	0	0	1	;
        	3	2	1	100	50	0.02	1	0	0	1	;
        	3	4	1	100	10	0.1	1	0	0	1	;
        	4	2	1	100	0.00000001	1000000000	1	0	0	1;
        """;

    public const string Trips = "<NUMBER OF ZONES> 2\n<TOTAL OD FLOW> 6.0\n<END OF METADATA>\nOrigin 1\n1 : 0.0; 2 : 6.0;\n";

    private readonly string folder = Directory.CreateTempSubdirectory("planner").FullName;

    public PlannersFolder()
    {
        File.WriteAllText(At("braess_net.tntp"), Net);
        File.WriteAllText(At("braess_trips.tntp"), Trips);
        File.WriteAllText(At("braess_node.tntp"), "node X Y ;\n1 114.30 30.50 ;\n2 114.33 30.50 ;\n3 114.31 30.51 ;\n4 114.32 30.49 ;\n");
    }

    public Task<(int Code, string Output, string Error)> AssignAsync(params string[] more) =>
        TwinAsync(["traffic", "assign", At("braess_net.tntp"), At("braess_trips.tntp"), "--gap", "1e-10", .. more]);

    public Task<(int Code, string Output, string Error)> ScanAsync(params string[] more) =>
        TwinAsync(["traffic", "scan", At("braess_net.tntp"), At("braess_trips.tntp"), "--gap", "1e-10", .. more]);

    public string[] Lines(string name) => File.ReadAllLines(At(name));

    /// <summary>Numbers of the row of a CSV that begins with a name; NaN where there is none.</summary>
    public Dictionary<string, double> Row(string name, string first)
    {
        var lines = Lines(name);
        var fields = lines.Single(line => line.StartsWith(first + ",", StringComparison.Ordinal)).Split(',');
        return lines[0].Split(',').Zip(fields).ToDictionary(pair => pair.First, pair => double.TryParse(pair.Second, CultureInfo.InvariantCulture, out var number) ? number : double.NaN);
    }

    public string At(string name) => Path.Combine(folder, name);

    /// <summary>Runs a command that times its work.</summary>
    public static async Task<(int Code, string Output, string Error)> TwinAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await Twin.RunAsync(arguments, new Terminal(output, error, IsWatched: false, 120, "en"), new SlowClock());
        return (code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Every look at it is a second later: work that takes a second is not repeated to be timed.</summary>
    private sealed class SlowClock : TimeProvider
    {
        private long looks;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Increment(ref looks);
    }
}
