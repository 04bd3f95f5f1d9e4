using System.CommandLine;
using DigitalTwin.Cities.Assets;
using DigitalTwin.Cli.Worlds;
using DigitalTwin.Client;
using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Estimation;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;
using Command = System.CommandLine.Command;

namespace DigitalTwin.Cli.Commands;

/// <summary><c>twin world estimate</c>: who comes to lots and for how long, from what their twins have seen; as demand that a map can name.</summary>
internal static class WorldEstimate
{
    private static readonly Argument<string> World = new("WORLD") { Description = "The world." };
    private static readonly Argument<string> Asset = new("ASSET") { Description = "A parking lot or a pattern of them, as in 'parking/lot/*'." };
    private static readonly Option<DateTimeOffset?> From = StoreOptions.Instant("--from", "Start of the history that is looked at; a year before its newest reading when left out.");
    private static readonly Option<DateTimeOffset?> Until = StoreOptions.Instant("--until", "End of it, excluded.");
    private static readonly Option<string> Days = new("--days") { Description = "Days of the week that are looked at: mon-fri, 'sat sun', daily.", DefaultValueFactory = _ => "daily" };
    private static readonly Option<TimeSpan?> Stay = StoreOptions.Span("--stay", "The mean stay where it is known, as in 2h; learned when left out.");
    private static readonly Option<TimeSpan?> Zone = StoreOptions.Zone("Offset of local time, by which days begin, as in +08:00 or Z; the map's climate's when left out, +08:00 without one.");
    private static readonly Option<string[]> Origins = new("--origin") { Description = "Places of the map that the cars come from, in equal shares: ids of gates or zones, or 'lon lat'.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string?> Out = new("--out") { Description = "A new folder for od.csv, purposes.csv and dwell.csv, which a map's 'demand' can name; needs --origin." };

    public static Command Create(Context context)
    {
        Days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } text && !WeekDays.TryParse(text, out _)) result.AddError($"--days is '{text}'; {WeekDays.Accepted}.");
        });
        var command = new Command("estimate", "Estimate from recorded occupancies who comes to lots in the course of a day and how long they stay. Example: twin world estimate live 'parking/lot/*' --days mon-fri --origin gate-1 gate-2 --out demand")
            .With(context, World, Asset, From, Until, Days, Stay, Zone, Origins, Out);
        command.On(context, async (parsed, city, client, cancellation) =>
        {
            var assets = await city.Maps.FindAsync((await WorldLooks.TheAsync(client, parsed.GetValue(World)!, cancellation).ConfigureAwait(false)).Map, cancellation).ConfigureAwait(false);
            var table = assets?.City?.Assets ?? throw new InputException("", "The map of this world is not at hand.");
            CheckOut(parsed);
            var days = WeekDays.TryParse(parsed.GetValue(Days)!, out var wanted) ? wanted : Departure.EveryDay;
            var found = new List<(string Id, string Place, LotEstimate Estimate)>();
            foreach (var (id, place) in Lots(table, parsed.GetValue(Asset)!))
            {
                if (await EstimateAsync(client, parsed, id, days, parsed.GetValue(Zone) ?? assets.City.Weather?.UtcOffset ?? TimeSpan.FromHours(8), cancellation).ConfigureAwait(false) is { } estimate) found.Add((id, place, estimate));
            }
            if (found.Count == 0)
            {
                context.Terminal.Error.WriteLine(context.Terminal.Say($"No lot that matches '{parsed.GetValue(Asset)}' has a recorded occupancy on such days.", $"没有与“{parsed.GetValue(Asset)}”匹配且有占用记录的停车场。"));
                return ExitCode.No;
            }
            if (parsed.GetValue(Out) is { } folder) Write(folder, found, days, parsed.GetValue(Origins)!);
            if (parsed.GetValue(context.Json)) context.Terminal.WriteJson(found.Select(f => new { f.Id, f.Place, f.Estimate.PerDay, f.Estimate.Stay, f.Estimate.Evidence, f.Estimate.LongestStay, f.Estimate.Error, f.Estimate.Days, f.Estimate.Slot, f.Estimate.Arrivals, f.Estimate.Occupancy, f.Estimate.Fitted }));
            else WorldText.Estimates(context.Terminal, found);
            return ExitCode.Done;
        });
        return command;
    }

    private static void CheckOut(ParseResult parsed)
    {
        if (parsed.GetValue(Out) is not { } folder) return;
        if (parsed.GetValue(Origins) is not { Length: > 0 }) throw new InputException("", "--out needs --origin: the places of the map that the cars come from.");
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())) throw new InputException(folder, "There is something of this name already; choose a new folder.");
    }

    /// <summary>Lots and kerbs that match, and where they are.</summary>
    private static IEnumerable<(string Id, string Place)> Lots(AssetTable table, string wanted)
    {
        var some = false;
        foreach (var type in new[] { AssetTypes.ParkingLot, "parking/kerb" })
        {
            if (table.OfType(type) is not { } layer) continue;
            for (var row = 0; row < layer.Count; row++)
            {
                var id = $"{type}/{layer.Ids[row]}";
                if (id != wanted && !(Glob.IsPattern(wanted) && Glob.Matches(wanted, id))) continue;
                some = true;
                yield return (id, double.IsNaN(layer.Longitude[row]) ? id : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{layer.Longitude[row]:0.#######} {layer.Latitude[row]:0.#######}"));
            }
        }
        if (!some) throw new InputException("", $"The map has no parking lot '{wanted}'.{NearestName.Hint(wanted, table.OfType(AssetTypes.ParkingLot)?.Ids.Select(id => $"{AssetTypes.ParkingLot}/{id}") ?? [])}");
    }

    private static async Task<LotEstimate?> EstimateAsync(CityClient client, ParseResult parsed, string id, byte days, TimeSpan offset, CancellationToken cancellation)
    {
        var twin = WorldLooks.TwinOf(client, parsed.GetValue(World)!, id);
        var state = await twin.StateAsync(parsed.GetValue(Until), cancellation).ConfigureAwait(false);
        var newest = state.Observed.Concat(state.Simulated).Where(r => r.Property == "occupancy").Select(r => (DateTimeOffset?)r.ObservedAt).Max();
        if (newest is not { } last) return null;
        async Task<List<(DateTimeOffset, double)>> HistoryAsync(string property) =>
            [.. (await twin.HistoryAsync(new(property, parsed.GetValue(From) ?? last.AddDays(-365), parsed.GetValue(Until) ?? last.AddTicks(10), null, 2_000_000), cancellation).ConfigureAwait(false))
                .Where(s => s.Text is null).Select(s => (s.At, s.Mean))];
        var options = new EstimationOptions { Days = days, MeanStay = parsed.GetValue(Stay)?.TotalSeconds ?? double.NaN };
        return LotEstimation.Estimate(await HistoryAsync("occupancy").ConfigureAwait(false), offset, options, await HistoryAsync("entries").ConfigureAwait(false));
    }

    private static void Write(string folder, List<(string Id, string Place, LotEstimate Estimate)> found, byte days, string[] origins)
    {
        Directory.CreateDirectory(folder);
        EstimateCsv.Write(folder, [.. found.Select(f => new EstimateCsv.Lot("lot-" + f.Id[(f.Id.LastIndexOf('/') + 1)..], f.Place, days, f.Estimate))], origins);
    }
}
