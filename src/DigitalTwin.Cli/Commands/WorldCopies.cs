using System.CommandLine;
using DigitalTwin.Cli.Terminals;
using DigitalTwin.Cli.Worlds;

namespace DigitalTwin.Cli.Commands;

/// <summary><c>twin world backup|restore</c>.</summary>
internal static class WorldCopies
{
    public static IEnumerable<Command> Create(Context context) => [Backup(context), Restore(context)];

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
