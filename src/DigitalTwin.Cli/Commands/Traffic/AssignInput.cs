using System.CommandLine;
using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Mobility.Tntp;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cli.Commands.Traffic;

/// <summary>What <c>twin traffic assign</c> read.</summary>
internal sealed record AssignInput(TntpNetwork File, TravellerClass Cars, TntpNodes? Nodes, IReadOnlyList<int> Closed, double DemandFactor)
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
        if (demand is null || problems.HasErrors) return null;
        var cars = new TravellerClass("vehicles", demand)
        {
            TollFactor = parsed.GetValue(options.TollFactor) ?? file.TollFactor ?? 0,
            DistanceFactor = parsed.GetValue(options.DistanceFactor) ?? file.DistanceFactor ?? 0,
        };
        return new(file, cars, nodes, closed, parsed.GetValue(options.DemandFactor));
    }

    /// <summary>An empty network with what was closed and asked for.</summary>
    public AssignmentState Controls(AssignmentModel model)
    {
        var state = model.InitialState();
        foreach (var link in Closed) state.Closed[link] = true;
        state.DemandFactor[0] = DemandFactor;
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
