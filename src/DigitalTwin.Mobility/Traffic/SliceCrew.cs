namespace DigitalTwin.Mobility.Traffic;

/// <summary>
/// A few threads that do a short piece of work together many thousand times a second. They spin for some microseconds for the next piece, then give way to others, then sleep: on a machine that is
/// busy or has one core they cost little more than one thread would. Worker 0 is the caller.
/// </summary>
internal sealed class SliceCrew : IDisposable
{
    private readonly Action<int> work;
    private readonly Thread[] threads;
    private readonly SemaphoreSlim[] beds;
    private readonly int[] asleep;
    private int round, busy;
    private bool ends;
    private Exception? failure;

    public SliceCrew(int workers, Action<int> work)
    {
        this.work = work;
        (threads, beds, asleep) = (new Thread[workers - 1], new SemaphoreSlim[workers - 1], new int[workers - 1]);
        for (var i = 0; i < threads.Length; i++)
        {
            var index = i;
            beds[i] = new SemaphoreSlim(0);
            threads[i] = new Thread(() => Live(index)) { IsBackground = true, Name = $"traffic {i + 1}" };
            threads[i].Start();
        }
    }

    /// <summary>Has every worker do its work once, and returns when all have.</summary>
    public void Run()
    {
        Volatile.Write(ref busy, threads.Length);
        Call();
        work(0);
        var spin = default(SpinWait);
        while (Volatile.Read(ref busy) > 0) spin.SpinOnce(sleep1Threshold: -1);
        if (failure is { } e) throw new InvalidOperationException("A worker of the traffic model failed.", e);
    }

    public void Dispose()
    {
        ends = true;
        Call();
        foreach (var thread in threads) thread.Join();
        foreach (var bed in beds) bed.Dispose();
    }

    private void Call()
    {
        Interlocked.Increment(ref round);
        for (var i = 0; i < threads.Length; i++)
        {
            if (Interlocked.Exchange(ref asleep[i], 0) == 1) beds[i].Release();
        }
    }

    private void Live(int index)
    {
        for (var seen = 0; ;)
        {
            Await(index, seen);
            seen = Volatile.Read(ref round);
            if (ends) return;
            try
            {
                work(index + 1);
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref failure, e, null);
            }
            Interlocked.Decrement(ref busy);
        }
    }

    // A worker says that it lies down, looks once more, and only then sleeps: so no call is missed.
    private void Await(int index, int seen)
    {
        var spin = default(SpinWait);
        for (var i = 0; i < 200; i++)
        {
            if (Volatile.Read(ref round) != seen) return;
            spin.SpinOnce(sleep1Threshold: -1);
        }
        Interlocked.Exchange(ref asleep[index], 1);
        if (Volatile.Read(ref round) != seen && Interlocked.Exchange(ref asleep[index], 0) == 1) return;
        beds[index].Wait();
    }
}
