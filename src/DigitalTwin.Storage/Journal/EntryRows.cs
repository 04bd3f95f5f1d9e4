using System.Runtime.InteropServices;
using DigitalTwin.Storage.Auditing;
using DigitalTwin.Storage.Naming;
using DigitalTwin.Storage.Sql;
using DigitalTwin.Storage.Worlds;

namespace DigitalTwin.Storage.Journal;

/// <summary>Writes the entries of a group: observations in one sweep, then what else they bring.</summary>
internal static class EntryRows
{
    public static async Task WriteAsync(Group group, Database database, List<EntryWork> works)
    {
        var names = group.Names;
        await Numbering.WorldsAsync(group, works.Select(w => w.Entry.World)).ConfigureAwait(false);
        foreach (var work in works)
            if (!names.Worlds.ContainsKey(work.Entry.World)) work.Refusal = new WorldException($"There is no world '{work.Entry.World}'.");
        works = works.FindAll(w => w.Refusal is null);
        var observed = works.SelectMany(w => w.Entry.Observations.OrEmpty());
        await Numbering.NumberAsync(group, "property", names.Properties, observed.Select(o => o.Property)).ConfigureAwait(false);
        await Numbering.NumberAsync(group, "source", names.Sources, observed.Select(o => o.Source)).ConfigureAwait(false);
        await Numbering.TwinsAsync(group, works.Select(w => (names.Worlds[w.Entry.World], w.Entry.Asset))).ConfigureAwait(false);

        await ObservationsAsync(group, database, works).ConfigureAwait(false);
        await TwinRows.WriteAsync(group, works).ConfigureAwait(false);
        foreach (var work in works)
            if (work.Entry.Audit is { } note) await AuditChain.AddAsync(group, note, work.Entry.ArrivedAt).ConfigureAwait(false);
    }

    private static async Task ObservationsAsync(Group group, Database database, List<EntryWork> works)
    {
        var rows = new List<HistoryRow>();
        var newSeries = new List<object?[]>();
        foreach (var work in works) AddRows(group, work.Entry, rows, newSeries);
        await group.Session.InsertAsync("series", ["id", "world", "asset", "property", "strand"], newSeries, CancellationToken.None).ConfigureAwait(false);
        var isNew = new bool[rows.Count];
        if (rows.Count > 0) await database.WriteHistoryAsync(group.Session, rows, isNew, CancellationToken.None).ConfigureAwait(false);

        var growth = new Dictionary<string, WorldGrowth>(StringComparer.Ordinal);
        var next = 0;
        foreach (var work in works)
        {
            var answers = new bool[work.Entry.Observations.OrEmpty().Length];
            for (var i = 0; i < answers.Length; i++, next++)
            {
                answers[i] = isNew[next];
                if (isNew[next]) growth[work.Entry.World] = growth.GetValueOrDefault(work.Entry.World, WorldGrowth.None).WithObservation(rows[next].ObservedAt);
            }
            work.Answered(ImmutableCollectionsMarshal.AsImmutableArray(answers));
        }
        foreach (var (world, grown) in growth) await grown.WriteAsync(group, group.Names.Worlds[world]).ConfigureAwait(false);
    }

    private static void AddRows(Group group, TwinEntry entry, List<HistoryRow> rows, List<object?[]> newSeries)
    {
        if (entry.Observations.IsDefaultOrEmpty) return;
        var names = group.Names;
        var world = names.Worlds[entry.World];
        var twin = names.Twins[(world, entry.Asset)];
        var arrivedAt = Micros.Of(entry.ArrivedAt);
        foreach (var observation in entry.Observations)
        {
            var strand = Strand.Of(observation);
            var property = names.Properties[observation.Property];
            ref var series = ref twin.Series(property);
            if (series[strand] == 0)
            {
                series[strand] = group.NextId();
                newSeries.Add([series[strand], world, twin.Asset, property, (long)strand]);
            }
            var observedAt = Micros.Of(observation.ObservedAt);
            rows.Add(new(series[strand], Siblings(series, strand), observedAt, names.Sources[observation.Source], group.NextSeq(),
                arrivedAt - observedAt, Flags.Of(observation), observation.Value, observation.Text));
        }
    }

    private static long[]? Siblings(ReadOnlySpan<long> series, int strand)
    {
        var others = series.Length - series.Count(0) - 1;
        if (others == 0) return null;
        var siblings = new long[others];
        for (var i = series.Length - 1; i >= 0; i--)
            if (i != strand && series[i] != 0) siblings[--others] = series[i];
        return siblings;
    }
}
