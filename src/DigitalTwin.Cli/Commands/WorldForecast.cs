using System.CommandLine;
using DigitalTwin.Cities.Assets;
using DigitalTwin.Cli.Worlds;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Numerics.Diagnostics;
using Command = System.CommandLine.Command;

namespace DigitalTwin.Cli.Commands;

/// <summary><c>twin world forecast</c>: the next two hours of a parking lot.</summary>
internal static class WorldForecast
{
    public static Command Create(Context context)
    {
        var world = new Argument<string>("WORLD") { Description = "The world." };
        var asset = new Argument<string>("ASSET") { Description = "A parking lot, as in parking/lot/P-07." };
        var at = StoreOptions.Instant("--at", "Look ahead from this instant instead of now, with nothing but what was known then.");
        var coverage = new Option<double>("--coverage") { Description = "Share of outcomes that the intervals are to hold, in per cent.", DefaultValueFactory = _ => 90 };
        coverage.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and < 100)) result.AddError("--coverage is more than 0 and less than 100 per cent.");
        });
        var command = new Command("forecast", "Say how many cars a lot will hold in 15, 30, 60 and 120 minutes, learned from its own history. Example: twin world forecast live parking/lot/P-07 --coverage 80")
            .With(context, world, asset, at, coverage);
        command.On(context, async (parsed, _, client, cancellation) =>
        {
            var wanted = parsed.GetValue(asset)!;
            if (!AssetId.TryParse(wanted, out var _, out var mistake)) throw new InputException("", mistake);
            if (WorldLooks.TwinOf(client, parsed.GetValue(world)!, wanted) is not IParkingLotGrain lot)
                throw new InputException("", $"Only parking/lot and parking/kerb have a forecast; found '{wanted}'.");
            var forecasts = await lot.ForecastAsync(parsed.GetValue(at), parsed.GetValue(coverage) / 100, cancellation).ConfigureAwait(false);
            if (parsed.GetValue(context.Json)) context.Terminal.WriteJson(forecasts);
            else WorldText.Forecasts(context.Terminal, forecasts);
            if (forecasts.Length > 0) return ExitCode.Done;
            context.Terminal.Error.WriteLine(context.Terminal.Say(
                $"Nothing can be said of '{wanted}': a forecast needs some weeks of readings of 'occupancy', the newest of them less than two hours old.",
                $"无法预测“{wanted}”：需要数周的“occupancy”读数，且最新读数不早于两小时前。"));
            return ExitCode.No;
        });
        return command;
    }
}
