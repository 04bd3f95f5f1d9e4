using DigitalTwin.Simulation.Results.Manifests;

namespace DigitalTwin.Simulation.Results.GeoPackage;

/// <summary>
/// Writes <c>results.gpkg</c>: each layer as a table of assets and its values through time. When all values would exceed the budget, only
/// every second, third, … instant is kept, with a stride that divides the day where it can; the summary columns are of all instants.
/// </summary>
internal static class ResultsPackage
{
    // Multiples of a step that stay readable: 5 min becomes 10, 15, 20, 30 min, 1 h, 2 h, 3 h, 6 h, 12 h, 24 h.
    private static readonly int[] ReadableStrides = [1, 2, 3, 4, 6, 12, 24, 36, 72, 144, 288];

    /// <summary>Writes the file and returns how each layer is to be described in the manifest.</summary>
    public static IReadOnlyList<LayerLabel> Write(
        string path, IReadOnlyList<ResultLayer> layers, IReadOnlyList<IReadOnlyList<FieldDigest>> digests, SimulatedPeriod period, long budget, CancellationToken cancellation)
    {
        var instants = layers.Select(TimeTable.InstantsOf).ToArray();
        var stride = StrideFor(layers, instants, budget);
        var labels = new List<LayerLabel>();
        using var file = new GeoPackageFile(path, period.Start);
        LayerStyles.Create(file);
        for (var i = 0; i < layers.Count; i++)
        {
            var layer = layers[i];
            AssetTable.Write(file, layer, digests[i], period, cancellation);
            if (instants[i].Length > 0) TimeTable.Write(file, layer, instants[i], stride, period, cancellation);
            LayerStyles.Write(file, layer, digests[i], instants[i].Length > 1 ? stride * (instants[i][1] - instants[i][0]) / 60 : 0, GeoPackageFile.Instant(period.Start));
            labels.Add(new(layer.Name, layer.Title, layer.AssetIds.Count, [.. digests[i].Select(d => d.Label)], instants[i].Length, Kept(instants[i].Length, stride)));
        }
        file.Commit();
        return labels;
    }

    /// <summary>The smallest stride with which all layers together stay within the budget; at the least one instant of each is kept.</summary>
    internal static int StrideFor(IReadOnlyList<ResultLayer> layers, double[][] instants, long budget)
    {
        var most = instants.Select(i => i.Length).DefaultIfEmpty(0).Max();
        foreach (var stride in ReadableStrides)
            if (Values(stride) <= budget) return stride;
        for (var stride = 2 * ReadableStrides[^1]; stride < most; stride *= 2)
            if (Values(stride) <= budget) return stride;
        return Math.Max(1, most);

        long Values(int stride) => layers.Select((layer, i) => (long)layer.AssetIds.Count * layer.Fields.Count * Kept(instants[i].Length, stride)).Sum();
    }

    private static int Kept(int instants, int stride) => (instants + stride - 1) / stride;
}
