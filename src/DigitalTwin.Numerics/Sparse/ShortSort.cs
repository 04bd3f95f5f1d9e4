namespace DigitalTwin.Numerics.Sparse;

/// <summary>Sorting of the very short lists that patterns of networks are made of.</summary>
internal static class ShortSort
{
    /// <summary>Sorts ascending: by insertion while that is quickest.</summary>
    public static void Sort(Span<int> values)
    {
        if (values.Length > 24)
        {
            values.Sort();
            return;
        }
        for (var i = 1; i < values.Length; i++)
        {
            var value = values[i];
            var j = i - 1;
            for (; j >= 0 && values[j] > value; j--) values[j + 1] = values[j];
            values[j + 1] = value;
        }
    }
}
