using System.CommandLine;
using DigitalTwin.Buildings.Ifc;
using DigitalTwin.Cities;
using DigitalTwin.Cities.Maps;
using DigitalTwin.Mobility.Demand.Tables;
using DigitalTwin.Mobility.Osm;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Studies;
using DigitalTwin.Water.Epanet;
using DigitalTwin.Weather.Epw;

namespace DigitalTwin.Cli.Commands;

/// <summary><c>twin validate FILE|FOLDER</c>: every mistake at once, and nothing else.</summary>
internal static class ValidateCommand
{
    public static Command Create(Context context)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Scenarios (.yaml, .json), networks (.inp), climates (.epw), building models (.ifc), OpenStreetMap extracts (.osm), city models (CityJSON, CityGML), trips (.csv), maps or folders of scenarios.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("validate", "Say everything that is wrong with inputs. Example: twin validate scenarios maps/optics-valley") { paths, context.Json };
        command.SetAction(parsed => Run(context, parsed, parsed.GetValue(paths)!));
        return command;
    }

    private static int Run(Context context, ParseResult parsed, string[] paths)
    {
        var inputs = paths.SelectMany(Inputs).ToArray();
        var failed = false;
        var all = new List<Problem>();
        foreach (var path in inputs)
        {
            var problems = new ProblemList();
            Look(path, problems, context.Clock);
            failed |= problems.HasErrors;
            all.AddRange(problems);
            if (parsed.GetValue(context.Json)) continue;
            context.Terminal.WriteProblems(problems);
            if (!problems.HasErrors) context.Terminal.Out.WriteLine($"{path}: {(problems.Count == 0 ? "good" : $"good, {Plural.Of(problems.Count, "remark")}")}");
        }
        if (parsed.GetValue(context.Json)) context.Terminal.WriteJson(all);
        return failed ? ExitCode.Input : ExitCode.Done;
    }

    /// <summary>A folder that is no map stands for the scenarios in it.</summary>
    private static IEnumerable<string> Inputs(string path) =>
        Directory.Exists(path) && !File.Exists(Path.Combine(path, MapFile.FileName)) && Scenarios(path) is { Length: > 0 } scenarios ? scenarios : [path];

    private static string[] Scenarios(string folder) =>
        [.. Directory.EnumerateFiles(folder).Where(f => Path.GetExtension(f) is ".yaml" or ".yml").Order(StringComparer.Ordinal)];

    private static void Look(string path, ProblemList problems, TimeProvider clock)
    {
        if (Directory.Exists(path)) City.Load(path, problems);
        else if (CityModelCheck.Recognises(path)) CityModelCheck.Look(path, problems);
        else
        {
            switch (Path.GetExtension(path).ToLowerInvariant())
            {
                case ".inp":
                    var file = EpanetReader.Read(path, problems);
                    if (!problems.HasErrors) file.ToNetwork();
                    break;
                case ".osm":
                    if (OsmReader.Read(path, new(), problems) is { } extract) RoadBuilder.Build(extract.Streets, RoadDefaults.Standard, path, problems, out _);
                    break;
                case ".csv":
                    Table(path, problems);
                    break;
                case ".ifc":
                    using (IfcModel.Read(path, problems)) break;
                case ".epw":
                    EpwReader.Read(path, problems);
                    break;
                default:
                    Study.Open(path, problems, standIn: clock.GetUtcNow());
                    break;
            }
        }
    }

    /// <summary>Of tables, trips are known by their line of names; others belong to a map and are looked at with it.</summary>
    private static void Table(string path, ProblemList problems)
    {
        try
        {
            if (TripCsv.Recognises(File.ReadLines(path).FirstOrDefault() ?? "")) TripCsv.Check(path, problems);
            else problems.Error(path, 1, 1, "Of tables on their own only trips are known, by their columns origin, destination and departure; tables of a map are looked at with its folder.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Error(path, 0, 0, $"The file cannot be read: {error.Message}");
        }
    }
}
