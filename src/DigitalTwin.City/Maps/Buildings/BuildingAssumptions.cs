using System.Globalization;
using DigitalTwin.Buildings.Archetypes;
using DigitalTwin.Buildings.Records;

namespace DigitalTwin.Cities.Maps.Buildings;

/// <summary>What is taken for granted of buildings whose records are silent.</summary>
public static class BuildingAssumptions
{
    /// <summary>A sentence for each thing that records do not say, with how many of them.</summary>
    /// <param name="records">Records.</param>
    /// <param name="context">What completes them.</param>
    /// <param name="yearHint">Where another year can be said, as in sentences; empty for nothing.</param>
    public static IEnumerable<string> Of(IReadOnlyList<BuildingRecord> records, CompletionContext context, string yearHint = "")
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(context);
        (int Count, string What)[] silent =
        [
            (records.Count(r => r.Year is null), $"no year; {context.DefaultYear} is taken{yearHint}"),
            (records.Count(r => r.Use is null), "no use; they are taken as 'other'"),
            (records.Count(r => r.Height is null && r.Storeys is null && r.Surfaces.Count == 0), "neither a height nor storeys; those are their archetype's or follow from floor area"),
        ];
        foreach (var (count, what) in silent)
            if (count > 0) yield return string.Create(CultureInfo.InvariantCulture, $"{count:N0} of {records.Count:N0} buildings have {what}.");
    }
}
