using System.CommandLine;
using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Mobility.Tntp;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cli.Commands.Traffic;

/// <summary>What <c>twin traffic assign</c> read.</summary>
internal sealed record AssignInput(TntpNetwork File, IReadOnlyList<TravellerClass> Classes, IReadOnlyList<double> Factors, TntpNodes? Nodes, IReadOnlyList<int> Closed)
{
    /// <summary>Reads all files, so that all their mistakes are told at once; null when there is one.</summary>
    public static AssignInput? Read(ParseResult parsed, AssignOptions options, ProblemList problems)
    {
        var (net, trips) = (parsed.GetValue(options.Net)!, parsed.GetValue(options.Trips)!);
        foreach (var missing in new[] { net, trips }.Where(given => !System.IO.File.Exists(given))) problems.Error(missing, 0, 0, "There is no such file.");
        if (!System.IO.File.Exists(net)) return null;
        if (TntpReader.ReadNetwork(net, problems) is not { } file) return null;
        var demand = System.IO.File.Exists(trips) ? TntpReader.ReadTrips(trips, file, problems) : null;
        var beside = Path.Combine(Path.GetDirectoryName(net) ?? "", Path.GetFileName(net).Replace("_net.", "_node.", StringComparison.OrdinalIgnoreCase));
        var path = parsed.GetValue(options.Nodes) ?? (beside != net && System.IO.File.Exists(beside) ? beside : null);
        var nodes = path is null ? null : TntpReader.ReadNodes(path, file, problems);
        var closed = Closures(parsed.GetValue(options.Close) ?? [], file.Network, problems);
        var (toll, distance) = (parsed.GetValue(options.TollFactor) ?? file.TollFactor ?? 0, parsed.GetValue(options.DistanceFactor) ?? file.DistanceFactor ?? 0);
        var (classes, factors) = (new List<TravellerClass>(), new List<double>());
        if (demand is not null) Add(new("vehicles", demand) { TollFactor = toll, DistanceFactor = distance }, 1);
        foreach (var text in parsed.GetValue(options.Class) ?? [])
            if (ClassOption.Read(text, file, toll, distance, problems) is { } more) Add(more.Class, more.Factor);
        foreach (var twice in classes.GroupBy(c => c.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1)) problems.Error("", 0, 0, $"--class names '{twice.Key}' twice; the class of TRIPS is called vehicles.");
        return problems.HasErrors ? null : new(file, classes, factors, nodes, closed);

        void Add(TravellerClass traveller, double factor)
        {
            classes.Add(traveller);
            factors.Add(factor * parsed.GetValue(options.DemandFactor));
        }
    }

    /// <summary>A state with what was closed and asked for: an empty network, or what was saved.</summary>
    public AssignmentState Start(AssignmentModel model, AssignmentState? warm)
    {
        var state = warm?.Clone() ?? model.InitialState();
        state.Closed.AsSpan().Clear();
        foreach (var link in Closed) state.Closed[link] = true;
        for (var c = 0; c < Factors.Count; c++) state.DemandFactor[c] = Factors[c];
        return state;
    }

    private static List<int> Closures(string[] names, AssignmentNetwork network, ProblemList problems)
    {
        var rows = new List<int>();
        foreach (var name in names.SelectMany(n => n.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            var row = network.FindLink(name);
            if (row >= 0) rows.Add(row);
            else problems.Error("", 0, 0, $"--close names the link '{name}', which the network does not have.{NearestName.Hint(name, network.LinkIds)}");
        }
        return rows;
    }
}
