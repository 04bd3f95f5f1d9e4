using System.Collections.Immutable;

namespace DigitalTwin.Storage.Journal;

/// <summary>An entry of a twin on its way into the store.</summary>
internal sealed class EntryWork(TwinEntry entry) : Work<ImmutableArray<bool>>
{
    public TwinEntry Entry => entry;

    public override int Size => entry.Observations.IsDefault ? 1 : Math.Max(1, entry.Observations.Length);

    /// <summary>For each observation whether it was new.</summary>
    public void Answered(ImmutableArray<bool> isNew) => Answer = isNew;

    public override Task WriteAsync(Group group) => throw new InvalidOperationException("Entries are written together.");
}
