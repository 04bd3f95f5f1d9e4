using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DigitalTwin.Grains.Contracts.Telemetry;

namespace DigitalTwin.Grains.Telemetry;

/// <summary>Sorts batches by asset; the observations of an asset keep their order. Used by one turn at a time.</summary>
internal sealed class AssetGroups
{
    private readonly Dictionary<string, int> groupOf = new(StringComparer.Ordinal);
    private readonly List<(string Asset, int Count)> groups = [];

    /// <summary>The places of each asset's observations in the batch. Records without an asset, and those beyond the largest batch, are refused at once.</summary>
    public List<(string Asset, ReadOnlyMemory<int> Places)> Of(ImmutableArray<Observation> batch, Reception[] receptions)
    {
        groupOf.Clear();
        groups.Clear();
        var within = Math.Min(batch.Length, TelemetryLimits.BatchSize);
        var groupAt = new int[within];
        for (var i = 0; i < within; i++)
        {
            groupAt[i] = -1;
            if (batch[i]?.Asset is not { Length: > 0 } asset) receptions[i] = new(ReceptionKind.Refused, batch[i] is null ? "The record is empty." : "The asset is missing.");
            else groupAt[i] = GroupOf(asset);
        }
        if (batch.Length > within)
            Array.Fill(receptions, new(ReceptionKind.Refused, $"The batch has {batch.Length} records; the first {TelemetryLimits.BatchSize} are looked at, send the others in batches of their own."), within, batch.Length - within);
        return Places(groupAt);
    }

    /// <summary>The observations at some places.</summary>
    public static ImmutableArray<Observation> Pick(ImmutableArray<Observation> batch, ReadOnlyMemory<int> places)
    {
        if (places.Length == batch.Length) return batch;
        var picked = new Observation[places.Length];
        for (var i = 0; i < picked.Length; i++) picked[i] = batch[places.Span[i]];
        return ImmutableCollectionsMarshal.AsImmutableArray(picked);
    }

    private int GroupOf(string asset)
    {
        ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groupOf, asset, out var known);
        if (!known)
        {
            group = groups.Count;
            groups.Add((asset, 0));
        }
        CollectionsMarshal.AsSpan(groups)[group].Count++;
        return group;
    }

    private List<(string Asset, ReadOnlyMemory<int> Places)> Places(int[] groupAt)
    {
        var sorted = new int[groupAt.Length];
        var next = new int[groups.Count];
        for (int g = 0, start = 0; g < next.Length; g++) (next[g], start) = (start, start + groups[g].Count);
        for (var i = 0; i < groupAt.Length; i++)
            if (groupAt[i] >= 0) sorted[next[groupAt[i]]++] = i;
        var places = new List<(string, ReadOnlyMemory<int>)>(groups.Count);
        for (var g = 0; g < next.Length; g++) places.Add((groups[g].Asset, sorted.AsMemory(next[g] - groups[g].Count, groups[g].Count)));
        return places;
    }
}
