using System.CommandLine;
using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Mobility.Tntp;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cli.Commands.Traffic;

/// <summary>What the commands of <c>twin traffic</c> read.</summary>
/// <param name="File">Network.</param>
/// <param name="Classes">Travellers; those of TRIPS first.</param>
/// <param name="Factors">By class: its own factor on its trips.</param>
/// <param name="DemandFactor">Factor on the trips of all.</param>
/// <param name="Nodes">Places of nodes, if they are known.</param>
/// <param name="Closed">Links that are closed.</param>
/// <param name="Capacities">Links and factors on their capacity.</param>
internal sealed record AssignInput(
    TntpNetwork File, IReadOnlyList<TravellerClass> Classes, IReadOnlyList<double> Factors, double DemandFactor, TntpNodes? Nodes, IReadOnlyList<int> Closed, IReadOnlyList<(int Link, double Factor)> Capacities)
{
    private static readonly Dictionary<string, TravelTimeFunction> Functions = new(StringComparer.Ordinal) { ["bpr"] = TravelTimeFunction.Bpr, ["conical"] = TravelTimeFunction.Conical };

    /// <summary>Newest of the files that were read.</summary>
    public required DateTimeOffset NewestFile { get; init; }

    /// <summary>Travel time by flow.</summary>
    public TravelTimeFunction Function { get; init; }

    /// <summary>Reads all files and options, so that all their mistakes are told at once; null when there is one that leaves nothing to go on with.</summary>
    public static AssignInput? Read(ParseResult parsed, NetworkOptions options, ProblemList problems)
    {
        var input = ReadFiles(parsed, options, problems);
        // Readers give up where there are mistakes already; so words are looked at after files.
        options.Check(parsed, problems);
        var function = Choice(parsed, options.Function, Functions, problems);
        return input is null ? null : input with { Function = function };
    }

    private static AssignInput? ReadFiles(ParseResult parsed, NetworkOptions options, ProblemList problems)
    {
        var (net, trips) = (parsed.GetValue(options.Net)!, parsed.GetValue(options.Trips)!);
        foreach (var missing in new[] { net, trips }.Where(given => !System.IO.File.Exists(given))) problems.Error(missing, 0, 0, "There is no such file.");
        if (!System.IO.File.Exists(net)) return null;
        if (TntpReader.ReadNetwork(net, problems) is not { } file) return null;
        var demand = System.IO.File.Exists(trips) ? TntpReader.ReadTrips(trips, file, problems) : null;
        var beside = Path.Combine(Path.GetDirectoryName(net) ?? "", Path.GetFileName(net).Replace("_net.", "_node.", StringComparison.OrdinalIgnoreCase));
        var path = parsed.GetValue(options.Nodes) ?? (beside != net && System.IO.File.Exists(beside) ? beside : null);
        var nodes = path is null ? null : TntpReader.ReadNodes(path, file, problems);
        var closed = LinkNames.Rows(options.Close.Name, parsed.GetValue(options.Close), file.Network, problems);
        var capacities = LinkNames.Factors(options.Capacity.Name, parsed.GetValue(options.Capacity), file.Network, problems);
        var (toll, distance) = (options.TollFactor.Of(parsed) ?? file.TollFactor ?? 0, options.DistanceFactor.Of(parsed) ?? file.DistanceFactor ?? 0);
        var (classes, factors) = (new List<TravellerClass>(), new List<double>());
        if (demand is not null) Add(new("vehicles", demand) { TollFactor = toll, DistanceFactor = distance }, 1);
        foreach (var text in parsed.GetValue(options.Class) ?? [])
            if (ClassOption.Read(text, file, toll, distance, problems) is { } more) Add(more.Class, more.Factor);
        foreach (var twice in classes.GroupBy(c => c.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1)) problems.Error("", 0, 0, $"--class names '{twice.Key}' twice; the class of TRIPS is called vehicles.");
        var newest = new[] { net, trips, path }.Where(System.IO.File.Exists).Max(f => System.IO.File.GetLastWriteTimeUtc(f!));
        return new(file, classes, factors, options.DemandFactor.Of(parsed)!.Value, nodes, closed, capacities) { NewestFile = new(newest, TimeSpan.Zero) };

        void Add(TravellerClass traveller, double factor)
        {
            classes.Add(traveller);
            factors.Add(factor);
        }
    }

    /// <summary>A model, or null when the input has a mistake, which is told.</summary>
    public AssignmentModel? Model(ParseResult parsed, NetworkOptions options, AssignmentMethod method, ProblemList problems)
    {
        if (problems.HasErrors) return null;
        try
        {
            return new(File.Network, Classes, new() { Gap = options.Gap.Of(parsed)!.Value, MostIterations = (int)options.MostIterations.Of(parsed)!, Method = method, Function = Function });
        }
        catch (ArgumentException wrong)
        {
            problems.Error(parsed.GetValue(options.Net)!, 0, 0, wrong.Message);
            return null;
        }
    }

    /// <summary>A saved solution, or null when it cannot be gone on from, which is told.</summary>
    public static AssignmentState? Load(string saved, AssignmentModel model, ProblemList problems)
    {
        var state = AssignmentStateFile.Load(saved, model, out var sentence);
        if (state is null) problems.Error(saved, 0, 0, sentence);
        return state;
    }

    /// <summary>A state with what was closed, narrowed and asked for: an empty network, or what was saved.</summary>
    public AssignmentState Start(AssignmentModel model, AssignmentState? warm)
    {
        var state = Unchanged(model, warm);
        foreach (var link in Closed) state.Closed[link] = true;
        foreach (var (link, factor) in Capacities) state.CapacityFactor[link] = factor;
        for (var c = 0; c < Factors.Count; c++) state.DemandFactor[c] = Factors[c] * DemandFactor;
        return state;
    }

    /// <summary>A state of the network as its files are.</summary>
    public AssignmentState Unchanged(AssignmentModel model, AssignmentState? warm)
    {
        var state = warm?.Clone() ?? model.InitialState();
        state.Closed.AsSpan().Clear();
        state.CapacityFactor.AsSpan().Fill(1);
        for (var c = 0; c < Factors.Count; c++) state.DemandFactor[c] = Factors[c];
        return state;
    }

    /// <summary>What a word of an option stands for.</summary>
    public static T Choice<T>(ParseResult parsed, Option<string> option, Dictionary<string, T> known, ProblemList problems)
        where T : struct
    {
        var word = parsed.GetValue(option)!;
        if (known.TryGetValue(word, out var value)) return value;
        problems.Error("", 0, 0, $"{option.Name} is '{word}'; {string.Join(", ", known.Keys)} are accepted.{NearestName.Hint(word, known.Keys)}");
        return default;
    }
}
