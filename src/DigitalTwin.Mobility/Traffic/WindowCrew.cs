namespace DigitalTwin.Mobility.Traffic;

/// <summary>
/// A few threads that do a short piece of work together many thousand times a second. They spin for some microseconds for the next piece, then give way to others, then sleep. The work is such that one could do
/// all of it: so nobody waits for a thread to which the machine gives no core, and on one core it costs little more than one thread would. Worker 0 is the caller.
/// </summary>
internal sealed class WindowCrew : IDisposable
{
    // The gate: number of the round, whether it is open, how many are inside.
    private const long Inside = 1, Open = 1 << 16, Round = 1 << 17;
    private readonly Action<int> work;
    private readonly Thread[] threads;
    private readonly SemaphoreSlim[] beds;
    private readonly int[] asleep;
    private long gate;
    private volatile bool ends;
    private Exception? failure;

    public WindowCrew(int workers, Action<int> work)
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

    /// <summary>Does the work with whoever joins in, and returns when it is done and all are out again.</summary>
    public void Run()
    {
        Call();
        try
        {
            work(0);
        }
        finally
        {
            // Who comes from now on finds nothing left to do.
            Interlocked.Add(ref gate, -Open);
            var spin = default(SpinWait);
            while ((Volatile.Read(ref gate) & (Open - 1)) != 0) spin.SpinOnce(sleep1Threshold: -1);
        }
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
        Interlocked.Add(ref gate, Round + Open);
        for (var i = 0; i < threads.Length; i++)
        {
            if (Volatile.Read(ref asleep[i]) == 1 && Interlocked.Exchange(ref asleep[i], 0) == 1) beds[i].Release();
        }
    }

    private void Live(int index)
    {
        for (var seen = 0L; ;)
        {
            Await(index, seen);
            seen = Volatile.Read(ref gate) / Round;
            if (ends) return;
            if (!Enters(seen)) continue;
            try
            {
                work(index + 1);
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref failure, e, null);
            }
            Interlocked.Add(ref gate, -Inside);
        }
    }

    private bool Enters(long round)
    {
        while (true)
        {
            var now = Volatile.Read(ref gate);
            if (now / Round != round || (now & Open) == 0) return false;
            if (Interlocked.CompareExchange(ref gate, now + Inside, now) == now) return true;
        }
    }

    // A worker says that it lies down, looks once more, and only then sleeps: so no call is missed.
    private void Await(int index, long seen)
    {
        var spin = default(SpinWait);
        for (var i = 0; i < 200; i++)
        {
            if (Volatile.Read(ref gate) / Round != seen) return;
            spin.SpinOnce(sleep1Threshold: -1);
        }
        Interlocked.Exchange(ref asleep[index], 1);
        if (Volatile.Read(ref gate) / Round != seen && Interlocked.Exchange(ref asleep[index], 0) == 1) return;
        beds[index].Wait();
    }
}
