using System.Runtime.InteropServices;

namespace DigitalTwin.Mobility;

/// <summary>Columns as bytes: each with its length, little-endian, doubles as their bits.</summary>
internal static class StateFormat
{
    // A length that is damaged must not ask for all memory before the stream has shown so many values.
    private const int Portion = 1 << 16;

    /// <summary>Writes what follows and the version of its format: three letters and a digit.</summary>
    public static void WriteHead(BinaryWriter writer, string letters, int version) => writer.Write(Letters(letters) | (('0' + version) << 24));

    /// <summary>Reads what <see cref="WriteHead"/> wrote.</summary>
    /// <param name="reader">Reader.</param>
    /// <param name="letters">Three letters.</param>
    /// <param name="version">The version that is read, 1 to 9; higher whenever what is written changes.</param>
    /// <param name="what">What it is, in words.</param>
    /// <exception cref="InvalidDataException">It is something else, or of another version.</exception>
    public static void ReadHead(BinaryReader reader, string letters, int version, string what)
    {
        var found = reader.ReadInt32();
        if ((found & 0xFFFFFF) != Letters(letters)) throw new InvalidDataException($"This is not the saved state of {what}.");
        var written = (found >> 24) - '0';
        if (written != version) throw new InvalidDataException($"The saved state of {what} is of version {written} of its format; this program reads version {version}. A run goes on with the program that began it, or begins anew.");
    }

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

    /// <summary>Writes a part of a column, as a column.</summary>
    public static void Write<T>(BinaryWriter writer, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values));
    }

    /// <summary>Reads a column into its first places.</summary>
    /// <exception cref="InvalidDataException">Another number of values was written.</exception>
    public static void Read<T>(BinaryReader reader, T[] values, int count)
        where T : unmanaged
    {
        var found = reader.ReadInt32();
        if (found != count) throw new InvalidDataException($"The saved state is of other roads or parking: {found} values where {count} belong.");
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
        if (count < 0) throw new InvalidDataException($"The saved state is damaged: a list of {count} values.");
        var values = new T[Math.Min(count, Portion)];
        for (var read = 0; ;)
        {
            Fill(reader, MemoryMarshal.AsBytes(values.AsSpan(read)));
            if (values.Length == count) return values;
            read = values.Length;
            Array.Resize(ref values, (int)Math.Min(count, 2L * read));
        }
    }

    /// <summary>Reads values into all places of an array.</summary>
    public static void Fill<T>(BinaryReader reader, T[] values)
        where T : unmanaged => Fill(reader, MemoryMarshal.AsBytes(values.AsSpan()));

    private static int Letters(string letters) => letters[0] | (letters[1] << 8) | (letters[2] << 16);

    private static void Fill(BinaryReader reader, Span<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var read = reader.Read(bytes[at..]);
            if (read == 0) throw new InvalidDataException("The saved state ends early.");
            at += read;
        }
    }
}
