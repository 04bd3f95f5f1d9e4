namespace DigitalTwin.Numerics.Sparse;

/// <content>The lists of elements and variables, in one array without holes of their own.</content>
internal sealed partial class MinimumDegree
{
    private const int Gone = -1;

    private readonly int[] store;

    // Where the list of a variable or an element begins, Gone when it has none any more. A variable's list names its elements first.
    private readonly int[] start;
    private readonly int[] length;
    private readonly int[] elements;
    private int free;
    private int front;
    private bool ownsEnd;

    // The pivot becomes an element: the variables of its elements, which it absorbs, and its own. 
    private void FormElement(int pivot)
    {
        var absorbed = elements[pivot];
        if (absorbed > 0 && free + degree[pivot] > store.Length) Compact();
        weight[pivot] = 0;
        front = 0;
        ownsEnd = absorbed > 0;
        // Without elements to absorb the new list is no longer than the old and takes its place.
        var begin = ownsEnd ? free : start[pivot];
        var (end, own) = (begin, start[pivot]);
        for (var k = 0; k < absorbed; k++)
        {
            var element = store[own++];
            end = Enter(start[element], length[element], end);
            (start[element], seen[element]) = (Gone, 0);
        }
        end = Enter(own, length[pivot] - absorbed, end);
        if (ownsEnd) free = end;
        (start[pivot], length[pivot], elements[pivot], degree[pivot]) = (begin, end - begin, 0, front);
    }

    private int Enter(int from, int many, int end)
    {
        for (var q = from; q < from + many; q++)
        {
            var v = store[q];
            if (weight[v] <= 0) continue;
            front += weight[v];
            weight[v] = -weight[v];
            store[end++] = v;
        }
        return end;
    }

    // The element keeps the variables that remain, which queue by their new degrees.
    private void CloseElement(int pivot)
    {
        var (begin, end) = (start[pivot], start[pivot]);
        for (var q = begin; q < begin + length[pivot]; q++)
        {
            var v = store[q];
            if (weight[v] == 0) continue;
            weight[v] = -weight[v];
            degree[v] = Math.Min(degree[v] + front, count - eliminated) - weight[v];
            queue.Move(v, degree[v]);
            store[end++] = v;
        }
        (length[pivot], degree[pivot], seen[pivot]) = (end - begin, front, 1);
        if (ownsEnd) free = end;
        if (end == begin) (start[pivot], seen[pivot]) = (Gone, 0);
    }

    // Moves the lists that are still in use together. Each is marked by its owner in place of its first entry meanwhile.
    private void Compact()
    {
        for (var v = 0; v < count; v++)
        {
            if (start[v] < 0 || length[v] == 0) continue;
            (start[v], store[start[v]]) = (store[start[v]], ~v);
        }
        var to = 0;
        for (var from = 0; from < free;)
        {
            var owner = ~store[from++];
            if (owner < 0) continue;
            store[to] = start[owner];
            start[owner] = to++;
            for (var k = 1; k < length[owner]; k++) store[to++] = store[from++];
        }
        free = to;
    }
}
