using System.Security.Cryptography;
using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Starting;

/// <summary>The bytes of a starting point: a name of the format, each text once in a table, the readings, and a SHA-256 over all of it behind.</summary>
internal static class StartingBytes
{
    private const string Magic = "DigitalTwin start 1";
    private const int LeastPerReading = 4 * sizeof(int) + sizeof(double) + sizeof(long) + 2;

    public static byte[] Write(StartingPoint start)
    {
        var texts = new List<string>();
        var number = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var reading in start.Readings)
            foreach (var text in (string[])[reading.Asset, reading.Property, reading.Source, reading.Text ?? ""])
                if (number.TryAdd(text, texts.Count)) texts.Add(text);
        var body = Bytes.Of(writer =>
        {
            writer.Write(Magic);
            writer.Write(start.World);
            writer.Write(start.Map);
            writer.Write(start.Instant.UtcTicks);
            writer.Write(texts.Count);
            foreach (var text in texts) writer.Write(text);
            writer.Write(start.Readings.Count);
            foreach (var reading in start.Readings)
            {
                writer.Write(number[reading.Asset]);
                writer.Write(number[reading.Property]);
                writer.Write(number[reading.Source]);
                writer.Write(reading.Text is null ? -1 : number[reading.Text]);
                writer.Write(reading.Value);
                writer.Write(reading.ObservedAt.UtcTicks);
                writer.Write((byte)reading.Quality);
                writer.Write((byte)reading.Origin);
            }
        });
        return [.. body, .. SHA256.HashData(body)];
    }

    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static (string World, string Map, DateTimeOffset Instant, StartingReading[] Readings) Read(ReadOnlySpan<byte> bytes)
    {
        var length = bytes.Length - SHA256.HashSizeInBytes;
        if (length <= 0 || !SHA256.HashData(bytes[..length]).AsSpan().SequenceEqual(bytes[length..]))
            throw new InvalidDataException("These are not the bytes of a starting point, or not all of them: their checksum does not agree.");
        using var reader = new BinaryReader(new MemoryStream(bytes[..length].ToArray()));
        try
        {
            if (reader.ReadString() != Magic) throw new InvalidDataException("These are the bytes of something other than a starting point of this version.");
            var (world, map, instant) = (reader.ReadString(), reader.ReadString(), new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero));
            var texts = new string[Count(reader, 1)];
            for (var i = 0; i < texts.Length; i++) texts[i] = reader.ReadString();
            var readings = new StartingReading[Count(reader, LeastPerReading)];
            for (var i = 0; i < readings.Length; i++)
            {
                var (asset, property, source, text) = (texts[reader.ReadInt32()], texts[reader.ReadInt32()], texts[reader.ReadInt32()], reader.ReadInt32());
                readings[i] = new(
                    asset, property, reader.ReadDouble(), text < 0 ? null : texts[text], new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero),
                    (ReadingQuality)reader.ReadByte(), source, (ReadingOrigin)reader.ReadByte());
            }
            return (world, map, instant, readings);
        }
        catch (Exception e) when (e is EndOfStreamException or IndexOutOfRangeException or ArgumentOutOfRangeException or FormatException)
        {
            throw new InvalidDataException("The bytes of the starting point contradict themselves.", e);
        }
    }

    private static int Count(BinaryReader reader, int leastEach)
    {
        var count = reader.ReadInt32();
        var left = reader.BaseStream.Length - reader.BaseStream.Position;
        return count >= 0 && (long)count * leastEach <= left ? count : throw new InvalidDataException("The bytes of the starting point contradict themselves.");
    }
}
