namespace DigitalTwin.Buildings.Records;

/// <summary>
/// Makes one record of all that several sources say of a building. Sources are taken in their order: a record joins a building that is already there by its id, by a code, or by its place,
/// else it is a building of its own, whose id stays. Of values that differ the one of the better rank is kept and the conflict is told.
/// </summary>
public static class RecordMerge
{
    /// <summary>Merges; the result is in the order in which buildings are first named.</summary>
    public static (IReadOnlyList<BuildingRecord> Records, MergeReport Report) Merge(IReadOnlyList<RecordSource> sources, MergeOptions options)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(options);
        if (sources.Count == 1) return (sources[0].Records, MergeReport.None);
        var (buildings, matches) = (new List<List<(RecordSource Source, BuildingRecord Record)>>(), new List<RecordMatch>());
        foreach (var source in sources)
        {
            // What a source says of itself never meets: its records only join buildings of the sources before.
            var finder = new RecordFinder([.. buildings.Select(b => b.Select(r => r.Record).ToArray())], options);
            foreach (var record in source.Records)
            {
                var (found, by) = finder.Find(record);
                if (found < 0)
                {
                    buildings.Add([(source, record)]);
                    continue;
                }
                matches.Add(new(buildings[found][0].Record.Id, source.Name, record.Id, by));
                buildings[found].Add((source, record));
            }
        }
        var conflicts = new List<RecordConflict>();
        var merged = buildings.ConvertAll(b => b.Count == 1 ? b[0].Record : new MergedRecord(b[0].Record.Id, [.. b.OrderBy(r => r.Source.Rank).Select(r => r.Record)], options, conflicts).Record);
        return (merged, new(matches, conflicts));
    }
}
