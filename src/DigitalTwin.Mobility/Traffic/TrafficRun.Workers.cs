namespace DigitalTwin.Mobility.Traffic;

/// <content>Who does what of a slice: each worker moves the nodes of its part, then decides for drivers, then stands in for workers who have not come.</content>
internal sealed partial class TrafficRun
{
    // Nodes that a worker takes at a time.
    private const int Portion = 8;

    // How often one looks whether a worker comes for its part before one takes it: some microseconds.
    private const int Patience = 400;
    private readonly int parts;
    private readonly SliceCrew? crew;
    private readonly PaddedCounter[] cursors;

    // By node: the last slice in which somebody took it.
    private readonly long[] stamps;
    private bool isPlanning;
    private int nextDecision;

    // Whoever must decide to go on does so while the nodes move, and goes on in the next slice.
    private void Work(int worker)
    {
        if (!isPlanning) MoveCalled(worker, worker);
        Decide(worker);
        if (!isPlanning) StandIn(worker);
    }

    // For workers who do not come, because the machine gives them no core. A part that was begun is left to who began it: its nodes are in that core's caches, and to fetch a node from there costs more than to move it.
    private void StandIn(int worker)
    {
        for (var turn = 1; turn < parts; turn++)
        {
            var part = (worker + turn) % parts;
            for (var look = 0; look < Patience && Volatile.Read(ref cursors[part].Value) == 0; look++) Thread.SpinWait(1);
            if (Volatile.Read(ref cursors[part].Value) == 0) MoveCalled(worker, part);
        }
    }

    private void MoveNodes()
    {
        foreach (ref var cursor in cursors.AsSpan()) cursor.Value = 0;
        nextDecision = 0;
        if (crew is null) Work(0);
        else crew.Run();
    }

    private void MoveCalled(int worker, int part)
    {
        var (motion, begin, until) = (motions[worker], now * slice, (now + 1) * slice);
        for (int from; (from = Interlocked.Add(ref cursors[part].Value, Portion) - Portion) >= 0;)
        {
            var (skipped, taken) = (0, 0);
            for (var writer = 0; writer < parts; writer++)
            {
                var called = calendar.Called(writer, part);
                var (first, last) = (Math.Max(0, from - skipped), Math.Min(called.Length, from + Portion - skipped));
                for (var i = first; i < last; i++)
                {
                    taken++;
                    if (Claims(called[i])) motion.Move(called[i], begin, until);
                }
                skipped += called.Length;
            }
            if (taken == 0) break;
        }
    }

    private void Decide(int worker)
    {
        for (int i; (i = Interlocked.Increment(ref nextDecision) - 1) < deciding.Count;) decisions[worker].Decide(deciding[i], Times);
    }

    private bool Claims(int node)
    {
        var seen = Volatile.Read(ref stamps[node]);
        return seen != now && (crew is null ? (stamps[node] = now) == now : Interlocked.CompareExchange(ref stamps[node], now, seen) == seen);
    }

    // A counter on a cache line of its own.
    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit, Size = 128)]
    private struct PaddedCounter
    {
        [System.Runtime.InteropServices.FieldOffset(64)]
        public int Value;
    }
}
