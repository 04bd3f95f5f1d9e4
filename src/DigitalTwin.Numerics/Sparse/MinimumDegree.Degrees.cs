namespace DigitalTwin.Numerics.Sparse;

/// <content>What a new element changes at the variables in it: their lists, the bounds of their degrees, and which of them are the same.</content>
internal sealed partial class MinimumDegree
{
    // 0 for an element that is gone. From the stamp on: the stamp plus the vertices that an element has outside the newest; or the stamp, for what is in a list.
    private readonly long[] seen;
    private long stamp = 1;

    private readonly int[] hash;
    private readonly int[] firstOfHash;
    private readonly int[] sameHash;

    private void CountOutside(int pivot)
    {
        stamp += count + 1;
        for (var q = start[pivot]; q < start[pivot] + length[pivot]; q++)
        {
            var v = store[q];
            for (var k = start[v]; k < start[v] + elements[v]; k++)
            {
                var element = store[k];
                if (seen[element] >= stamp) seen[element] += weight[v];
                else if (seen[element] != 0) seen[element] = stamp + degree[element] + weight[v];
            }
        }
    }

    private void UpdateMembers(int pivot)
    {
        for (var q = start[pivot]; q < start[pivot] + length[pivot]; q++)
        {
            var v = store[q];
            var (outside, sum) = PruneElements(v, out var kept);
            (outside, sum) = PruneEdges(v, kept, outside, sum, out var end);
            if (outside == 0)
            {
                // Nothing but the new element reaches it: it can go at once, without fill.
                front += weight[v];
                eliminated -= weight[v];
                Follow(pivot, v);
                continue;
            }
            // The new element comes first. There is room for it: the pivot or an element that it absorbed has left the list.
            degree[v] = Math.Min(degree[v], outside);
            (store[end], store[kept], store[start[v]]) = (store[kept], store[start[v]], pivot);
            (elements[v], length[v]) = (kept - start[v] + 1, end - start[v] + 1);
            hash[v] = (int)(sum % (uint)count);
            (sameHash[v], firstOfHash[hash[v]]) = (firstOfHash[hash[v]], v);
        }
    }

    // Drops a variable's elements that are gone or lie within the newest; returns what the others reach outside it, and a sum of their numbers.
    private (int Outside, uint Sum) PruneElements(int v, out int end)
    {
        var (outside, sum) = (0, 0u);
        end = start[v];
        for (var k = start[v]; k < start[v] + elements[v]; k++)
        {
            var element = store[k];
            if (seen[element] == 0) continue;
            var reach = (int)(seen[element] - stamp);
            if (reach == 0)
            {
                (start[element], seen[element]) = (Gone, 0);
                continue;
            }
            outside += reach;
            sum += (uint)element;
            store[end++] = element;
        }
        return (outside, sum);
    }

    // Drops a variable's edges that the newest element covers or whose other end is gone.
    private (int Outside, uint Sum) PruneEdges(int v, int from, int outside, uint sum, out int end)
    {
        end = from;
        for (var k = start[v] + elements[v]; k < start[v] + length[v]; k++)
        {
            var other = store[k];
            if (weight[other] <= 0) continue;
            outside += weight[other];
            sum += (uint)other;
            store[end++] = other;
        }
        return (outside, sum);
    }

    private void MergeTwins(int pivot)
    {
        stamp += count + 1;
        for (var q = start[pivot]; q < start[pivot] + length[pivot]; q++)
        {
            if (weight[store[q]] == 0) continue;
            var v = firstOfHash[hash[store[q]]];
            firstOfHash[hash[store[q]]] = -1;
            for (; v >= 0 && sameHash[v] >= 0; v = sameHash[v], stamp++) MergeTwinsOf(v);
        }
    }

    private void MergeTwinsOf(int v)
    {
        for (var k = start[v] + 1; k < start[v] + length[v]; k++) seen[store[k]] = stamp;
        var before = v;
        for (var other = sameHash[v]; other >= 0; other = sameHash[other])
        {
            if (!IsTwin(v, other))
            {
                before = other;
                continue;
            }
            weight[v] += weight[other];
            Follow(v, other);
            sameHash[before] = sameHash[other];
        }
    }

    // The first entry of both lists is the newest element.
    private bool IsTwin(int v, int other)
    {
        if (length[other] != length[v] || elements[other] != elements[v]) return false;
        for (var k = start[other] + 1; k < start[other] + length[other]; k++)
        {
            if (seen[store[k]] != stamp) return false;
        }
        return true;
    }
}
