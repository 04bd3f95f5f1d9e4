using System.Collections.Immutable;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;

namespace DigitalTwin.Storage.Journal;

/// <summary>
/// Takes what twins want kept. Entries of all callers are gathered into groups, each written in one transaction and synced once (group commit); a call
/// returns when its own entry is durable. Entries are written in the order in which they were handed over.
/// </summary>
public interface IJournal
{
    /// <summary>Writes an entry, whole or not at all.</summary>
    /// <returns>For each observation whether it was new; false for one that the history held already.</returns>
    /// <exception cref="WorldException">There is no such world.</exception>
    /// <exception cref="ArgumentException">An observation is of another asset, or has a word with the character U+0000.</exception>
    /// <exception cref="OperationCanceledException">It was given up before it was in a group, and is not there; later its outcome is the group's.</exception>
    /// <exception cref="IOException">It could not be written (disk full, connection lost), and is not there.</exception>
    Task<ImmutableArray<bool>> AppendAsync(TwinEntry entry, CancellationToken cancellation);

    /// <summary>Writes the values of many assets at one simulated instant: a row for every 256 assets. A frame that is there already stays as it is.</summary>
    /// <exception cref="WorldException">There is no such world.</exception>
    /// <exception cref="ArgumentException">There is no asset, or not one value for each.</exception>
    /// <exception cref="IOException">It could not be written, and is not there.</exception>
    Task AppendAsync(SimulatedFrame frame, CancellationToken cancellation);
}

/// <summary>What one twin wants kept together.</summary>
/// <param name="World">The world.</param>
/// <param name="Asset">The asset.</param>
/// <param name="ArrivedAt">When it was learnt.</param>
/// <param name="Observations">Observations of this asset for the history; derived values too.</param>
/// <param name="Alerts">Alerts as they now are: raised, acknowledged or cleared.</param>
/// <param name="Outcomes">Commands and what became of them.</param>
/// <param name="Rules">New rules, or null.</param>
/// <param name="Audit">What to note in the audit trail, or null.</param>
public sealed record TwinEntry(
    string World, string Asset, DateTimeOffset ArrivedAt, ImmutableArray<Observation> Observations,
    ImmutableArray<Alert> Alerts = default, ImmutableArray<CommandOutcome> Outcomes = default, Rules? Rules = null, AuditNote? Audit = null);

/// <summary>What somebody did.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Action">What: <c>alert.acknowledge</c>, <c>world.fork</c>.</param>
/// <param name="Subject">To what.</param>
/// <param name="Detail">More, as one line of JSON; empty for nothing.</param>
public sealed record AuditNote(string Actor, string Action, string Subject, string Detail);

/// <summary>The simulated values of one property of many assets at one instant.</summary>
/// <param name="World">The world, of kind <see cref="WorldKind.Run"/>.</param>
/// <param name="AssetSet">The assets; the list is kept once however many frames use it.</param>
/// <param name="Property">The property.</param>
/// <param name="At">The instant.</param>
/// <param name="Values">One value for each asset of the list; NaN for none.</param>
public sealed record SimulatedFrame(string World, AssetSet AssetSet, string Property, DateTimeOffset At, ReadOnlyMemory<float> Values)
{
    /// <summary>When it was learnt; null for now.</summary>
    public DateTimeOffset? ArrivedAt { get; init; }
}

/// <summary>A list of assets that frames share; kept once, found again by its content.</summary>
/// <param name="Assets">Asset ids, each once.</param>
public sealed record AssetSet(ImmutableArray<string> Assets);
