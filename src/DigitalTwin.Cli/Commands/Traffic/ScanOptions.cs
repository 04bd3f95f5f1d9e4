using System.CommandLine;

namespace DigitalTwin.Cli.Commands.Traffic;

/// <summary>What <c>twin traffic scan</c> is told.</summary>
internal sealed class ScanOptions : NetworkOptions
{
    public Option<string[]> Links { get; } = new("--links")
    {
        Description = "What is closed in turn: all; roads (links that touch no node where paths only begin and end); links as FROM-TO; or a file with a link a line, or in the first column of a CSV.",
        DefaultValueFactory = _ => ["all"],
        AllowMultipleArgumentsPerToken = true,
    };

    public Option<bool> BothWays { get; } = new("--both-ways") { Description = "Closes a link and the one in the other direction together." };

    public NumberOption Leave { get; } = new("--leave", "Share of the capacity that is left, as 0.1: nobody is cut off then. 0 closes.", "0", value => value is >= 0 and < 1, "a number from 0 to below 1");

    public NumberOption Top { get; } = NumberOption.Whole("--top", "How many are told; the file has all.", 20);

    public NumberOption Threads { get; } = NumberOption.Whole("--threads", "Threads; the bytes do not depend on them.", Environment.ProcessorCount);

    public Option<string?> Out { get; } = new("--out") { Description = "CSV of all closures, the most costly first; with coordinates beside it a map of the same name, .gpkg. A scan that was stopped goes on from what is in OUT.partly." };

    public override IEnumerable<Option> Options => [.. base.Options, Links, BothWays, Leave, Top, Threads, Out];
}
