using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>
/// What drivers who parked at each facility, or for each destination, met since the last recorded instant, and the rows of a layer that come of it: how far they walk, what share of their way they
/// searched. A row is not known where nobody parked.
/// </summary>
internal sealed class SearchSums(int count)
{
    private readonly double[] parked = new double[count], search = new double[count], way = new double[count], walk = new double[count];

    /// <summary>Metres walked from the space to the destination, mean; by recorded instant.</summary>
    public List<float[]> Walk { get; } = [];

    /// <summary>Share of the time on the way that was spent searching, %; by recorded instant.</summary>
    public List<float[]> SearchShare { get; } = [];

    /// <summary>Search time, mean, s; by recorded instant.</summary>
    public List<float[]> SearchTime { get; } = [];

    public void Add(ReadOnlySpan<double> parkedNow, ReadOnlySpan<double> searchNow, ReadOnlySpan<double> wayNow, ReadOnlySpan<double> walkNow)
    {
        for (var i = 0; i < parked.Length; i++)
        {
            parked[i] += parkedNow[i];
            search[i] += searchNow[i];
            way[i] += wayNow[i];
            walk[i] += walkNow[i];
        }
    }

    /// <summary>Ends a row and begins the next.</summary>
    public void Record()
    {
        Walk.Add(Row(walk, parked, 1));
        SearchShare.Add(Row(search, way, 100));
        SearchTime.Add(Row(search, parked, 1));
        foreach (var sums in (double[][])[parked, search, way, walk]) Array.Clear(sums);
    }

    public void Save(BinaryWriter writer)
    {
        foreach (var sums in (double[][])[parked, search, way, walk])
            foreach (var sum in sums) writer.Write(sum);
        foreach (var rows in (List<float[]>[])[Walk, SearchShare, SearchTime]) Rows.Save(writer, rows);
    }

    public void Load(BinaryReader reader)
    {
        foreach (var sums in (double[][])[parked, search, way, walk])
            for (var i = 0; i < sums.Length; i++) sums[i] = reader.ReadDouble();
        foreach (var rows in (List<float[]>[])[Walk, SearchShare, SearchTime]) Rows.Load(reader, rows);
    }

    private float[] Row(double[] sums, double[] over, double times)
    {
        var row = new float[sums.Length];
        for (var i = 0; i < row.Length; i++) row[i] = parked[i] > 0 && over[i] > 0 ? (float)(times * sums[i] / over[i]) : float.NaN;
        return row;
    }
}
