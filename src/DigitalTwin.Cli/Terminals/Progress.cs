using Spectre.Console;

namespace DigitalTwin.Cli.Terminals;

/// <summary>A share of some long work that is done, 0 to 1, and what is being done now.</summary>
internal readonly record struct Share(double Done, string Doing = "");

/// <summary>A progress bar around long work; nothing is drawn when nobody is looking.</summary>
internal static class Progress
{
    /// <summary>Does the work, with a bar that is gone when the work is done.</summary>
    public static async Task<T> ShowAsync<T>(Terminal terminal, string title, Func<IProgress<Share>, Task<T>> work)
    {
        if (!terminal.IsWatched) return await work(new Sink(static _ => { })).ConfigureAwait(false);

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        return await console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new RemainingTimeColumn(), new SpinnerColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(title));
                return await work(new Sink(share =>
                {
                    task.Value = share.Done * task.MaxValue;
                    if (share.Doing.Length > 0) task.Description = Markup.Escape($"{title} · {share.Doing}");
                })).ConfigureAwait(false);
            }).ConfigureAwait(false);
    }

    /// <summary>Reports at once, on the thread that reports: <see cref="Progress{T}"/> would post to another and arrive out of order.</summary>
    private sealed class Sink(Action<Share> report) : IProgress<Share>
    {
        public void Report(Share value) => report(value);
    }
}
