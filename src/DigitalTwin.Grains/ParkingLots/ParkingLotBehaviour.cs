using System.Runtime.CompilerServices;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Twins;
using DigitalTwin.Grains.Watching;

namespace DigitalTwin.Grains.ParkingLots;

/// <summary>
/// A parking lot: counts what its gates tell, sets the count right by every reading of its occupancy and says how far it was off. A lot without gates just has readings. Nothing is cut off at
/// the nominal capacity, nor at zero: more cars than spaces are a fact, fewer than none a fault that is to be seen.
/// </summary>
internal sealed class ParkingLotBehaviour : TwinBehaviour
{
    private const string Occupancy = "occupancy", Entries = "entries", Exits = "exits", Anchor = Occupancy + SilenceSchedule.AnchorEnding, Drift = "occupancy-drift";
    private static readonly TimeSpan Recent = TimeSpan.FromHours(1);

    private readonly LotCount count = new();
    private readonly Reservations reservations = new();
    private bool hasGates, anchorIsKept, isNew;
    private string anchorSource = Twin.Self;
    private (long At, double Value) drift = (0, double.NaN);

    /// <inheritdoc/>
    public override IReadOnlyList<string> CommandsOf(string asset) => LotCommands.All;

    /// <inheritdoc/>
    public override IEnumerable<Want> Wants(Twin twin)
    {
        var wants = new List<Want>();
        if (At(twin, Reservations.Property) is { } reserved)
            wants.Add(new(new(Reservations.Property, Micros.Instant(reserved) - Reservations.Longest, Micros.Instant(reserved + 1), null, 100_000), reservations.Recall));
        var reading = NewestReading(twin);
        count.Begin(reading, 0, long.MinValue);
        hasGates = At(twin, Entries) is not null || At(twin, Exits) is not null;
        if (!hasGates) return wants;
        // What was kept last may be older than what the history holds, when the process ended between two entries.
        isNew = true;
        var newest = Math.Max(At(twin, Entries) ?? 0, At(twin, Exits) ?? 0);
        var from = reading is { } known ? known.At + 1 : 0;
        if (newest < from) return wants;
        var split = Math.Max(from, newest - Micros.Of(Recent));
        if (split > from)
        {
            // A day at a time: a lot that nobody ever reads may have years of events.
            count.Begin(reading, 0, split - 1);
            foreach (var (gate, sign) in new[] { (Entries, 1), (Exits, -1) })
                wants.Add(new(new(gate, Micros.Instant(from), Micros.Instant(split), TimeSpan.FromDays(1), 100_000), days =>
                {
                    foreach (var day in days) count.Add(split - 1, sign * Math.Round(day.Mean * day.Count));
                }));
        }
        foreach (var (gate, sign) in new[] { (Entries, 1), (Exits, -1) })
            wants.Add(new(new(gate, Micros.Instant(split), Micros.Instant(newest + 1), null, 1_000_000), events =>
            {
                foreach (var e in events) count.Add(Micros.Of(e.At), sign * e.Mean);
            }));
        return wants;
    }

    /// <inheritdoc/>
    public override void Take(Twin twin, Observation o, Draft draft)
    {
        var at = Micros.Of(o.ObservedAt);
        switch (o.Property)
        {
            case Entries: Count(at, o.Value); break;
            case Exits: Count(at, -o.Value); break;
            case Occupancy:
                Read(twin, at, o, draft);
                break;
            case Reservations.Property when o.Text is { } word: reservations.Take(word); break;
        }
    }

    /// <inheritdoc/>
    public override void TakeLate(Twin twin, Observation o, Draft draft) => Take(twin, o, draft);

    /// <inheritdoc/>
    public override void Settle(Twin twin, Draft draft)
    {
        if (!isNew || twin.NeedsReload) return;
        isNew = false;
        if (drift.At > 0) SayDrift(twin, draft);
        var now = count.Count;
        ref var kept = ref twin.Find(Occupancy, Voice.Derived);
        var keptAt = Unsafe.IsNullRef(ref kept) ? long.MinValue : kept.ObservedAt;
        var (newest, hidesReading) = (count.NewestEvent, count.AnchoredAt < keptAt);
        if ((newest is not null || hidesReading) && !(anchorIsKept && !(newest > keptAt) && kept.Value == now)) Keep(twin, newest ?? count.AnchoredAt ?? 0, now, draft);
        if (now < 0)
            twin.Alerts.Raise(draft, AlertText.Conflict(twin.Asset, "count", Severity.Moderate, now, count.NewestEvent ?? draft.Now, new(
                $"More cars have left than came: the count is {AlertText.Number(now)}. A gate misses entries, or the lot was not empty when counting began.",
                $"驶出多于驶入：计数为 {AlertText.Number(now)}。入口漏计，或开始计数时停车场非空。")));
        else twin.Alerts.Clear(draft, "conflict:count", Micros.Instant(count.NewestEvent ?? draft.Now));
    }

    /// <inheritdoc/>
    public override IEnumerable<Figure> Figures(Twin twin, long now)
    {
        var (capacity, occupancy, reserved) = (Capacity(twin), twin.Number(Occupancy), reservations.At(now));
        yield return new("capacity", capacity, "");
        yield return new("occupancy", occupancy, "");
        yield return new("reserved", reserved, "");
        yield return new("free", capacity - occupancy - reserved, "");
        if (hasGates) yield return new("drift", twin.Number(Drift), "");
    }

    /// <inheritdoc/>
    public override Deed? Do(Twin twin, Command command, Draft draft) => LotCommands.Do(twin, reservations, FreeAt(twin, draft.Now), command, draft);

    private double FreeAt(Twin twin, long now) => Capacity(twin) - twin.Number(Occupancy) - reservations.At(now);

    internal static double Capacity(Twin twin) => twin.Number("capacity") is var told && !double.IsNaN(told) ? told : twin.Site.Assets.Attribute(twin.Asset, "capacity");

    private void Count(long at, double change)
    {
        (hasGates, isNew) = (true, true);
        count.Add(at, change);
    }

    private void Read(Twin twin, long at, Observation o, Draft draft)
    {
        if (at < count.AnchoredAt) return;
        (anchorIsKept, anchorSource, isNew) = (false, o.Source, isNew || hasGates);
        if (count.Read(at, o.Value, out var off))
        {
            if (hasGates && !double.IsNaN(off)) drift = (at, off);
            return;
        }
        // Too far back to be put between the events in memory: the twin counts anew from its history, where this reading is the anchor.
        twin.Derive(Anchor, o.Value, at, draft, o.Source);
        twin.Reload();
    }

    /// <summary>Keeps the count, and with the first one after a reading also that reading: the count hides it.</summary>
    private void Keep(Twin twin, long at, double now, Draft draft)
    {
        if (!anchorIsKept && count.AnchoredAt is { } anchored) twin.Derive(Anchor, count.Anchor, anchored, draft, anchorSource);
        anchorIsKept = true;
        twin.Derive(Occupancy, now, at, draft);
    }

    private void SayDrift(Twin twin, Draft draft)
    {
        var (at, value) = drift;
        drift = (0, double.NaN);
        twin.Derive(Drift, value, at, draft);
        var tolerance = twin.Site.Assets.Attribute(twin.Asset, "count-tolerance");
        if (double.IsNaN(tolerance)) tolerance = Math.Max(5, 0.02 * (Capacity(twin) is var c && double.IsNaN(c) ? 0 : c));
        if (Math.Abs(value) <= tolerance) twin.Alerts.Clear(draft, "conflict:occupancy", Micros.Instant(at));
        else
            twin.Alerts.Raise(draft, AlertText.Conflict(twin.Asset, Occupancy, Severity.Minor, value, at, new(
                $"The occupancy reading and the count of entries and exits differ by {AlertText.Number(value)} cars; up to {AlertText.Number(tolerance)} are tolerated. The count goes on from the reading.",
                $"占用读数与进出计数相差 {AlertText.Number(value)} 辆，允许 {AlertText.Number(tolerance)} 辆；计数以读数为准继续。")));
    }

    private (long At, double Value)? NewestReading(Twin twin)
    {
        ref var told = ref twin.Find(Occupancy, Voice.Told);
        ref var kept = ref twin.Find(Anchor, Voice.Derived);
        anchorIsKept = !Unsafe.IsNullRef(ref kept) && (Unsafe.IsNullRef(ref told) || kept.ObservedAt >= told.ObservedAt);
        if (!anchorIsKept && Unsafe.IsNullRef(ref told)) return null;
        var row = anchorIsKept ? kept : told;
        if (anchorIsKept) twin.RestoreTold(Occupancy, row);
        anchorSource = row.Source;
        return (row.ObservedAt, row.Value);
    }

    private static long? At(Twin twin, string property)
    {
        ref var row = ref twin.Find(property, Voice.Told);
        return Unsafe.IsNullRef(ref row) ? null : row.ObservedAt;
    }
}
