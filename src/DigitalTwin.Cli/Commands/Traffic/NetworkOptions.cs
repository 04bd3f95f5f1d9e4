using System.CommandLine;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cli.Commands.Traffic;

/// <summary>A network, its travellers and what is changed of them: what all commands of <c>twin traffic</c> are told.</summary>
internal class NetworkOptions
{
    public Argument<string> Net { get; } = new("NET") { Description = "A network in TNTP form (_net.tntp)." };

    public Argument<string> Trips { get; } = new("TRIPS") { Description = "Its trips (_trips.tntp)." };

    public NumberOption Gap { get; } = new("--gap", "Relative gap to reach: (TSTT - SPTT) / SPTT.", "1e-6", value => value > 0, "a number above 0");

    public NumberOption TollFactor { get; } = Factor("--toll-factor", "Time that a unit of toll is worth; the file's own, else 0.");

    public NumberOption DistanceFactor { get; } = Factor("--distance-factor", "Time that a unit of length is worth; the file's own, else 0.");

    public NumberOption DemandFactor { get; } = Factor("--demand-factor", "Multiplies all trips.", "1");

    public Option<string[]> Close { get; } = new("--close") { Description = "Links that nobody may use, as FROM-TO: 6-8 8-6.", AllowMultipleArgumentsPerToken = true };

    public Option<string[]> Capacity { get; } = new("--capacity") { Description = "Factors on the capacity of links, as FROM-TO=FACTOR: 6-8=0.5 8-6=0.5.", AllowMultipleArgumentsPerToken = true };

    public Option<string> Function { get; } = new("--function") { Description = "Travel time by flow: bpr or conical (the file's power is then alpha).", DefaultValueFactory = _ => "bpr" };

    public NumberOption MostIterations { get; } = NumberOption.Whole("--most-iterations", "It then ends unconverged, with exit code 1.", 1000);

    public Option<string?> Nodes { get; } = new("--nodes") { Description = "Coordinates (_node.tntp); without it the file beside NET, if there is one." };

    public Option<string[]> Class { get; } = new("--class")
    {
        Description = "Another class of travellers beside TRIPS, as truck=trucks.tntp,units=2.5,toll=0.5,distance=0.04,factor=1,ban=6-8+8-6; given once for each.",
    };

    public Option<string?> Warm { get; } = new("--warm") { Description = "A solution that --save kept; it goes on from there." };

    public IEnumerable<Argument> Arguments => [Net, Trips];

    public virtual IEnumerable<Option> Options => [Gap, TollFactor, DistanceFactor, DemandFactor, Close, Capacity, Function, MostIterations, Nodes, Class, Warm];

    /// <summary>Reports every number that is not accepted.</summary>
    public void Check(ParseResult parsed, ProblemList problems)
    {
        foreach (var number in Options.OfType<NumberOption>()) number.Check(parsed, problems);
    }

    private static NumberOption Factor(string name, string description, string? usual = null) => new(name, description, usual, value => value >= 0, "a number of at least 0");
}
