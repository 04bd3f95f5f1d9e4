namespace DigitalTwin.Benchmarks.Traffic;

/// <summary>Draws items in proportion to their weights.</summary>
internal sealed class WeightedChoice
{
    private readonly int[] items;
    private readonly double[] upTo;

    public WeightedChoice(int[] items, Func<int, double> weight)
    {
        (this.items, upTo) = (items, new double[items.Length]);
        var sum = 0.0;
        for (var i = 0; i < items.Length; i++) upTo[i] = sum += weight(items[i]);
    }

    /// <summary>The item of a number that is uniform on [0, 1).</summary>
    public int Draw(double uniform)
    {
        var at = Array.BinarySearch(upTo, uniform * upTo[^1]);
        return items[Math.Min(at >= 0 ? at + 1 : ~at, items.Length - 1)];
    }
}
