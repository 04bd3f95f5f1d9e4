using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace DigitalTwin.Cli.Commands.Traffic;

/// <summary>A network, its travellers and what is changed of them: what all commands of <c>twin traffic</c> are told.</summary>
internal class NetworkOptions
{
    public NetworkOptions()
    {
        Gap.Validators.Add(result => Number(result, Gap, value => value > 0, "a number above 0"));
        MostIterations.Validators.Add(result => Validation.AtLeastOne(result, MostIterations));
        foreach (var factor in new Option[] { DemandFactor, TollFactor, DistanceFactor }) factor.Validators.Add(result => Number(result, factor, value => value >= 0, "a number of at least 0"));
    }

    public Argument<string> Net { get; } = new("NET") { Description = "A network in TNTP form (_net.tntp)." };

    public Argument<string> Trips { get; } = new("TRIPS") { Description = "Its trips (_trips.tntp)." };

    public Option<double> Gap { get; } = new("--gap") { Description = "Relative gap to reach: (TSTT - SPTT) / SPTT.", DefaultValueFactory = _ => 1e-6 };

    public Option<double?> TollFactor { get; } = new("--toll-factor") { Description = "Time that a unit of toll is worth; the file's own, else 0." };

    public Option<double?> DistanceFactor { get; } = new("--distance-factor") { Description = "Time that a unit of length is worth; the file's own, else 0." };

    public Option<double> DemandFactor { get; } = new("--demand-factor") { Description = "Multiplies all trips.", DefaultValueFactory = _ => 1 };

    public Option<string[]> Close { get; } = new("--close") { Description = "Links that nobody may use, as FROM-TO: 6-8 8-6.", AllowMultipleArgumentsPerToken = true };

    public Option<string[]> Capacity { get; } = new("--capacity") { Description = "Factors on the capacity of links, as FROM-TO=FACTOR: 6-8=0.5 8-6=0.5.", AllowMultipleArgumentsPerToken = true };

    public Option<string> Function { get; } = new("--function") { Description = "Travel time by flow: bpr or conical (the file's power is then alpha).", DefaultValueFactory = _ => "bpr" };

    public Option<int> MostIterations { get; } = new("--most-iterations") { Description = "It then ends unconverged, with exit code 1.", DefaultValueFactory = _ => 1000 };

    public Option<string?> Nodes { get; } = new("--nodes") { Description = "Coordinates (_node.tntp); without it the file beside NET, if there is one." };

    public Option<string[]> Class { get; } = new("--class")
    {
        Description = "Another class of travellers beside TRIPS, as truck=trucks.tntp,units=2.5,toll=0.5,distance=0.04,factor=1,ban=6-8+8-6; given once for each.",
    };

    public Option<string?> Warm { get; } = new("--warm") { Description = "A solution that --save kept; it goes on from there." };

    public IEnumerable<Argument> Arguments => [Net, Trips];

    public virtual IEnumerable<Option> Options => [Gap, TollFactor, DistanceFactor, DemandFactor, Close, Capacity, Function, MostIterations, Nodes, Class, Warm];

    protected static void Number(OptionResult result, Option option, Predicate<double> holds, string accepted)
    {
        if (result.Errors.Any() || result.Tokens.Count == 0) return;
        var word = result.Tokens[0].Value;
        if (!double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value) || !holds(value))
            result.AddError($"{option.Name} is '{word}'; {accepted} is accepted.");
    }
}
