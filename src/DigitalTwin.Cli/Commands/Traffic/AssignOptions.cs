using System.CommandLine;

namespace DigitalTwin.Cli.Commands.Traffic;

/// <summary>What <c>twin traffic assign</c> is told.</summary>
internal sealed class AssignOptions : NetworkOptions
{
    /// <summary>The word of <see cref="Compare"/> for the network as its files are.</summary>
    public const string Unchanged = "unchanged";

    public Option<string> Method { get; } = new("--method") { Description = "bush, or for comparison fw, cfw, bfw.", DefaultValueFactory = _ => "bush" };

    public Option<string?> Out { get; } = new("--out")
    {
        Description = "Folder for flow.tntp, links.csv and, with coordinates, results.gpkg (QGIS) and links.geojson; with what is asked for besides: zones.csv, pairs.csv, selected.csv, skims.csv.",
    };

    public Option<string?> Save { get; } = new("--save") { Description = "Keeps the solution in a file, for --warm and --compare." };

    public Option<string?> Compare { get; } = new("--compare")
    {
        Description = "The base beside which changes are told: a solution that --save kept, or 'unchanged', which solves the network as its files are first. Without it, what --warm names.",
    };

    public Option<string[]> Select { get; } = new("--select") { Description = "Links whose users are told: who drives over 6-8, and where else. Of each by itself.", AllowMultipleArgumentsPerToken = true };

    public Option<bool> Skim { get; } = new("--skim") { Description = "Writes cost, time, distance and toll between all zones to skims.csv in the folder of --out." };

    public Option<string?> Log { get; } = new("--log") { Description = "File for the course of the solution: iteration, relative_gap, objective, processor_seconds." };

    public override IEnumerable<Option> Options => [.. base.Options, Method, Compare, Select, Skim, Log, Out, Save];
}
