using System.CommandLine;
using System.Globalization;
using DigitalTwin.Cities;
using DigitalTwin.Cities.Assets;
using DigitalTwin.Cities.Maps.Calibration;
using DigitalTwin.Cli.Worlds;
using DigitalTwin.Client;
using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Estimation;
using DigitalTwin.Numerics.Diagnostics;
using Command = System.CommandLine.Command;

namespace DigitalTwin.Cli.Commands;

/// <summary><c>twin world estimate</c>: who comes to lots and for how long, from what their twins have seen; as demand that a map can name, or as a map that can be run.</summary>
internal static class WorldEstimate
{
    private static readonly Argument<string> World = new("WORLD") { Description = "The world." };
    private static readonly Argument<string> Asset = new("ASSET") { Description = "A parking lot or a pattern of them, as in 'parking/lot/*'." };
    private static readonly Option<DateTimeOffset?> From = StoreOptions.Instant("--from", "Start of the history that is looked at; a year before its newest reading when left out.");
    private static readonly Option<DateTimeOffset?> Until = StoreOptions.Instant("--until", "End of it, excluded.");
    private static readonly Option<string[]> Days = new("--days")
    {
        Description = "Days of the week that are alike: mon-fri, 'sat sun', daily. Several kinds are estimated each by itself; mon-fri, sat and sun when left out.",
        AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => ["mon-fri", "sat", "sun"],
    };

    private static readonly Option<TimeSpan?> Stay = StoreOptions.Span("--stay", "The mean stay where it is known, as in 2h; learned when left out.");
    private static readonly Option<TimeSpan?> Zone = StoreOptions.Zone("Offset of local time, by which days begin, as in +08:00 or Z; the map's when left out (see twin map info).");
    private static readonly Option<string[]> Origins = new("--origin") { Description = "Places of the map that the cars come from, in equal shares: ids of gates, zones or nodes, or 'lon lat'; the ends of the map for --into when left out.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string?> Out = new("--out") { Description = "A new folder for od.csv, purposes.csv and dwell.csv, which a map's 'demand' can name; needs --origin." };
    private static readonly Option<string?> Into = new("--into") { Description = "A new folder for a copy of the map with the estimate as its demand, ready to be run by a scenario." };

    public static Command Create(Context context)
    {
        Days.Validators.Add(result =>
        {
            byte taken = 0;
            foreach (var text in result.GetValueOrDefault<string[]>() ?? [])
            {
                if (!WeekDays.TryParse(text, out var days)) result.AddError($"--days is '{text}'; {WeekDays.Accepted}.");
                else if ((taken & days) != 0) result.AddError($"--days has {WeekDays.Text((byte)(taken & days))} twice; a day is of one kind.");
                taken |= days;
            }
        });
        var command = new Command("estimate", "Estimate from recorded occupancies who comes to lots in the course of a day and how long they stay. Example: twin world estimate live 'parking/lot/*' --into maps/calibrated")
            .With(context, World, Asset, From, Until, Days, Stay, Zone, Origins, Out, Into);
        command.On(context, async (parsed, city, client, cancellation) =>
        {
            var assets = await city.Maps.FindAsync((await WorldLooks.TheAsync(client, parsed.GetValue(World)!, cancellation).ConfigureAwait(false)).Map, cancellation).ConfigureAwait(false);
            var map = assets?.City ?? throw new InputException("", "The map of this world is not at hand.");
            CheckOut(parsed);
            var (found, unseen) = await EstimateAsync(client, parsed, map, cancellation).ConfigureAwait(false);
            if (found.Count == 0)
            {
                context.Terminal.Error.WriteLine(context.Terminal.Say(
                    $"No lot that matches '{parsed.GetValue(Asset)}' has enough recorded of its occupancy: four half hours of one day of a kind at least.", $"没有与“{parsed.GetValue(Asset)}”匹配且占用记录充足的停车场（同类日期中至少一天有四个半小时的读数）。"));
                return ExitCode.No;
            }
            EstimateText.Unseen(context.Terminal, unseen);
            if (parsed.GetValue(Zone) is null && map.Clock.Source == ClockSource.Nobody) EstimateText.Assumed(context.Terminal);
            if (parsed.GetValue(context.Json)) context.Terminal.WriteJson(found.Select(f => new
            {
                Id = f.Place, Days = WeekDays.Text(f.Days), f.Estimate.PerDay, f.Estimate.Stay, f.Estimate.Evidence, f.Estimate.LongestStay, f.Estimate.Error, DaysSeen = f.Estimate.Days, f.Estimate.Slot, f.Estimate.Arrivals, f.Estimate.Occupancy, f.Estimate.Fitted,
            }));
            else EstimateText.Write(context.Terminal, found);
            if (parsed.GetValue(Out) is { } folder) Write(folder, map, found, parsed.GetValue(Origins)!);
            if (parsed.GetValue(Into) is { } copy)
            {
                var said = CalibratedMap.Make(map, copy, found, parsed.GetValue(Origins) ?? [], parsed.GetValue(Zone));
                if (!parsed.GetValue(context.Json)) EstimateText.Made(context.Terminal, copy, found, said);
            }
            return ExitCode.Done;
        });
        return command;
    }

    private static void CheckOut(ParseResult parsed)
    {
        if (parsed.GetValue(Out) is not null && parsed.GetValue(Origins) is not { Length: > 0 }) throw new InputException("", "--out needs --origin: the places of the map that the cars come from.");
        foreach (var folder in new[] { parsed.GetValue(Out), parsed.GetValue(Into) }.OfType<string>())
            if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())) throw new InputException(folder, "There is something of this name already; choose a new folder.");
    }

    private static async Task<(List<EstimateCsv.Lot> Found, List<(string Lot, byte Days)> Unseen)> EstimateAsync(CityClient client, ParseResult parsed, City map, CancellationToken cancellation)
    {
        var offset = parsed.GetValue(Zone) ?? map.Clock.UtcOffset;
        var (found, unseen) = (new List<EstimateCsv.Lot>(), new List<(string, byte)>());
        foreach (var id in LotPattern.Find(map.Assets, parsed.GetValue(Asset)!))
        {
            if (await HistoryAsync(client, parsed, id, cancellation).ConfigureAwait(false) is not { } history) continue;
            foreach (var days in parsed.GetValue(Days)!.Select(text => WeekDays.TryParse(text, out var wanted) ? wanted : Departure.EveryDay))
            {
                var options = new EstimationOptions { Days = days, MeanStay = parsed.GetValue(Stay)?.TotalSeconds ?? double.NaN };
                if (LotEstimation.Estimate(history.Occupancy, offset, options, history.Entries) is { } estimate) found.Add(new("lot-" + id[(id.LastIndexOf('/') + 1)..], id, days, estimate));
                else unseen.Add((id, days));
            }
        }
        return (found, unseen);
    }

    private static async Task<(List<(DateTimeOffset, double)> Occupancy, List<(DateTimeOffset, double)> Entries)?> HistoryAsync(CityClient client, ParseResult parsed, string id, CancellationToken cancellation)
    {
        var twin = WorldLooks.TwinOf(client, parsed.GetValue(World)!, id);
        var state = await twin.StateAsync(parsed.GetValue(Until), cancellation).ConfigureAwait(false);
        var newest = state.Observed.Concat(state.Simulated).Where(r => r.Property == "occupancy").Select(r => (DateTimeOffset?)r.ObservedAt).Max();
        if (newest is not { } last) return null;
        async Task<List<(DateTimeOffset, double)>> ReadAsync(string property) =>
            [.. (await twin.HistoryAsync(new(property, parsed.GetValue(From) ?? last.AddDays(-365), parsed.GetValue(Until) ?? last.AddTicks(10), null, 2_000_000), cancellation).ConfigureAwait(false))
                .Where(s => s.Text is null).Select(s => (s.At, s.Mean))];
        return (await ReadAsync("occupancy").ConfigureAwait(false), await ReadAsync("entries").ConfigureAwait(false));
    }

    private static void Write(string folder, City map, List<EstimateCsv.Lot> found, string[] origins)
    {
        Directory.CreateDirectory(folder);
        // Where lots are but names, a car can only be sent to their place.
        EstimateCsv.Write(folder, map.Parking is null ? [.. found.Select(f => f with { Place = PlaceOf(map.Assets, f.Place) })] : found, origins);
    }

    private static string PlaceOf(AssetTable table, string id)
    {
        var at = id.LastIndexOf('/');
        var layer = table.OfType(id[..at])!;
        var row = layer.Ids.ToList().IndexOf(id[(at + 1)..]);
        return double.IsNaN(layer.Longitude[row]) ? id : string.Create(CultureInfo.InvariantCulture, $"{layer.Longitude[row]:0.#######} {layer.Latitude[row]:0.#######}");
    }
}
