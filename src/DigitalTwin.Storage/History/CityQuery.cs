using System.Runtime.CompilerServices;
using DigitalTwin.Storage.Sql;

namespace DigitalTwin.Storage.History;

/// <summary>Reads the newest readings of all twins, by the assets' numbers.</summary>
internal static class CityQuery
{
    /// <summary>Everything; or, when worlds are given, only assets and properties of which those worlds hold something of their own.</summary>
    public static async IAsyncEnumerable<CityRow> RunAsync(
        SqlSession session, long world, long at, IReadOnlyCollection<long>? only, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var columns = await SimulatedColumns.ReadAsync(session, world, at, cancellation).ConfigureAwait(false);
        var simulated = new Queue<(long Number, string Name)>(columns.Assets);
        CityRow? row = null;
        await foreach (var (number, asset, candidate) in KnownAsync(session, world, at, only, cancellation).ConfigureAwait(false))
        {
            if (row?.Number != number)
            {
                if (row is not null) yield return row;
                while (simulated.TryPeek(out var next) && next.Number <= number)
                {
                    simulated.Dequeue();
                    if (next.Number < number) yield return Begin(next.Number, next.Name);
                }
                row = Begin(number, asset);
            }
            row.Candidates.Add(candidate);
        }
        if (row is not null) yield return row;
        foreach (var (number, name) in simulated) yield return Begin(number, name);

        CityRow Begin(long number, string asset)
        {
            var begun = new CityRow(number, asset, []);
            columns.AddTo(begun.Candidates, number);
            return begun;
        }
    }

    private static IAsyncEnumerable<(long Number, string Asset, Candidate Candidate)> KnownAsync(
        SqlSession session, long world, long at, IReadOnlyCollection<long>? only, CancellationToken cancellation)
    {
        var dialect = session.Dialect;
        (string, object?)[] parameters = [("@world", world), ("@at", at)];
        if (only is null) return session.StreamAsync(ReadingQueries.Newest(dialect, "1 = 1") + " order by s.asset", ReadingQueries.Read, cancellation, parameters);
        var condition = $"""
            (exists (select 1 from series e where e.world in {dialect.Each("@only")} and e.asset = s.asset and e.property = s.property)
             or exists (select 1 from asset_set_member i join frame_series e on e.asset_set = i.asset_set where i.asset = s.asset and e.world in {dialect.Each("@only")} and e.property = s.property))
            """;
        return session.StreamAsync(ReadingQueries.Newest(dialect, condition) + " order by s.asset", ReadingQueries.Read, cancellation, [.. parameters, ("@only", dialect.List(only))]);
    }
}

/// <summary>All that may be the newest of a twin.</summary>
/// <param name="Number">The asset's number.</param>
/// <param name="Asset">The asset.</param>
/// <param name="Candidates">What may be the newest.</param>
internal sealed record CityRow(long Number, string Asset, List<Candidate> Candidates);
