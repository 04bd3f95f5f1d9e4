using System.Runtime.CompilerServices;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Storage.Sql;
using DigitalTwin.Storage.Worlds;

namespace DigitalTwin.Storage.History;

/// <summary>
/// What differs between two worlds. Where one descends from the other, that is what the descendant has changed: properties whose standing reading is its own, not what the ancestor has
/// learnt since. Otherwise everything that does not stand alike in both; what both share with the same bounds is not read.
/// </summary>
internal static class DifferenceQuery
{
    public static async IAsyncEnumerable<Difference> RunAsync(SqlSession first, SqlSession second, WorldMoment left, WorldMoment right, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var leftWorld = (await WorldRows.TheAsync(first, left.World, cancellation).ConfigureAwait(false)).Id;
        var rightWorld = (await WorldRows.TheAsync(first, right.World, cancellation).ConfigureAwait(false)).Id;
        var leftChain = await LinksAsync(first, leftWorld, left.At, cancellation).ConfigureAwait(false);
        var rightChain = await LinksAsync(first, rightWorld, right.At, cancellation).ConfigureAwait(false);
        var leftIn = rightChain.FindIndex(l => l.World == leftWorld);
        var rightIn = leftChain.FindIndex(l => l.World == rightWorld);
        List<long>? only = leftIn > 0 ? [.. rightChain.Take(leftIn).Select(l => l.World)]
            : rightIn > 0 ? [.. leftChain.Take(rightIn).Select(l => l.World)]
            : leftIn == 0 ? null
            : [.. leftChain.Except(rightChain).Concat(rightChain.Except(leftChain)).Select(l => l.World).Distinct()];

        await foreach (var (one, other) in Pairs(
            CityQuery.RunAsync(first, leftWorld, Micros.OrMost(left.At), only, cancellation),
            CityQuery.RunAsync(second, rightWorld, Micros.OrMost(right.At), only, cancellation), cancellation).ConfigureAwait(false))
        {
            var asset = (one ?? other)!.Asset;
            var leftOnes = Candidate.ChooseOne(one?.Candidates ?? []);
            var rightOnes = Candidate.ChooseOne(other?.Candidates ?? []);
            foreach (var property in leftOnes.Keys.Union(rightOnes.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                Candidate? l = leftOnes.TryGetValue(property, out var lv) ? lv : null, r = rightOnes.TryGetValue(property, out var rv) ? rv : null;
                var shared = (leftIn > 0 && !(r?.Depth < leftIn)) || (rightIn > 0 && !(l?.Depth < rightIn));
                if (!shared && !Alike(l?.Reading, r?.Reading)) yield return new(asset, property, l?.Reading, r?.Reading);
            }
        }
    }

    private static bool Alike(Reading? left, Reading? right) =>
        left is not null && right is not null && left.Value.Equals(right.Value) && string.Equals(left.Text, right.Text, StringComparison.Ordinal);

    private static Task<List<(long World, long Until, long UpTo)>> LinksAsync(SqlSession session, long world, DateTimeOffset? at, CancellationToken cancellation) =>
        session.RowsAsync(Chain.With(session.Dialect) + "select id, until_at, up_to from chain order by depth", r => (r.GetInt64(0), r.GetInt64(1), r.GetInt64(2)),
            cancellation, ("@world", world), ("@at", Micros.OrMost(at)));

    /// <summary>Rows of the same asset together; both sides come by the assets' numbers.</summary>
    private static async IAsyncEnumerable<(CityRow? Left, CityRow? Right)> Pairs(IAsyncEnumerable<CityRow> left, IAsyncEnumerable<CityRow> right, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var l = left.GetAsyncEnumerator(cancellation);
        await using var leftEnd = l.ConfigureAwait(false);
        var r = right.GetAsyncEnumerator(cancellation);
        await using var rightEnd = r.ConfigureAwait(false);
        var (hasLeft, hasRight) = (await l.MoveNextAsync().ConfigureAwait(false), await r.MoveNextAsync().ConfigureAwait(false));
        while (hasLeft || hasRight)
        {
            var order = !hasLeft ? 1 : !hasRight ? -1 : l.Current.Number.CompareTo(r.Current.Number);
            yield return (order <= 0 ? l.Current : null, order >= 0 ? r.Current : null);
            if (order <= 0) hasLeft = await l.MoveNextAsync().ConfigureAwait(false);
            if (order >= 0) hasRight = await r.MoveNextAsync().ConfigureAwait(false);
        }
    }
}
