using System.CommandLine;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cli.Commands.Buildings;

/// <summary>What <c>twin buildings simulate</c> is told.</summary>
internal sealed class SimulateOptions
{
    /// <summary>Words for the models.</summary>
    public const string Simple = "5r1c", Detailed = "detailed";

    public Argument<string?> Source { get; } = new("SOURCE") { Description = "A map's folder, or a file of buildings: IFC (.ifc) or CityJSON (.city.json, .json, .jsonl).", Arity = ArgumentArity.ZeroOrOne };

    public Option<string?> Weather { get; } = new("--weather") { Description = "A climate (.epw); without it the map's own." };

    public Option<int> Year { get; } = new("--year") { Description = "Year whose calendar is taken; the climate is a typical one.", DefaultValueFactory = _ => 2025 };

    public Option<string?> Uses { get; } = new("--uses") { Description = "Numbers by use (CSV with the header of use-profiles.csv) in the place of shipped ones." };

    public Option<string?> Hours { get; } = new("--hours") { Description = "Schedules by use (CSV with the header of use-hours.csv) in the place of shipped ones." };

    public Option<string?> Archetypes { get; } = new("--archetypes") { Description = "Archetypes (CSV) on top of the shipped ones, for a file of buildings." };

    public Option<string?> ClimateZone { get; } = new("--climate-zone") { Description = "Climate zone of a file of buildings; that of the climate unless given." };

    public Option<int> Threads { get; } = new("--threads") { Description = "Threads; the bits do not depend on them.", DefaultValueFactory = _ => Math.Min(2, Environment.ProcessorCount) };

    public Option<string?> Out { get; } = new("--out") { Description = "Folder for hourly.csv (the whole district) and buildings.csv (the year of each); with --bestest for bestest.csv." };

    public Option<string?> Model { get; } = new("--model") { Description = "5r1c, unless given, or detailed (some thousand times slower; for a few buildings); --bestest takes both unless one is named." };

    public Option<string?> Bestest { get; } = new("--bestest") { Description = "A case of ASHRAE 140, section 5.2 (600, 900FF, …), or all, in the place of a SOURCE." };

    public IEnumerable<Option> Options => [Weather, Model, Bestest, Year, Uses, Hours, Archetypes, ClimateZone, Threads, Out];

    public SimulateOptions()
    {
        Model.Validators.Add(result =>
        {
            if (result.Tokens.Count == 0) return;
            string[] accepted = [Simple, Detailed];
            if (!accepted.Contains(result.Tokens[0].Value)) result.AddError($"--model is '{result.Tokens[0].Value}'; {string.Join(" and ", accepted)} are accepted.{NearestName.Hint(result.Tokens[0].Value, accepted)}");
        });
        Threads.Validators.Add(result => Validation.AtLeastOne(result, Threads));
        Year.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.Tokens.Count == 0) return;
            if (!int.TryParse(result.Tokens[0].Value, out var year) || year is < 1950 or > 2100) result.AddError($"--year is '{result.Tokens[0].Value}'; a year from 1950 to 2100 is accepted.");
        });
    }
}
