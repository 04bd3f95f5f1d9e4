using System.Runtime.InteropServices;

namespace DigitalTwin.Mobility.Traffic;

/// <summary>Columns as bytes: each with its length, little-endian, doubles as their bits.</summary>
internal static class StateFormat
{
    /// <summary>Writes the first <paramref name="count"/> values of a column.</summary>
    public static void Write<T>(BinaryWriter writer, T[] values, int count)
        where T : unmanaged
    {
        writer.Write(count);
        writer.Write(MemoryMarshal.AsBytes(values.AsSpan(0, count)));
    }

    /// <summary>Writes a column.</summary>
    public static void Write<T>(BinaryWriter writer, T[] values)
        where T : unmanaged => Write(writer, values, values.Length);

    /// <summary>Reads a column into its first places.</summary>
    /// <exception cref="InvalidDataException">Another number of values was written.</exception>
    public static void Read<T>(BinaryReader reader, T[] values, int count)
        where T : unmanaged
    {
        var found = reader.ReadInt32();
        if (found != count) throw new InvalidDataException($"The saved state is of another city: {found} values where {count} belong.");
        Fill(reader, MemoryMarshal.AsBytes(values.AsSpan(0, count)));
    }

    /// <summary>Reads a column.</summary>
    public static void Read<T>(BinaryReader reader, T[] values)
        where T : unmanaged => Read(reader, values, values.Length);

    /// <summary>Reads a column of a length that is only known now.</summary>
    public static T[] Read<T>(BinaryReader reader)
        where T : unmanaged
    {
        var count = reader.ReadInt32();
        if (count < 0) throw new InvalidDataException("The saved state of the traffic is damaged.");
        var values = new T[count];
        Fill(reader, MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    /// <summary>Reads values into all places of an array.</summary>
    public static void Fill<T>(BinaryReader reader, T[] values)
        where T : unmanaged => Fill(reader, MemoryMarshal.AsBytes(values.AsSpan()));

    private static void Fill(BinaryReader reader, Span<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var read = reader.Read(bytes[at..]);
            if (read == 0) throw new InvalidDataException("The saved state of the traffic ends early.");
            at += read;
        }
    }
}
