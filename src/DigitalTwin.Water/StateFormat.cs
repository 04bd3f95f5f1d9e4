using System.Runtime.InteropServices;
using DigitalTwin.Water.Energy;

namespace DigitalTwin.Water;

/// <summary>A state as bytes: a mark, the scalars, each array with its length. Little-endian, doubles as their bits.</summary>
internal static class StateFormat
{
    private const int Mark = 0x31545357; // "WST1"

    public static void Write(WaterState state, double[][] numbers, BinaryWriter writer)
    {
        writer.Write(Mark);
        writer.Write(state.Time);
        writer.Write(state.PeakPower);
        writer.Write(state.SystemDemand);
        foreach (var array in numbers) WriteBytes<double>(writer, array);
        WriteBytes<Hydraulics.LinkStatus>(writer, state.Status);
        WriteBytes<bool>(writer, state.Locked);
        WriteBytes<PumpEnergy>(writer, state.PumpEnergy);
    }

    public static void Read(WaterState state, double[][] numbers, BinaryReader reader)
    {
        try
        {
            if (reader.ReadInt32() != Mark) throw new InvalidDataException("This is not the saved state of a water network.");
            (state.Time, state.PeakPower, state.SystemDemand) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
            foreach (var array in numbers) ReadBytes<double>(reader, array);
            ReadBytes<Hydraulics.LinkStatus>(reader, state.Status);
            ReadBytes<bool>(reader, state.Locked);
            ReadBytes<PumpEnergy>(reader, state.PumpEnergy);
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("The saved state of the water network ends early.", e);
        }
    }

    private static void WriteBytes<T>(BinaryWriter writer, T[] values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    private static void ReadBytes<T>(BinaryReader reader, T[] values)
        where T : unmanaged
    {
        var count = reader.ReadInt32();
        if (count != values.Length) throw new InvalidDataException($"The saved state is of another network: {count} values where {values.Length} belong.");
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
    }
}
