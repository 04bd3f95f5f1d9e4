using System.Runtime.InteropServices;

namespace DigitalTwin.Mobility.Parking.Facilities;

/// <summary>Arrays of values without references as bytes: their length, then their bits.</summary>
internal static class StateBytes
{
    // A length that no state has: it is a damaged stream, not a reason to ask for all memory.
    private const int Most = 1 << 28;

    public static void Write<T>(BinaryWriter writer, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values));
    }

    public static T[] Read<T>(BinaryReader reader)
        where T : unmanaged
    {
        var count = reader.ReadInt32();
        if (count is < 0 or > Most) throw new InvalidDataException($"The saved state of the parking is damaged: a list of {count} entries.");
        var bytes = reader.ReadBytes(checked(count * System.Runtime.CompilerServices.Unsafe.SizeOf<T>()));
        var values = MemoryMarshal.Cast<byte, T>(bytes).ToArray();
        return values.Length == count ? values : throw new EndOfStreamException();
    }

    public static void ReadInto<T>(BinaryReader reader, T[] values)
        where T : unmanaged
    {
        var saved = Read<T>(reader);
        if (saved.Length != values.Length) throw new InvalidDataException($"The saved state is of another parking supply: {saved.Length} values where {values.Length} belong.");
        saved.CopyTo(values, 0);
    }
}
