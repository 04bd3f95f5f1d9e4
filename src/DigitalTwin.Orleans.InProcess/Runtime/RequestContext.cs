using System.Collections.Immutable;

namespace Orleans.Runtime;

/// <summary>Values that travel with a call, from the caller to the grain and on to whom it calls, and never back.</summary>
public static class RequestContext
{
    private static readonly AsyncLocal<ImmutableDictionary<string, object>?> Flow = new();

    /// <summary>The names of the values.</summary>
    public static IEnumerable<string> Keys => Flow.Value?.Keys ?? [];

    /// <summary>The values with their names.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Entries => Flow.Value ?? ImmutableDictionary<string, object>.Empty;

    /// <summary>All values, as they travel.</summary>
    internal static ImmutableDictionary<string, object>? Values
    {
        get => Flow.Value;
        set => Flow.Value = value;
    }

    /// <summary>A value, or nothing.</summary>
    public static object? Get(string key) => Flow.Value?.GetValueOrDefault(key);

    /// <summary>Sets a value for the calls that follow.</summary>
    public static void Set(string key, object value) => Flow.Value = (Flow.Value ?? ImmutableDictionary<string, object>.Empty).SetItem(key, value);

    /// <summary>Takes a value away; says whether there was one.</summary>
    public static bool Remove(string key)
    {
        if (Flow.Value is not { } values || !values.ContainsKey(key)) return false;
        Flow.Value = values.Count == 1 ? null : values.Remove(key);
        return true;
    }

    /// <summary>Takes all values away.</summary>
    public static void Clear()
    {
        if (Flow.Value is not null) Flow.Value = null;
    }
}
