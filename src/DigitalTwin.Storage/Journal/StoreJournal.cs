using System.Collections.Immutable;
using DigitalTwin.Storage.Frames;

namespace DigitalTwin.Storage.Journal;

/// <summary>The journal of a store.</summary>
internal sealed class StoreJournal(GroupCommit writer, TimeProvider time) : IJournal
{
    private readonly AssetSets sets = new();

    public Task<ImmutableArray<bool>> AppendAsync(TwinEntry entry, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entry);
        foreach (var observation in entry.Observations.OrEmpty())
        {
            if (!string.Equals(observation.Asset, entry.Asset, StringComparison.Ordinal))
                throw new ArgumentException($"An entry of '{entry.Asset}' has an observation of '{observation.Asset}'.", nameof(entry));
            if (HasNul(observation.Property) || HasNul(observation.Source) || HasNul(observation.Text))
                throw new ArgumentException($"An observation of '{entry.Asset}' has a word with the character U+0000, which a store cannot keep.", nameof(entry));
        }
        return writer.WriteAsync(new EntryWork(entry), cancellation);
    }

    public Task AppendAsync(SimulatedFrame frame, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (frame.AssetSet.Assets.IsDefaultOrEmpty) throw new ArgumentException("A frame needs an asset.", nameof(frame));
        if (frame.Values.Length != frame.AssetSet.Assets.Length)
            throw new ArgumentException($"A frame of {frame.AssetSet.Assets.Length} assets has {frame.Values.Length} values.", nameof(frame));
        return writer.WriteAsync(new FrameWork(frame, sets, frame.ArrivedAt ?? time.GetUtcNow()), cancellation);
    }

    private static bool HasNul(string? text) => text is not null && text.Contains('\0', StringComparison.Ordinal);
}
