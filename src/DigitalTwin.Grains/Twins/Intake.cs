using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Storage.Journal;

namespace DigitalTwin.Grains.Twins;

/// <summary>
/// Observations on their way into a twin: first the twin takes them into its memory, then the journal answers which were new, and only then is it known whether a late
/// one counts or had come before.
/// </summary>
internal sealed class Intake
{
    private readonly Twin twin;
    private readonly ImmutableArray<Observation> given;
    private readonly Reception[] receptions;
    private readonly ImmutableArray<Observation> taken;
    private readonly int[]? places;

    public Intake(Twin twin, ImmutableArray<Observation> given, Func<Observation, string?> mistake, long now)
    {
        (this.twin, this.given, receptions) = (twin, given, new Reception[given.Length]);
        Draft = new(twin.Asset, now);
        var kept = 0;
        for (var i = 0; i < given.Length; i++)
        {
            receptions[i] = mistake(given[i]) is { } reason ? new(ReceptionKind.Refused, reason) : twin.Take(given[i], Draft);
            if (receptions[i].Kind is ReceptionKind.Accepted or ReceptionKind.OutOfOrder) kept++;
        }
        twin.Settle(Draft);
        taken = given;
        if (kept == given.Length) return;
        var (observations, at) = (ImmutableArray.CreateBuilder<Observation>(kept), 0);
        places = new int[kept];
        for (var i = 0; i < given.Length; i++)
        {
            if (receptions[i].Kind is not (ReceptionKind.Accepted or ReceptionKind.OutOfOrder)) continue;
            observations.Add(given[i]);
            places[at++] = i;
        }
        taken = observations.MoveToImmutable();
    }

    public Draft Draft { get; }

    public ImmutableArray<Reception> Receptions => ImmutableCollectionsMarshal.AsImmutableArray(receptions);

    /// <summary>Whether there is something to keep.</summary>
    public bool HasEntry => taken.Length > 0 || !Draft.IsEmpty;

    /// <summary>Observations that are now newest, to be told to those who follow the twin.</summary>
    public IEnumerable<Observation> Accepted => Enumerable.Range(0, receptions.Length).Where(i => receptions[i].Kind == ReceptionKind.Accepted).Select(i => given[i]);

    public TwinEntry ToEntry() => Draft.ToEntry(twin.Site.World.Name, taken);

    /// <summary>Takes the journal's answer.</summary>
    /// <param name="isNew">For each observation of the entry whether it was new.</param>
    /// <param name="now">µs since 1970 by the clock.</param>
    /// <returns>What follows from late observations that were new; null for nothing.</returns>
    public Draft? Confirm(ImmutableArray<bool> isNew, long now)
    {
        Draft? late = null;
        for (var k = 0; k < taken.Length; k++)
        {
            ref var reception = ref receptions[places is null ? k : places[k]];
            if (isNew[k])
            {
                if (reception.Kind == ReceptionKind.OutOfOrder) twin.TakeLate(taken[k], late ??= new(twin.Asset, now));
                continue;
            }
            // The twin took for new what the history had, from before it woke up and under a quality that it doesn't keep: it knows too much now.
            if (reception.Kind == ReceptionKind.Accepted) twin.Reload();
            reception = new(ReceptionKind.Duplicate);
        }
        if (late is null) return null;
        twin.Settle(late);
        return late.IsEmpty ? null : late;
    }
}
