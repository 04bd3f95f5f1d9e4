namespace DigitalTwin.Simulation.Loop;

/// <summary>Tables that grow by a row at a time, written and read bit by bit.</summary>
internal static class Rows
{
    /// <summary>Writes times and their rows of numbers.</summary>
    public static void Save(BinaryWriter writer, List<double> times, List<double[]> rows)
    {
        writer.Write(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            writer.Write(times[i]);
            writer.Write(rows[i].Length);
            foreach (var value in rows[i]) writer.Write(value);
        }
    }

    /// <summary>Reads what was written.</summary>
    public static void Load(BinaryReader reader, List<double> times, List<double[]> rows)
    {
        times.Clear();
        rows.Clear();
        for (var n = reader.ReadInt32(); n > 0; n--)
        {
            times.Add(reader.ReadDouble());
            var row = new double[reader.ReadInt32()];
            for (var i = 0; i < row.Length; i++) row[i] = reader.ReadDouble();
            rows.Add(row);
        }
    }

    /// <summary>A row of a layer: values in single precision, which is what maps are drawn from.</summary>
    public static float[] Single(ReadOnlySpan<double> values)
    {
        var single = new float[values.Length];
        for (var i = 0; i < single.Length; i++) single[i] = (float)values[i];
        return single;
    }

    /// <summary>Writes rows of single-precision numbers.</summary>
    public static void Save(BinaryWriter writer, List<float[]> rows)
    {
        writer.Write(rows.Count);
        foreach (var row in rows)
        {
            writer.Write(row.Length);
            foreach (var value in row) writer.Write(value);
        }
    }

    /// <summary>Reads what was written.</summary>
    public static void Load(BinaryReader reader, List<float[]> rows)
    {
        rows.Clear();
        for (var n = reader.ReadInt32(); n > 0; n--)
        {
            var row = new float[reader.ReadInt32()];
            for (var i = 0; i < row.Length; i++) row[i] = reader.ReadSingle();
            rows.Add(row);
        }
    }
}
