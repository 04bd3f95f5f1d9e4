namespace DigitalTwin.Simulation.Loop;

/// <summary>
/// A bound on how much runs at once. Work is handed out in order and gathered in order; with one thread it is simply done, in order.
/// </summary>
public sealed class Workers
{
    private readonly TaskFactory? factory;

    private Workers()
    {
    }

    /// <summary>For work that others do: all of it is begun at once, and awaited.</summary>
    public static Workers Elsewhere { get; } = new();

    /// <summary>At most <paramref name="threads"/> threads at a time.</summary>
    public Workers(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        Threads = threads;
        if (threads > 1) factory = new TaskFactory(new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler);
    }

    /// <summary>How many threads at most; 0 when the work is done elsewhere.</summary>
    public int Threads { get; }

    /// <summary>Does all of the work, and gives the results in the order of the work.</summary>
    public async Task<TResult[]> AllAsync<TWork, TResult>(IReadOnlyList<TWork> work, Func<TWork, ValueTask<TResult>> task)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(task);
        if (factory is not null && work.Count > 1)
            return await Task.WhenAll(work.Select(item => factory.StartNew(() => task(item).AsTask()).Unwrap())).ConfigureAwait(false);
        if (Threads == 0 && work.Count > 1) return await Task.WhenAll([.. work.Select(item => task(item).AsTask())]).ConfigureAwait(false);

        var results = new TResult[work.Count];
        for (var i = 0; i < results.Length; i++) results[i] = await task(work[i]).ConfigureAwait(false);
        return results;
    }

    /// <summary>Starts one piece of work on the bounded threads.</summary>
    public Task Start(Func<Task> task) => factory is null ? task() : factory.StartNew(task).Unwrap();
}
