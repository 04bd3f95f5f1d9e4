using System.Text.RegularExpressions;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Water;
using DigitalTwin.Water.Epanet;

namespace DigitalTwin.Cli.Tests;

public sealed partial class ReadmeTests : IDisposable
{
    private readonly SmallTown town = new();

    [Fact]
    public void The_five_lines_of_the_README_run_and_stand_there_as_they_do_here()
    {
        var said = new List<string>();
        var (path, problems) = (town.At("map/network.inp"), new ProblemList());
        FiveLines(path, problems, said.Add);
        Assert.Empty(problems);
        Assert.Equal(7, said.Count(line => Line().IsMatch(line)));

        var source = File.ReadAllText(Path.Combine(Repository.Root, "tests", "DigitalTwin.Cli.Tests", "ReadmeTests.cs"));
        var lines = Lines(source, "// README begins\n", "// README ends").Replace("        ", "", StringComparison.Ordinal).Trim();
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        Assert.Equal(Lines(readme, "```csharp\n", "```").Trim(), lines);
        Assert.Equal(5, lines.Split('\n').Length);
    }

    [Fact]
    public void Every_file_that_the_README_names_exists()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var missing = Link().Matches(readme).Select(m => m.Groups[1].Value).Where(target => !target.Contains("://", StringComparison.Ordinal))
            .Where(target => !Path.Exists(Path.Combine(Repository.Root, target)));
        Assert.Empty(missing);
    }

    [Fact]
    public async Task Every_command_that_the_README_names_exists()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        foreach (var command in Command().Matches(readme).Select(m => m.Groups[1].Value).Distinct())
        {
            var (code, output, _) = await SmallTown.TwinAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
            Assert.True(code == 0 && output.Contains("Example: twin", StringComparison.Ordinal), $"twin {command} --help gave {code}: {output}");
        }
    }

    public void Dispose() => town.Dispose();

    private static void FiveLines(string path, ProblemList problems, Action<string> say)
    {
        var console = Console.Out;
        using var heard = new StringWriter();
        Console.SetOut(heard);
        try
        {
            // README begins
        var network = EpanetReader.Read(path, problems).ToNetwork();
        var model = new WaterModel(network);
        var state = model.InitialState();
        state.BurstArea[network.NodeIndex("J2")] = 0.005;
        model.Advance(state, until: 6 * 3600, (now, report) => Console.WriteLine($"{now.Time} s: {now.Pressure(0):0.0} m"));
            // README ends
        }
        finally
        {
            Console.SetOut(console);
        }
        foreach (var line in heard.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)) say(line);
    }

    private static string Lines(string text, string begin, string end)
    {
        var from = text.LastIndexOf(begin, StringComparison.Ordinal);
        Assert.True(from >= 0, $"No '{begin.Trim()}'.");
        from += begin.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }

    [GeneratedRegex(@"^\d+ s: -?\d+\.\d m\r?$")]
    private static partial Regex Line();

    [GeneratedRegex(@"\]\(([^)#]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`twin ((?:run|silo init|silo|compare|validate|scenario explain|scenario schema|map info|map import|map synthesize|water solve|traffic assign|weather describe|observe|replay|world [a-z]+))\b")]
    private static partial Regex Command();
}
