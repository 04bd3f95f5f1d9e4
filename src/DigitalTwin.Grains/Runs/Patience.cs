namespace DigitalTwin.Grains.Runs;

/// <summary>Follows what a grain tells of its work, and calls again when it was lost with its silo: it then wakes up on another and goes on.</summary>
internal static class Patience
{
    /// <summary>How long nothing may be heard before it is given up: longer than a cluster takes to notice that a silo has died.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan AfterStop = TimeSpan.FromSeconds(5), FirstPause = TimeSpan.FromMilliseconds(50), LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>Hears news until the last.</summary>
    /// <param name="call">Begins to follow.</param>
    /// <param name="heard">Given each of the news; what it throws is not forgiven.</param>
    /// <param name="isLast">Whether nothing follows.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="stop">Says that the work has been asked to stop: the last news are waited for a few seconds more, and nobody is called again.</param>
    /// <exception cref="ExperimentException">Nothing was heard for <see cref="Limit"/>.</exception>
    public static async Task FollowAsync<T>(Func<IAsyncEnumerable<T>> call, Func<T, Task> heard, Func<T, bool> isLast, TimeProvider clock, CancellationToken stop)
    {
        using var giveUp = new CancellationTokenSource();
        using var givingUp = stop.Register(() => giveUp.CancelAfter(AfterStop));
        var (last, pause) = (clock.GetTimestamp(), FirstPause);
        while (true)
        {
            Exception? trouble = null;
            var news = call().GetAsyncEnumerator(giveUp.Token);
            await using (news.ConfigureAwait(false))
            {
                while (true)
                {
                    try
                    {
                        if (!await news.MoveNextAsync().ConfigureAwait(false)) break;
                    }
#pragma warning disable CA1031 // Any error on the way may be the silo's end; the limit decides when it is no longer forgiven.
                    catch (Exception fault)
#pragma warning restore CA1031
                    {
                        trouble = fault;
                        break;
                    }
                    (last, pause) = (clock.GetTimestamp(), FirstPause);
                    await heard(news.Current).ConfigureAwait(false);
                    if (isLast(news.Current)) return;
                }
            }
            stop.ThrowIfCancellationRequested();
            if (clock.GetElapsedTime(last) > Limit)
                throw new ExperimentException($"Nothing was heard for {Limit.TotalMinutes:0} minutes. {trouble?.Message}", trouble);
            await Task.Delay(pause, clock, stop).ConfigureAwait(false);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }
}
