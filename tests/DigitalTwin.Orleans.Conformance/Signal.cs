using System.Collections.Concurrent;

namespace DigitalTwin.Orleans.Conformance;

/// <summary>
/// Signals between tests and grains, which share a process in either binding. A grain finds its own by a name, usually from its key. Nothing waits for
/// longer than <see cref="Longest"/>: then a test fails instead of hanging.
/// </summary>
public sealed class Signal
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(25);

    private static readonly ConcurrentDictionary<string, Signal> All = new();

    private readonly TaskCompletionSource<string> raised = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Signal() { }

    public bool IsRaised => raised.Task.IsCompleted;

    public static Signal Of(string name) => All.GetOrAdd(name, static _ => new());

    /// <summary>Raises the signal, with a word for whoever waits.</summary>
    public void Raise(string word = "") => raised.TrySetResult(word);

    public Task<string> Wait() => raised.Task.WaitAsync(Longest);
}
