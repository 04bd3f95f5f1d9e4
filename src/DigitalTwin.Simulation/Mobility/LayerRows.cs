using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Results;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>Layers from rows that hold more assets than a layer shows.</summary>
internal static class LayerRows
{
    /// <summary>A layer of the picked assets.</summary>
    public static ResultLayer Layer(string name, LocalizedText title, int[] picked, Func<int, string> id, Func<int, Geometry?> geometry, params ResultField[] fields) =>
        new(name, title, [.. picked.Select(id)], [.. picked.Select(i => geometry(i)!)], fields);

    /// <summary>A field of the picked assets.</summary>
    public static ResultField Field(string name, string unit, LocalizedText title, KpiDirection worse, double[] times, List<float[]> rows, int[] picked) =>
        new(name, unit, title, times, [.. rows.Select(row => Array.ConvertAll(picked, i => row[i]))], worse);
}
