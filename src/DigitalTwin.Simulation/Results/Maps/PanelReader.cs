using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Simulation.Results.Comparing;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Results.Maps;

/// <summary>Reads a panel of maps from the packages of all runs that are compared. Variants of one map have the same assets; a run that has others is left out.</summary>
internal sealed class PanelReader(IReadOnlyList<Contender> contenders, PanelPlan whole, MapProjection projection)
{
    private PanelPlan plan = whole;
    private string[] fields = [];

    /// <summary>The panel; null when a contender has no run with its assets.</summary>
    public MapPanel? Read(ProblemList problems, CancellationToken cancellation)
    {
        var period = contenders[0].Manifest.Period;
        var first = contenders[0].Runs[0];
        if (PackageProblems.Opened(first, problems) is not { } opened) return null;
        using var package = opened;
        var assets = plan.Layers.Select(l => package.Assets(l.Name)).ToArray();
        var ids = assets.Select(a => (IReadOnlyList<string>)a.Ids).ToArray();
        var elements = MapElements.Of(plan, [.. assets.Select(a => (IReadOnlyList<Geometry?>)a.Geometries)], projection);
        var worst = contenders.SelectMany(c => c.Manifest.Layers).SelectMany(l => l.Fields).Where(f => f.Name == plan.Fields[0].Name).Select(f => f.WorstInstant).OfType<double>().Distinct();
        var frames = MapFrames.Of([.. plan.Layers.SelectMany(l => package.Instants(l.Name)).Select(i => i.At).Distinct().Order()], period, worst);
        if (elements.Count == 0 || frames.Count == 0) return null;
        plan = plan with { Fields = [.. plan.Fields.Take(MapBudget.Fields(elements.Count, frames.Count + 1, contenders.Count, plan.Width is not null))] };
        fields = [.. plan.Fields.Select(f => f.Name).Append(plan.Width).Append(plan.Size).OfType<string>().Distinct()];
        var tables = new List<IReadOnlyList<float[][][]>>();    // contender, replication, field, frame, element
        foreach (var contender in contenders)
        {
            var runs = new List<float[][][]>();
            foreach (var run in contender.Runs)
            {
                cancellation.ThrowIfCancellationRequested();
                if (run == first) runs.Add(Values(package, elements, ids, frames));
                else if (PackageProblems.Opened(run, problems) is { } other)
                    using (other)
                        if (plan.Layers.Select((l, i) => (l.Name, i)).All(l => other.Assets(l.Name).Ids.SequenceEqual(ids[l.i]))) runs.Add(Values(other, elements, ids, frames));
            }
            if (runs.Count == 0) return null;
            tables.Add(runs);
        }
        return Reckoned(elements, ids, frames, tables);
    }

    private MapPanel Reckoned(IReadOnlyList<MapElement> elements, IReadOnlyList<string>[] ids, IReadOnlyList<DateTimeOffset> frames, List<IReadOnlyList<float[][][]>> tables)
    {
        bool[] pairs = [.. contenders.Select((c, i) => c.Manifest.Seed == contenders[0].Manifest.Seed && c.Manifest.Scenario == contenders[0].Manifest.Scenario && tables[i].Count == tables[0].Count)];
        var panelFields = plan.Fields.Select((label, f) =>
        {
            var values = new ElementValues([.. tables.Select(runs => (IReadOnlyList<float[][]>)[.. runs.Select(run => run[f])])], pairs);
            var known = values.Mean.SelectMany(frame => frame).SelectMany(row => row).Where(float.IsFinite).DefaultIfEmpty(0);
            var (low, high) = ((double)known.Min(), (double)known.Max());
            return new PanelField(label, values, ColourScale.For(values.Mean.SelectMany(frame => frame).SelectMany(row => row), label.Worse),
                contenders.Count > 1 ? DifferenceScale.For(values, label.Worse) : null, low, high > low ? high : low + 1);
        }).ToArray();
        return new(plan, elements, ids, frames, panelFields, plan.Width is { } width ? Widths(tables, Array.IndexOf(fields, width)) : null, plan.Size is { } size ? Sizes(elements, tables[0][0][Array.IndexOf(fields, size)]) : null);
    }

    /// <summary>By field, frame and element; the first frame is the mean of the period.</summary>
    private float[][][] Values(RunPackage package, IReadOnlyList<MapElement> elements, IReadOnlyList<string>[] ids, IReadOnlyList<DateTimeOffset> frames)
    {
        var values = fields.Select(_ => new float[frames.Count + 1][]).ToArray();
        foreach (var table in values)
            for (var frame = 0; frame < table.Length; frame++) Array.Fill(table[frame] = new float[elements.Count], float.NaN);
        for (var l = 0; l < plan.Layers.Count; l++)
        {
            var layer = plan.Layers[l];
            var own = fields.Where(f => layer.Fields.Any(other => other.Name == f)).ToArray();
            if (own.Length == 0) continue;
            var rows = package.Instants(layer.Name).ToDictionary(i => i.At, i => i.FirstRow);
            for (var frame = 0; frame <= frames.Count; frame++)
            {
                if (frame > 0 && !rows.ContainsKey(frames[frame - 1])) continue;
                var read = frame == 0 ? package.Means(layer.Name, own, ids[l].Count) : package.At(layer.Name, own, rows[frames[frame - 1]], ids[l].Count);
                for (var f = 0; f < own.Length; f++)
                {
                    var row = values[Array.IndexOf(fields, own[f])][frame];
                    for (var e = 0; e < elements.Count; e++)
                        if (elements[e].Layer == l) row[e] = read[f][elements[e].Row];
                }
            }
        }
        foreach (var row in values.Take(plan.Fields.Count).SelectMany(table => table))
            for (var e = 0; e < elements.Count; e++)
                if (elements[e].Ends is var (first, last)) row[e] = Mean(first < 0 ? float.NaN : row[first], last < 0 ? float.NaN : row[last]);
        return values;
    }

    private static float Mean(float a, float b) => float.IsNaN(a) ? b : float.IsNaN(b) ? a : (a + b) / 2;

    /// <summary>Five widths: the root of the share of the largest flow, so that a street's area grows with what it carries.</summary>
    private static byte[][][] Widths(List<IReadOnlyList<float[][][]>> tables, int field)
    {
        var means = tables.Select(runs => Enumerable.Range(0, runs[0][field].Length).Select(frame =>
            Enumerable.Range(0, runs[0][field][frame].Length).Select(e => runs.Average(run => float.IsFinite(run[field][frame][e]) ? run[field][frame][e] : 0)).ToArray()).ToArray()).ToArray();
        var most = Math.Max(means.SelectMany(frame => frame).SelectMany(row => row).DefaultIfEmpty(0).Max(), 1e-9f);
        return [.. means.Select(contender => contender.Select(row => Array.ConvertAll(row, v => (byte)Math.Min(4, 5 * Math.Sqrt(v / most)))).ToArray())];
    }

    /// <summary>Discs whose area grows with the most spaces that there ever were.</summary>
    private static int[] Sizes(IReadOnlyList<MapElement> elements, float[][] spaces)
    {
        var most = Enumerable.Range(0, elements.Count).Select(e => spaces.Max(row => float.IsFinite(row[e]) ? row[e] : 0)).ToArray();
        var largest = Math.Max(1, most.Where((_, e) => elements[e].Shape == MapShape.Disc).DefaultIfEmpty(1).Max());
        return Array.ConvertAll(most, m => (int)Math.Round(7 + (25 * Math.Sqrt(m / largest))));
    }
}
