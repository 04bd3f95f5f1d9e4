using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace DigitalTwin.Grains.Worlds.Copies;

/// <summary>A matrix of 32-bit floats in the format of NumPy (NEP 1, version 1.0): rows are appended, the header says at the end how many there are.</summary>
internal sealed class NpyFile : IDisposable
{
    private const int HeaderLength = 128;
    private static readonly byte[] Magic = [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0];

    private readonly FileStream stream;
    private readonly int columns;

    private NpyFile(FileStream stream, int columns) => (this.stream, this.columns) = (stream, columns);

    public int Rows { get; private set; }

    public static NpyFile Create(string path, int columns)
    {
        var file = new NpyFile(new FileStream(path, FileMode.CreateNew), columns);
        file.stream.Write(Header(0, columns));
        return file;
    }

    public void Append(ReadOnlySpan<float> row)
    {
        if (BitConverter.IsLittleEndian) stream.Write(MemoryMarshal.AsBytes(row));
        else
        {
            Span<byte> bytes = stackalloc byte[4];
            foreach (var value in row)
            {
                BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
                stream.Write(bytes);
            }
        }
        Rows++;
    }

    public void Dispose()
    {
        stream.Position = 0;
        stream.Write(Header(Rows, columns));
        stream.Dispose();
    }

    /// <summary>One row of a file that this class wrote; null, with a sentence, when there is no such row.</summary>
    public static float[]? Row(FileStream stream, int row, int columns, out string? mistake)
    {
        var header = new byte[HeaderLength];
        stream.Position = 0;
        stream.ReadExactly(header);
        var rows = (stream.Length - HeaderLength) / Math.Max(1L, 4L * columns);
        mistake = !header.AsSpan().SequenceEqual(Header((int)rows, columns)) ? $"It is no matrix of {columns} columns of little-endian floats as NumPy writes them."
            : row < 0 || row >= rows ? $"It has {rows} rows; row {row} is asked for." : null;
        if (mistake is not null) return null;
        var (bytes, values) = (new byte[4 * columns], new float[columns]);
        stream.Position = HeaderLength + (long)row * bytes.Length;
        stream.ReadExactly(bytes);
        for (var i = 0; i < columns; i++) values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(4 * i));
        return values;
    }

    private static byte[] Header(int rows, int columns)
    {
        var header = new byte[HeaderLength];
        Array.Fill(header, (byte)' ');
        Magic.CopyTo(header, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), HeaderLength - 10);
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({rows}, {columns}), }}"), header.AsSpan(10));
        header[^1] = (byte)'\n';
        return header;
    }
}
