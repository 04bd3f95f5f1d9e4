namespace DigitalTwin.Simulation.Loop;

/// <summary>Between things that write themselves and the bytes they write.</summary>
public static class Bytes
{
    /// <summary>What a thing writes.</summary>
    public static byte[] Of(Action<BinaryWriter> save)
    {
        ArgumentNullException.ThrowIfNull(save);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        save(writer);
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Lets a thing read what it wrote.</summary>
    public static void Read(byte[] bytes, Action<BinaryReader> load)
    {
        ArgumentNullException.ThrowIfNull(load);
        using var reader = new BinaryReader(new MemoryStream(bytes));
        load(reader);
    }
}
