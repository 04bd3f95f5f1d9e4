namespace DigitalTwin.Numerics.Sparse;

/// <content>Where the products of the factorisation go.</content>
public sealed partial class FactorPlan
{
    /// <summary>Fewer scattered products than this are listed one by one, more by runs.</summary>
    internal const int ManyProducts = 16;

    // The products of an entry go to the column that its row is. Columns are taken in turn; each knows those before it that have their next entry in its row.
    private int[] PlanProducts()
    {
        var scatter = new List<int>();
        var placeOfRow = new int[RowCount];
        var next = ColumnStart.AsSpan(0, RowCount).ToArray();
        var (waiting, after) = (new int[RowCount], new int[RowCount]);
        Array.Fill(waiting, -1);
        for (var column = 0; column < RowCount; column++)
        {
            if (waiting[column] >= 0)
            {
                for (var e = ColumnStart[column]; e < ColumnStart[column + 1]; e++) placeOfRow[EntryRow[e]] = e;
            }
            for (int user = waiting[column], following; user >= 0; user = following)
            {
                following = after[user];
                var later = EntryRow.AsSpan(next[user] + 1, ColumnStart[user + 1] - next[user] - 1);
                if (later.Length > 0) Target[next[user]] = Destination(later, placeOfRow, scatter);
                next[user]++;
                Wait(user);
            }
            if (!IsWithinParent(column)) Wait(column);
        }
        for (var column = RowCount - 1; column >= 0; column--)
        {
            if (IsWithinParent(column)) FollowParent(column);
        }
        return [.. scatter];

        void Wait(int user)
        {
            if (next[user] >= ColumnStart[user + 1]) return;
            var row = EntryRow[next[user]];
            (after[user], waiting[row]) = (waiting[row], user);
        }
    }

    // Whether a column is its parent's and the parent itself, as columns that descend from one clique are.
    private bool IsWithinParent(int column)
    {
        var (begin, end) = (ColumnStart[column], ColumnStart[column + 1]);
        return end > begin && ColumnStart[EntryRow[begin] + 1] - ColumnStart[EntryRow[begin]] == end - begin - 1;
    }

    // Then its products go where the parent's go, save those of its first entry, which fall on the parent.
    private void FollowParent(int column)
    {
        var (begin, parent) = (ColumnStart[column], ColumnStart[EntryRow[ColumnStart[column]]]);
        var rest = ColumnStart[column + 1] - begin - 1;
        Target[begin] = rest > 0 ? parent : 0;
        Target.AsSpan(parent, rest).CopyTo(Target.AsSpan(begin + 1));
    }

    private static int Destination(ReadOnlySpan<int> rows, int[] placeOfRow, List<int> scatter)
    {
        var first = placeOfRow[rows[0]];
        if (RunLength(rows, placeOfRow) == rows.Length) return first;
        var begin = scatter.Count;
        if (rows.Length < ManyProducts)
        {
            foreach (var row in rows) scatter.Add(placeOfRow[row]);
            return ~begin;
        }
        while (rows.Length > 0)
        {
            var run = RunLength(rows, placeOfRow);
            scatter.Add(placeOfRow[rows[0]]);
            scatter.Add(run);
            rows = rows[run..];
        }
        return ~begin;
    }

    // How many of the rows, from the first on, have consecutive places.
    private static int RunLength(ReadOnlySpan<int> rows, int[] placeOfRow)
    {
        var first = placeOfRow[rows[0]];
        var run = 1;
        while (run < rows.Length && placeOfRow[rows[run]] == first + run) run++;
        return run;
    }
}
