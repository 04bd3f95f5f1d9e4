using System.Collections.Concurrent;

namespace DigitalTwin.Grains.Twins;

/// <summary>
/// One string for each name of a property or a source in the process, so that a million twins share theirs. It stops growing when somebody sends it
/// ever new names; what comes then is kept as it came.
/// </summary>
internal static class NamePool
{
    private const int Most = 65_536;
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);
    private static int count;

    public static string Of(string name)
    {
        if (Known.TryGetValue(name, out var known)) return known;
        if (Volatile.Read(ref count) >= Most) return name;
        if (Known.TryAdd(name, name)) Interlocked.Increment(ref count);
        return Known.GetValueOrDefault(name, name);
    }
}
