using System.Runtime.InteropServices;

namespace DigitalTwin.Mobility.Traffic;

/// <content>Who does what: each worker advances the parts that are its own, then those that nobody has begun.</content>
internal sealed partial class TrafficRun
{
    private readonly WindowCrew? crew;

    // By part: the window for which somebody has taken it.
    private readonly PaddedCounter[] claims;
    private bool isPlanning;
    private int nextPlan;

    private void AdvanceParts()
    {
        if (crew is null) AdvanceSome(0);
        else crew.Run();
    }

    private void Work(int worker)
    {
        if (isPlanning) PlanSome(worker);
        else AdvanceSome(worker);
    }

    // One's own first, whose nodes are in the caches of one's core.
    private void AdvanceSome(int worker)
    {
        var first = worker * parts.Length / decisions.Length;
        for (var i = 0; i < parts.Length; i++)
        {
            var part = (first + i) % parts.Length;
            if (Interlocked.Exchange(ref claims[part].Value, end) != end) parts[part].Advance(decisions[worker], Times, now, end);
        }
    }

    private void PlanSome(int worker)
    {
        for (int i; (i = Interlocked.Increment(ref nextPlan) - 1) < planning.Count;) decisions[worker].Decide(planning[i], Times);
    }

    // A counter on a cache line of its own.
    [StructLayout(LayoutKind.Explicit, Size = 128)]
    private struct PaddedCounter
    {
        [FieldOffset(64)]
        public long Value;
    }
}
