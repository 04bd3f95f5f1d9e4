using System.Security.Cryptography;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Loop;

/// <summary>The whole state of a run at the end of a step: a value that can be branched from, written and read.</summary>
/// <param name="NextStep">The step that comes next.</param>
/// <param name="Hash">Hash chain of all steps so far.</param>
/// <param name="Images">States of partitions, meters and the exchange, in the order of the run.</param>
/// <param name="Log">What has happened so far.</param>
public sealed record RunState(int NextStep, string Hash, IReadOnlyList<StateImage> Images, IReadOnlyList<LogEntry> Log)
{
    // The number is higher whenever what a domain writes changes. 3: trips of demolished buildings, standing rules of kerbs.
    private const string Magic = "DigitalTwin state 3";

    /// <summary>Writes the state, with what it belongs to in front and a checksum behind.</summary>
    public byte[] ToBytes(string belongsTo)
    {
        var body = Bytes.Of(writer =>
        {
            writer.Write(Magic);
            writer.Write(belongsTo);
            writer.Write(NextStep);
            writer.Write(Hash);
            writer.Write(Log.Count);
            foreach (var entry in Log)
            {
                writer.Write(entry.Time);
                writer.Write(entry.Kind);
                writer.Write(entry.Text.En);
                writer.Write(entry.Text.Zh ?? "");
                writer.Write(entry.AssetId ?? "");
            }
            writer.Write(Images.Count);
            foreach (var image in Images)
            {
                writer.Write(image.Length);
                writer.Write(image.ToArray());
            }
        });
        return [.. body, .. SHA256.HashData(body)];
    }

    /// <summary>Reads a state back, or gives null when it is damaged or belongs to something else.</summary>
    public static RunState? FromBytes(byte[] bytes, string belongsTo)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var length = bytes.Length - SHA256.HashSizeInBytes;
        if (length <= 0 || !SHA256.HashData(bytes.AsSpan(0, length)).AsSpan().SequenceEqual(bytes.AsSpan(length))) return null;
        using var reader = new BinaryReader(new MemoryStream(bytes, 0, length));
        if (reader.ReadString() != Magic || reader.ReadString() != belongsTo) return null;
        var (next, hash) = (reader.ReadInt32(), reader.ReadString());
        var log = new LogEntry[reader.ReadInt32()];
        for (var i = 0; i < log.Length; i++)
            log[i] = new(reader.ReadDouble(), reader.ReadString(), new LocalizedText(reader.ReadString(), NullIfEmpty(reader.ReadString())), NullIfEmpty(reader.ReadString()));
        var images = new StateImage[reader.ReadInt32()];
        for (var i = 0; i < images.Length; i++) images[i] = StateImage.Of(reader.ReadBytes(reader.ReadInt32()));
        return new RunState(next, hash, images, log);

        static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
    }
}
