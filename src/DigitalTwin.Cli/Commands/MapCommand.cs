using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DigitalTwin.Cities;
using DigitalTwin.Cities.Maps;
using DigitalTwin.Cities.Synthesis;
using DigitalTwin.Cli.Terminals;
using DigitalTwin.Cli.Worlds;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Cli.Commands;

/// <summary><c>twin map info|import|synthesize</c>.</summary>
internal static class MapCommand
{
    public static Command Create(Context context) => new("map", "Maps: the folders that cities are loaded from.") { Info(context), Import(context), Synthesize(context) };

    private static Command Info(Context context)
    {
        var folder = new Argument<string>("MAP") { Description = "A map's folder (with a city.yaml)." };
        var command = new Command("info", "Say what is in a map and what is wrong with it. Example: twin map info maps/optics-valley") { folder, context.Json };
        command.SetAction(parsed =>
        {
            var problems = new ProblemList();
            var city = City.Load(parsed.GetValue(folder)!, problems);
            if (problems.HasErrors)
            {
                context.Terminal.WriteProblems(problems);
                return ExitCode.Input;
            }
            var info = MapInfo.Of(city, problems);
            if (parsed.GetValue(context.Json)) context.Terminal.WriteJson(info);
            else Write(context.Terminal, info, MapPicture.Draw(city));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Import(Context context)
    {
        var water = new Option<string?>("--water") { Description = "An EPANET network (.inp)." };
        var weather = new Option<string?>("--weather") { Description = "A climate (.epw)." };
        var osm = new Option<string?>("--osm") { Description = "An OpenStreetMap extract (.osm): its roads, lots and kerbs." };
        var osmDefaults = OsmDefaults.Option();
        var driveLeft = new Option<bool>("--drive-left") { Description = "One drives on the left." };
        var withoutService = new Option<bool>("--without-service-roads") { Description = "Leave out service roads of the OpenStreetMap extract." };
        var roads = new Option<string?>("--roads") { Description = "Streets (GeoJSON), or a network of TNTP form (_net.tntp) with --nodes." };
        var nodes = new Option<string?>("--nodes") { Description = "Where the nodes of a network of TNTP form lie, degrees (_node.tntp)." };
        var (unitLength, unitTime, unitFlow) = (TntpUnit("--tntp-length", "m in a unit of length of a TNTP file; a mile unless given.", 1609.344), TntpUnit("--tntp-time", "s in its unit of time; a minute unless given.", 60),
            TntpUnit("--tntp-flow", "Vehicles/h in its unit of capacity; 1 unless given (24 hours' counts: 0.0417).", 1));
        var trips = new Option<string?>("--trips") { Description = "Trips of a day between the zones of the TNTP network (_trips.tntp), with --profile." };
        var profile = new Option<string?>("--profile") { Description = "When in the day those trips depart (CSV: purpose,from,until,share, with * as the purpose)." };
        var tripFactor = TntpUnit("--trips-factor", "Multiplies those trips; 1 unless given.", 1);
        var output = new Option<string>("--out") { Description = "The folder to make; new or empty.", Required = true };
        var crs = new Option<string?>("--crs") { Description = "What the network's coordinates mean: EPSG:4326, EPSG:4547, … or local." };
        var zone = StoreOptions.Offset("--utc-offset", "Local time against UTC, as in +08:00; the weather file's when left out.");
        var buildings = new Option<string[]>("--buildings") { Description = "Buildings: CityJSON, CityGML, IFC, GeoJSON footprints, tables (.csv).", AllowMultipleArgumentsPerToken = true };
        var assets = AssetOptions.Files();
        var columns = AssetOptions.Columns();
        var (at, name) = (At(), Name());
        var command = new Command("import", "Make a map of files you have. Example: twin map import --water L-TOWN.inp --weather wuhan.epw --assets parking/lot=lots.csv --out maps/l-town")
        {
            water, weather, osm, osmDefaults, driveLeft, withoutService, roads, nodes, unitLength, unitTime, unitFlow, trips, profile, tripFactor, buildings, assets, columns, output, at, zone, crs, name, context.Json,
        };
        command.SetAction((parsed, cancellation) => Context.Start(async () =>
        {
            var options = new ImportOptions
            {
                WaterFile = parsed.GetValue(water),
                WeatherFile = parsed.GetValue(weather),
                OsmFile = parsed.GetValue(osm),
                Osm = OsmDefaults.Of(parsed.GetValue(osmDefaults)!, parsed.GetValue(driveLeft), parsed.GetValue(withoutService)),
                RoadFile = parsed.GetValue(roads),
                TripFile = parsed.GetValue(trips),
                TripProfileFile = parsed.GetValue(profile),
                TripFactor = parsed.GetValue(tripFactor),
                RoadNodesFile = parsed.GetValue(nodes),
                RoadUnits = new() { Length = parsed.GetValue(unitLength), Time = parsed.GetValue(unitTime), Flow = parsed.GetValue(unitFlow) / 3600 },
                BuildingFiles = parsed.GetValue(buildings) ?? [],
                Assets = AssetOptions.Sources(parsed.GetValue(assets)!),
                Columns = AssetOptions.Chosen(parsed.GetValue(columns)!),
                Folder = parsed.GetValue(output)!,
                At = Place(parsed, at),
                UtcOffset = parsed.GetValue(zone),
                CoordinateSystem = parsed.GetValue(crs),
                Name = parsed.GetValue(name),
            };
            var report = await WorkAsync(context, "import", progress => MapImport.Import(options, progress, cancellation)).ConfigureAwait(false);
            if (parsed.GetValue(context.Json)) context.Terminal.WriteJson(report);
            else
            {
                context.Terminal.WriteProblems(report.Remarks);
                foreach (var statement in report.Statements) context.Terminal.Out.WriteLine(statement);
                Write(context.Terminal, report.Info, []);
            }
            return ExitCode.Done;
        }));
        return command;
    }

    private static Option<double> TntpUnit(string name, string description, double usual)
    {
        var option = new Option<double>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (!result.Errors.Any() && result.GetValueOrDefault<double>() is var value && !(value > 0 && double.IsFinite(value))) result.AddError($"{name} is {value}; a number above 0 is accepted.");
        });
        return option;
    }

    private static Command Synthesize(Context context)
    {
        var seed = new Option<ulong>("--seed") { Description = "Seed of every draw: the same seed and size give the same bytes.", Required = true };
        var size = new Option<int>("--size") { Description = $"Number of junctions, {SynthesisOptions.FewestJunctions} to {SynthesisOptions.MostJunctions}.", Required = true };
        var output = new Option<string>("--out") { Description = "The folder to make; new or empty.", Required = true };
        var title = new Option<string?>("--title") { Description = "Title in English." };
        var titleZh = new Option<string?>("--title-zh") { Description = "Title in Chinese." };
        var (at, name) = (At(), Name());
        var command = new Command("synthesize", "Make a plausible synthetic district of any size. Example: twin map synthesize --seed 7 --size 50000 --out maps/large")
        {
            seed, size, output, at, name, title, titleZh, context.Json,
        };
        command.SetAction((parsed, cancellation) => Context.Start(async () =>
        {
            var folder = parsed.GetValue(output)!;
            var place = Place(parsed, at);
            var options = new SynthesisOptions
            {
                Seed = parsed.GetValue(seed),
                Junctions = parsed.GetValue(size),
                Name = parsed.GetValue(name) ?? Path.GetFileName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar)),
            };
            if (parsed.GetValue(title) is { } english) options = options with { TitleEn = english };
            if (parsed.GetValue(titleZh) is { } chinese) options = options with { TitleZh = chinese };
            if (place is { } middle) options = options with { Longitude = middle.Longitude, Latitude = middle.Latitude };
            var report = await WorkAsync(context, "synthesize", progress => MapSynthesis.Write(options, folder, progress, cancellation)).ConfigureAwait(false);
            if (parsed.GetValue(context.Json)) context.Terminal.WriteJson(report);
            else
            {
                context.Terminal.Out.WriteLine(
                    $"{folder}: {report.Junctions:N0} junctions and {report.Pipes:N0} pipes ({report.PipeLength / 1000:N0} km) in {Plural.Of(report.Quarters, "neighbourhood")} and {Plural.Of(report.Districts, "district")}, {report.People:N0} people on {report.Width / 1000:0.#} km × {report.Height / 1000:0.#} km");
                context.Terminal.Out.WriteLine(
                    $"{Plural.Of(report.Reservoirs, "clear well")}, {Plural.Of(report.Pumps, "pump")}, {Plural.Of(report.Tanks, "tank")}, {Plural.Of(report.Valves, "pressure reducing valve")}; mean demand {report.MeanDemand * 3600:N0} m³/h. All of it is invented; SOURCE.md says how.");
            }
            return ExitCode.Done;
        }));
        return command;
    }

    private static Task<T> WorkAsync<T>(Context context, string title, Func<IProgress<double>, T> work) =>
        Progress.ShowAsync(context.Terminal, title, progress => Task.FromResult(work(new Shares(progress))));

    private static void Write(Terminal terminal, MapInfo info, IReadOnlyList<string> picture)
    {
        foreach (var line in MapInfoText.Lines(info)) terminal.Out.WriteLine(line);
        if (picture.Count > 0) terminal.Out.WriteLine();
        foreach (var line in picture) terminal.Out.WriteLine(line);
    }

    private static Option<string?> Name() => new("--name") { Description = "Short name of the map; the folder's name when left out." };

    private static Option<string?> At()
    {
        var at = new Option<string?>("--at") { Description = "Longitude and latitude of the middle in degrees: 114.40,30.50" };
        at.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && Parse(result.Tokens[0]) is null)
                result.AddError($"--at is '{result.Tokens[0].Value}'; a longitude and a latitude in degrees are accepted, as in 114.40,30.50.");
        });
        return at;
    }

    private static (double Longitude, double Latitude)? Place(ParseResult parsed, Option<string?> at) =>
        parsed.GetResult(at) is { Tokens: [var token] } ? Parse(token) : null;

    private static (double, double)? Parse(Token token)
    {
        var parts = token.Value.Split(',');
        return parts.Length == 2
            && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude) && Math.Abs(longitude) <= 180
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude) && Math.Abs(latitude) <= 90
            ? (longitude, latitude) : null;
    }

    private sealed class Shares(IProgress<Share> progress) : IProgress<double>
    {
        public void Report(double value) => progress.Report(new(value));
    }
}
