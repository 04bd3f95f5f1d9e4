using System.Collections.Concurrent;

namespace DigitalTwin.Orleans.Conformance;

/// <summary>What happened, in its order, under a name that a grain and its test share.</summary>
public static class Journal
{
    private static readonly ConcurrentDictionary<string, ConcurrentQueue<string>> All = new();

    public static void Write(string name, string entry) => All.GetOrAdd(name, static _ => new()).Enqueue(entry);

    public static string[] Read(string name) => All.TryGetValue(name, out var entries) ? [.. entries] : [];

    /// <summary>Waits for an entry where neither binding gives a signal: by looking again, within <see cref="Signal.Longest"/>.</summary>
    public static async Task<string[]> WaitFor(string name, Func<string[], bool> enough)
    {
        using var limit = new CancellationTokenSource(Signal.Longest);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!enough(Read(name)))
            if (!await look.WaitForNextTickAsync(limit.Token)) break;
        return Read(name);
    }
}
