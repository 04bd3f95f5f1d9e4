using System.Buffers.Text;
using System.Text;

namespace DigitalTwin.Water.Epanet.Results;

/// <summary>A table of comma-separated values whose rows begin with a time and an id; numbers go straight into its buffer.</summary>
internal sealed class CsvTable : IDisposable
{
    private const int RoomForNumber = 32;

    private readonly Stream stream;
    private readonly byte[] buffer = new byte[1 << 16];
    private readonly byte[][] ids;
    private readonly byte[] time = new byte[RoomForNumber];
    private int timeLength;
    private int used;

    public CsvTable(Stream stream, string header, IReadOnlyList<string> ids)
    {
        this.stream = stream;
        this.ids = [.. ids.Select(id => Encoding.UTF8.GetBytes($",{Quoted(id)}"))];
        Add(Encoding.UTF8.GetBytes(header), comma: false);
        End();
    }

    /// <summary>Sets the time of the rows that follow, s.</summary>
    public void At(double seconds) => Utf8Formatter.TryFormat(seconds, time, out timeLength);

    /// <summary>Begins the row of an id.</summary>
    public void Begin(int id)
    {
        Add(time.AsSpan(0, timeLength), comma: false);
        Add(ids[id], comma: false);
    }

    /// <summary>Adds a number; an empty entry for NaN.</summary>
    public void Add(double value)
    {
        if (used + RoomForNumber + 1 > buffer.Length) Flush();
        buffer[used++] = (byte)',';
        if (double.IsNaN(value)) return;
        Utf8Formatter.TryFormat(value, buffer.AsSpan(used), out var written);
        used += written;
    }

    /// <summary>Adds a word.</summary>
    public void Add(byte[] word) => Add(word, comma: true);

    /// <summary>Ends the row.</summary>
    public void End() => Add("\n"u8, comma: false);

    private void Add(ReadOnlySpan<byte> bytes, bool comma)
    {
        if (used + bytes.Length + 1 > buffer.Length) Flush();
        if (comma) buffer[used++] = (byte)',';
        if (bytes.Length > buffer.Length - used)
        {
            Flush();
            stream.Write(bytes);
            return;
        }
        bytes.CopyTo(buffer.AsSpan(used));
        used += bytes.Length;
    }

    private void Flush()
    {
        stream.Write(buffer, 0, used);
        used = 0;
    }

    public void Dispose()
    {
        Flush();
        stream.Dispose();
    }

    private static string Quoted(string id) =>
        id.AsSpan().IndexOfAny(",\"\r\n") < 0 ? id : $"\"{id.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
