using System.Collections.Immutable;
using DigitalTwin.Grains.Contracts.Twins;

namespace DigitalTwin.Storage.History;

/// <summary>
/// A reading with what decides between two of the same property: the newer instant; of the same instant the nearer world; in one world what was told over what a frame has (and of
/// two that were told, which the query has decided, the later arrival).
/// </summary>
/// <param name="Simulated">Whether it is simulated.</param>
/// <param name="InFrame">Whether it is from a frame.</param>
/// <param name="Depth">How far up the world it is from lies: 0 for the world itself.</param>
/// <param name="At">Its instant, microseconds.</param>
/// <param name="Reading">The reading.</param>
internal readonly record struct Candidate(bool Simulated, bool InFrame, int Depth, long At, Reading Reading)
{
    /// <summary>The readings that stand, by property: those that are known, and those that are simulated.</summary>
    public static (ImmutableArray<Reading> Observed, ImmutableArray<Reading> Simulated) Choose(List<Candidate> candidates)
    {
        var chosen = new SortedDictionary<string, (Candidate? Known, Candidate? Simulated)>(StringComparer.Ordinal);
        foreach (var candidate in candidates)
        {
            var (known, simulated) = chosen.GetValueOrDefault(candidate.Reading.Property);
            if (candidate.Simulated) simulated = Better(candidate, simulated);
            else known = Better(candidate, known);
            chosen[candidate.Reading.Property] = (known, simulated);
        }
        return ([.. chosen.Values.Where(c => c.Known is not null).Select(c => c.Known!.Value.Reading)],
            [.. chosen.Values.Where(c => c.Simulated is not null).Select(c => c.Simulated!.Value.Reading)]);
    }

    /// <summary>The one reading of a property that stands; what is known stands against what is simulated when instant and world are the same.</summary>
    public static SortedDictionary<string, Candidate> ChooseOne(List<Candidate> candidates)
    {
        var chosen = new SortedDictionary<string, Candidate>(StringComparer.Ordinal);
        foreach (var candidate in candidates.OrderBy(c => c.Simulated))
            chosen[candidate.Reading.Property] = Better(candidate, chosen.TryGetValue(candidate.Reading.Property, out var other) ? other : null);
        return chosen;
    }

    private static Candidate Better(Candidate candidate, Candidate? other) =>
        other is { } o && (o.At, -o.Depth, !o.InFrame).CompareTo((candidate.At, -candidate.Depth, !candidate.InFrame)) >= 0 ? o : candidate;
}
