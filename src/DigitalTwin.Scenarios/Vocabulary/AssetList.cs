using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Scenarios.Vocabulary;

/// <summary>An <see cref="IAssetDirectory"/> over a plain list of ids.</summary>
public sealed class AssetList : IAssetDirectory
{
    private readonly string[] ids;
    private readonly HashSet<string> known;

    /// <summary>Makes the directory; ids that are given twice count once.</summary>
    public AssetList(IEnumerable<string> ids)
    {
        known = new(ids, StringComparer.Ordinal);
        this.ids = [.. known.Order(StringComparer.Ordinal)];
        Types = [.. this.ids.Select(AssetPattern.TypeOf).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Types { get; }

    /// <inheritdoc/>
    public bool Contains(string id) => known.Contains(id);

    /// <inheritdoc/>
    public IReadOnlyList<string> Match(string pattern)
    {
        var wild = pattern.AsSpan().IndexOfAny('*', '?');
        if (wild < 0) return Contains(pattern) ? [pattern] : [];
        var found = new List<string>();
        foreach (var id in Beginning(pattern[..wild]))
        {
            if (Glob.Matches(pattern, id)) found.Add(id);
        }
        return found;
    }

    /// <inheritdoc/>
    public string? Nearest(string id)
    {
        var type = AssetPattern.TypeOf(id) is { } stated ? NearestName.Of(stated, Types) : null;
        if (type is null) return NearestName.Of(id, ids.Length <= 100_000 ? ids : Types);
        var local = id[(AssetPattern.TypeOf(id)!.Length + 1)..];
        var near = NearestName.Of(local, Beginning(type + "/").Select(known => known[(type.Length + 1)..]));
        return near is null ? null : $"{type}/{near}";
    }

    private IEnumerable<string> Beginning(string prefix)
    {
        var at = Array.BinarySearch(ids, prefix, StringComparer.Ordinal);
        for (at = at < 0 ? ~at : at; at < ids.Length && ids[at].StartsWith(prefix, StringComparison.Ordinal); at++) yield return ids[at];
    }
}
