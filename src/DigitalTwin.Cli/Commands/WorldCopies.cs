using System.CommandLine;
using DigitalTwin.Cli.Terminals;
using DigitalTwin.Cli.Worlds;
using DigitalTwin.Grains.Worlds.Copies;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Cli.Commands;

/// <summary><c>twin world export|import|backup|restore</c>.</summary>
internal static class WorldCopies
{
    public static IEnumerable<Command> Create(Context context) => [Export(context), Import(context), Backup(context), Restore(context)];

    private static Command Export(Context context)
    {
        var name = new Argument<string>("WORLD") { Description = "The world; what it shares with others goes along." };
        var output = new Option<string>("--out") { Description = "The folder to make; new or empty.", Required = true };
        var command = new Command("export", "Write a world into a folder that stands alone: its map, observations.csv, alerts, commands, frames. Example: twin world export live --out live-2025-07-08").With(context, name, output);
        command.SetAction((parsed, cancellation) => Context.Start(async () =>
        {
            var (world, folder) = (parsed.GetValue(name)!, parsed.GetValue(output)!);
            var city = await OpenCity.OpenAsync(context, parsed, cancellation).ConfigureAwait(false);
            await using var closing = city.ConfigureAwait(false);
            var manifest = await Progress.ShowAsync(context.Terminal, world, progress =>
                new WorldExport(city.Store, city.Maps).WriteAsync(world, folder, context.Clock.GetUtcNow(), new Shares(progress), cancellation)).ConfigureAwait(false);
            if (parsed.GetValue(context.Json)) context.Terminal.WriteJson(manifest);
            else context.Terminal.Out.WriteLine(context.Terminal.Say(
                $"'{world}' is in {folder}: {Counts(manifest.Counts)}.", $"世界“{world}”已导出到 {folder}：{Counts(manifest.Counts)}。"));
            return ExitCode.Done;
        }));
        return command;
    }

    private static Command Import(Context context)
    {
        var folder = new Argument<string>("FOLDER") { Description = "A folder that twin world export wrote." };
        var name = new Option<string?>("--name") { Description = "Its name here; the one it had when left out." };
        var command = new Command("import", "Bring an exported world back, whole or not at all; a damaged folder is refused. Example: twin world import live-2025-07-08 --name yesterday").With(context, folder, name);
        command.SetAction((parsed, cancellation) => Context.Start(async () =>
        {
            var city = await OpenCity.OpenAsync(context, parsed, cancellation, make: true).ConfigureAwait(false);
            await using var closing = city.ConfigureAwait(false);
            var world = await Progress.ShowAsync(context.Terminal, parsed.GetValue(folder)!, progress =>
                new WorldImport(city.Store, city.Maps).ReadAsync(parsed.GetValue(folder)!, parsed.GetValue(name), new Shares(progress), cancellation)).ConfigureAwait(false);
            if (parsed.GetValue(context.Json)) context.Terminal.WriteJson(world);
            else context.Terminal.Out.WriteLine(context.Terminal.Say($"'{world.Name}' is there.", $"世界“{world.Name}”已导入。"));
            return ExitCode.Done;
        }));
        return command;
    }

    private static string Counts(WorldCounts counts) =>
        $"{Plural.Of(counts.Observations, "observation")}, {Plural.Of(counts.Alerts, "alert")}, {Plural.Of(counts.Commands, "command")}, {Plural.Of(counts.Frames, "frame")}";

    private sealed class Shares(IProgress<Share> progress) : IProgress<double>
    {
        public void Report(double value) => progress.Report(new(value));
    }

    private static Command Backup(Context context)
    {
        var file = new Argument<string>("FILE") { Description = "The file to make; it is never written over another." };
        var command = new Command("backup", "Copy the whole store, as of one instant, while others go on writing. Example: twin world backup city-2025-07-08.db").With(context, file);
        command.SetAction((parsed, cancellation) => Context.Start(async () =>
        {
            var city = await OpenCity.OpenAsync(context, parsed, cancellation).ConfigureAwait(false);
            await using (city.ConfigureAwait(false)) await CopyAsync(context, parsed.GetValue(file)!, path => city.Store.BackupAsync(path, cancellation)).ConfigureAwait(false);
            return Say(context, parsed, parsed.GetValue(file)!, context.Terminal.Say("is a backup of", "备份自"));
        }));
        return command;
    }

    private static Command Restore(Context context)
    {
        var file = new Argument<string>("FILE") { Description = "A backup." };
        var command = new Command("restore", "Fill a new store from a backup, whole or not at all. Example: twin world restore city-2025-07-08.db --store restored.db").With(context, file);
        command.SetAction((parsed, cancellation) => Context.Start(async () =>
        {
            var store = StoreOptions.StoreOf(parsed);
            if (!File.Exists(parsed.GetValue(file))) throw new FileNotFoundException($"There is no backup '{parsed.GetValue(file)}'.");
            if (File.Exists(store)) throw new IOException($"'{store}' is there already; a backup is restored into a new store. Name one with --store.");
            var city = await OpenCity.OpenAsync(context, parsed, cancellation, make: true).ConfigureAwait(false);
            await using (city.ConfigureAwait(false)) await CopyAsync(context, parsed.GetValue(file)!, path => city.Store.RestoreAsync(path, cancellation)).ConfigureAwait(false);
            return Say(context, parsed, parsed.GetValue(file)!, context.Terminal.Say("was restored into", "已恢复到"));
        }));
        return command;
    }

    private static Task<bool> CopyAsync(Context context, string title, Func<string, Task> copy) => Progress.ShowAsync(context.Terminal, title, async _ =>
    {
        await copy(title).ConfigureAwait(false);
        return true;
    });

    private static int Say(Context context, ParseResult parsed, string file, string verb)
    {
        var (store, size) = (StoreOptions.StoreOf(parsed), new FileInfo(file).Length);
        if (parsed.GetValue(context.Json)) context.Terminal.WriteJson(new { Backup = file, Store = store, Bytes = size });
        else context.Terminal.Out.WriteLine($"'{file}' {verb} '{store}' ({size / 1e6:N1} MB).");
        return ExitCode.Done;
    }
}
