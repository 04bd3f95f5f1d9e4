using System.Collections.Immutable;
using System.CommandLine;
using DigitalTwin.Cities.Assets;
using DigitalTwin.Cli.Worlds;
using DigitalTwin.Client;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;
using Command = System.CommandLine.Command;

namespace DigitalTwin.Cli.Commands;

/// <summary><c>twin world forecast</c>: the next two hours of parking lots.</summary>
internal static class WorldForecast
{
    /// <summary>Lots that are asked at once.</summary>
    private const int AtOnce = 8;

    public static Command Create(Context context)
    {
        var world = new Argument<string>("WORLD") { Description = "The world." };
        var asset = new Argument<string>("ASSET") { Description = "A parking lot, as in parking/lot/P-07, or a pattern of them, as in 'parking/lot/*'." };
        var at = StoreOptions.Instant("--at", "Look ahead from this instant instead of now, with nothing but what was known then.");
        var coverage = new Option<double>("--coverage") { Description = "Share of outcomes that the intervals are to hold, in per cent.", DefaultValueFactory = _ => 90 };
        coverage.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and < 100)) result.AddError("--coverage is more than 0 and less than 100 per cent.");
        });
        var command = new Command("forecast", "Say how many cars a lot will hold in 15, 30, 60 and 120 minutes, learned from its own history. Example: twin world forecast live parking/lot/P-07 --coverage 80")
            .With(context, world, asset, at, coverage);
        command.On(context, async (parsed, city, client, cancellation) =>
        {
            var (name, wanted) = (parsed.GetValue(world)!, parsed.GetValue(asset)!);
            if (!Glob.IsPattern(wanted)) return await OneAsync(context, client, parsed, name, wanted, parsed.GetValue(at), parsed.GetValue(coverage) / 100, cancellation).ConfigureAwait(false);
            var map = await city.Maps.FindAsync((await WorldLooks.TheAsync(client, name, cancellation).ConfigureAwait(false)).Map, cancellation).ConfigureAwait(false);
            var lots = LotPattern.Find(map?.City?.Assets ?? throw new InputException("", "The map of this world is not at hand."), wanted);
            var forecasts = await AllAsync(client, name, lots, parsed.GetValue(at), parsed.GetValue(coverage) / 100, cancellation).ConfigureAwait(false);
            if (parsed.GetValue(context.Json)) context.Terminal.WriteJson(lots.Select((lot, i) => new { Asset = lot, Forecasts = forecasts[i] }));
            else ForecastText.Write(context.Terminal, lots, forecasts);
            return forecasts.Exists(f => f.Length > 0) ? ExitCode.Done : ExitCode.No;
        });
        return command;
    }

    private static async Task<int> OneAsync(Context context, CityClient client, ParseResult parsed, string world, string wanted, DateTimeOffset? at, double coverage, CancellationToken cancellation)
    {
        if (!AssetId.TryParse(wanted, out var _, out var mistake)) throw new InputException("", mistake);
        if (WorldLooks.TwinOf(client, world, wanted) is not IParkingLotGrain lot) throw new InputException("", $"Only parking/lot and parking/kerb have a forecast; found '{wanted}'.");
        var forecasts = await lot.ForecastAsync(at, coverage, cancellation).ConfigureAwait(false);
        if (parsed.GetValue(context.Json)) context.Terminal.WriteJson(forecasts);
        else ForecastText.Write(context.Terminal, forecasts);
        if (forecasts.Length > 0) return ExitCode.Done;
        var state = await lot.StateAsync(at, cancellation).ConfigureAwait(false);
        ForecastText.Nothing(context.Terminal, wanted, state.Observed.Concat(state.Simulated).Where(r => r.Property == "occupancy").Select(r => (DateTimeOffset?)r.ObservedAt).Max());
        return ExitCode.No;
    }

    private static async Task<List<ImmutableArray<Forecast>>> AllAsync(CityClient client, string world, IReadOnlyList<string> lots, DateTimeOffset? at, double coverage, CancellationToken cancellation)
    {
        var found = new List<ImmutableArray<Forecast>>(lots.Count);
        foreach (var some in lots.Chunk(AtOnce))
            found.AddRange(await Task.WhenAll(some.Select(lot => ((IParkingLotGrain)WorldLooks.TwinOf(client, world, lot)).ForecastAsync(at, coverage, cancellation))).ConfigureAwait(false));
        return found;
    }
}
