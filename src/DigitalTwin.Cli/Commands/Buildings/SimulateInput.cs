using System.CommandLine;
using DigitalTwin.Buildings;
using DigitalTwin.Buildings.Archetypes;
using DigitalTwin.Buildings.CityJson;
using DigitalTwin.Buildings.Ifc;
using DigitalTwin.Buildings.Records;
using DigitalTwin.Buildings.Sun;
using DigitalTwin.Buildings.Use;
using DigitalTwin.Buildings.Weather;
using DigitalTwin.Cities;
using DigitalTwin.Cities.Climate;
using DigitalTwin.Cities.Maps.Buildings;
using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Weather.Epw;
using DigitalTwin.Weather.Series;

namespace DigitalTwin.Cli.Commands.Buildings;

/// <summary>What <c>twin buildings simulate</c> read.</summary>
internal sealed record SimulateInput(IReadOnlyList<Building> Buildings, UseProfiles Uses, BuildingsOptions Options, Outdoors[] Weather, IReadOnlyList<Horizon> Horizons, string WeatherName, IReadOnlyList<string> Notes)
{
    /// <summary>Reads all files, so that all their mistakes are told at once; null when there is one.</summary>
    public static SimulateInput? Read(ParseResult parsed, SimulateOptions options, ProblemList problems, CancellationToken cancellation)
    {
        var source = parsed.GetValue(options.Source);
        if (source is null) problems.Error("", 0, 0, "Whose buildings? A map's folder or a file of buildings is expected, as in 'twin buildings simulate maps/optics-valley'.");
        var uses = UseProfiles.Read(parsed.GetValue(options.Uses), parsed.GetValue(options.Hours), problems);
        var city = source is not null && Directory.Exists(source) ? City.Load(source, problems) : null;
        var path = parsed.GetValue(options.Weather) ?? city?.Parts.FirstOrDefault(p => p.Role == "weather.climate")?.Path;
        if (path is null && (city is not null || source is not null && System.IO.File.Exists(source)))
            problems.Error(source!, 0, 0, city is null ? "A file of buildings has no weather; --weather names a climate (.epw)." : "The map has no climate; --weather names one (.epw).");
        var epw = path is null ? null : EpwReader.Read(path, problems);
        var context = epw is null ? null : Context(parsed, options, epw, problems);
        IReadOnlyList<Building>? buildings = null;
        var assumed = new List<string>();
        if (city is not null) buildings = city.Buildings?.Buildings;
        else if (source is not null) buildings = File(source, parsed.GetValue(options.Archetypes), context, assumed, problems, cancellation);
        if (city is not null && buildings is null && !problems.HasErrors) problems.Error(source!, 0, 0, "The map has no buildings ('buildings' in its city.yaml).");
        if (buildings is { Count: 0 } && !problems.HasErrors) problems.Error(source!, 0, 0, "There is no building in it.");
        if (problems.HasErrors || epw is null || buildings is null) return null;

        var start = new DateTimeOffset(parsed.GetValue(options.Year), 1, 1, 0, 0, 0, epw.Location.UtcOffset);
        var series = EpwSeries.From(epw);
        var shared = new BuildingsOptions
        {
            Latitude = epw.Location.Latitude, Longitude = epw.Location.Longitude, Altitude = epw.Location.Elevation, Clock = new LocalClock(start),
        };
        var weather = BuildingWeather.Steps(epw, series, start, TimeSpan.FromHours(1), (int)(start.AddYears(1) - start).TotalHours);
        var gap = Array.FindIndex(weather, w => !double.IsFinite(w.AirTemperature));
        if (gap >= 0)
        {
            problems.Error(path!, 0, 0, $"The climate knows no air temperature on {start.AddHours(gap):d MMMM} at {start.AddHours(gap):HH:mm}; a whole year is needed.");
            return null;
        }
        return new(buildings, uses, shared, weather, BuildingSkyline.Horizons(buildings), series.Name, [.. assumed, .. series.Notes.Select(n => n.En)]);
    }

    private static CompletionContext? Context(ParseResult parsed, SimulateOptions options, EpwFile epw, ProblemList problems)
    {
        var air = epw[EpwField.DryBulb];
        var (heating, cooling) = ClimateZones.DegreeDays([.. Enumerable.Range(0, air.Length / epw.RecordsPerHour).Select(h => air[h * epw.RecordsPerHour])]);
        var zone = ClimateZones.Of(heating, cooling);
        if (parsed.GetValue(options.ClimateZone) is { } word && !ClimateZones.TryParse(word, out zone))
        {
            problems.Error("", 0, 0, $"--climate-zone is '{word}'; {string.Join(", ", ClimateZones.Names)} are accepted.{NearestName.Hint(word, ClimateZones.Names)}");
            return null;
        }
        return new() { Zone = zone, Altitude = epw.Location.Elevation, Longitude = epw.Location.Longitude, Latitude = epw.Location.Latitude };
    }

    private static List<Building>? File(string path, string? archetypes, CompletionContext? context, List<string> assumed, ProblemList problems, CancellationToken cancellation)
    {
        if (!System.IO.File.Exists(path))
        {
            problems.Error(path, 0, 0, "There is no such folder or file.");
            return null;
        }
        var records = Records(path, problems, cancellation);
        var table = archetypes is null ? ArchetypeTable.Shipped : ArchetypeTable.Shipped.With(archetypes, problems);
        if (context is not null && records is not null) assumed.AddRange(BuildingAssumptions.Of(records, context));
        return context is null || records is null ? null : [.. records.Select(r => table.Complete(r, context, path, problems)).OfType<Building>()];
    }

    private static IReadOnlyList<BuildingRecord>? Records(string path, ProblemList problems, CancellationToken cancellation)
    {
        string[] json = [".json", ".jsonl"], accepted = [".ifc", .. json];
        if (path.EndsWith(".ifc", StringComparison.OrdinalIgnoreCase)) return IfcModel.Read(path, problems, cancellation)?.ToRecords();
        if (json.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase))) return CityJsonReader.Read(path, null, problems, cancellation).Buildings;
        problems.Error(path, 0, 0, $"'{Path.GetExtension(path)}' is no format of buildings that is read here; {string.Join(", ", accepted)} and folders of maps are accepted.{NearestName.Hint(Path.GetExtension(path), accepted)}");
        return null;
    }
}
