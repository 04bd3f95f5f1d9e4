namespace DigitalTwin.Cli.Commands;

/// <summary>
/// Time spent on one kind of work. The runtime compiles code while it first runs, which on a small network takes longer than the work; so work that took
/// less than half a second is repeated for as long, and the median is told beside the first.
/// </summary>
internal sealed class Spent
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(0.5);
    private readonly List<double> repeats = [];

    /// <summary>The first time.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>The median of the repeats; the first time when it was long enough by itself.</summary>
    public double TypicalMs => repeats.Count == 0 ? Elapsed.TotalMilliseconds : repeats.Order().ElementAt(repeats.Count / 2);

    public void Add(TimeSpan time) => Elapsed += time;

    public T Time<T>(TimeProvider clock, Func<T> work)
    {
        var begun = clock.GetTimestamp();
        try
        {
            return work();
        }
        finally
        {
            Add(clock.GetElapsedTime(begun));
        }
    }

    public void Time(TimeProvider clock, Action work) => Time(clock, () =>
    {
        work();
        return true;
    });

    public void Repeat(TimeProvider clock, Action work, CancellationToken cancellation)
    {
        var begun = clock.GetTimestamp();
        while (Elapsed < Budget && clock.GetElapsedTime(begun) < Budget)
        {
            cancellation.ThrowIfCancellationRequested();
            var once = clock.GetTimestamp();
            work();
            repeats.Add(clock.GetElapsedTime(once).TotalMilliseconds);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => repeats.Count == 0
        ? $"{TypicalMs:0.0} ms" : $"{TypicalMs:0.00} ms (median of {repeats.Count} more; first {Elapsed.TotalMilliseconds:0.0} ms)";
}
