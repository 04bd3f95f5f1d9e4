using System.Buffers.Binary;

namespace DigitalTwin.Storage.Frames;

/// <summary>A frame's values as bytes: little-endian 32-bit floats, in chunks of <see cref="Assets"/>.</summary>
internal static class FrameChunks
{
    /// <summary>Assets in a chunk: a kilobyte, so that a chunk lies within a page and one asset's hour of minutes is some pages.</summary>
    public const int Assets = 256;

    public static int Count(int assets) => (assets + Assets - 1) / Assets;

    /// <summary>The bytes of a chunk; NaN always has the same.</summary>
    public static byte[] Pack(ReadOnlySpan<float> values)
    {
        var bytes = new byte[values.Length * sizeof(float)];
        for (var i = 0; i < values.Length; i++) BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), float.IsNaN(values[i]) ? float.NaN : values[i]);
        return bytes;
    }

    public static void Unpack(ReadOnlySpan<byte> bytes, Span<float> values)
    {
        for (var i = 0; i < bytes.Length / sizeof(float); i++) values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * sizeof(float))..]);
    }
}
