namespace DigitalTwin.Simulation.Mobility;

/// <summary>A quantity that flows, summed from one recorded instant to the next, so that the rows of a layer add up to the whole of the period.</summary>
internal sealed class StepSums(int count)
{
    private readonly double[] sums = new double[count];

    /// <summary>The sums, by recorded instant.</summary>
    public List<float[]> Rows { get; } = [];

    public void Add(ReadOnlySpan<double> values)
    {
        for (var i = 0; i < sums.Length; i++) sums[i] += values[i];
    }

    /// <summary>Ends a row and begins the next.</summary>
    public void Record()
    {
        Rows.Add(Loop.Rows.Single(sums));
        Array.Clear(sums);
    }

    public void Save(BinaryWriter writer)
    {
        foreach (var sum in sums) writer.Write(sum);
        Loop.Rows.Save(writer, Rows);
    }

    public void Load(BinaryReader reader)
    {
        for (var i = 0; i < sums.Length; i++) sums[i] = reader.ReadDouble();
        Loop.Rows.Load(reader, Rows);
    }
}
