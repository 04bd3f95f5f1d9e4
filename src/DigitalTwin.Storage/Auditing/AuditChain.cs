using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using DigitalTwin.Storage.Journal;
using DigitalTwin.Storage.Sql;

namespace DigitalTwin.Storage.Auditing;

/// <summary>
/// The chain: h(n) = SHA-256( h(n-1) ‖ n ‖ at ‖ actor ‖ action ‖ subject ‖ detail ), h(0) empty; numbers as 8 bytes big-endian, instants in microseconds since 1970, texts as UTF-8 behind
/// their length in 4 bytes, so that no two records have the same bytes.
/// </summary>
internal static class AuditChain
{
    /// <summary>Adds a record within a group's transaction.</summary>
    public static async Task AddAsync(Group group, AuditNote note, DateTimeOffset at)
    {
        var (number, before) = group.AuditHead;
        var micros = Micros.Of(at);
        var hash = Hash(before, ++number, micros, note);
        await group.Session.RunAsync("insert into audit (number, at, actor, action, subject, detail, hash) values (@number, @at, @actor, @action, @subject, @detail, @hash)",
            CancellationToken.None, ("@number", number), ("@at", micros), ("@actor", note.Actor), ("@action", note.Action), ("@subject", note.Subject), ("@detail", note.Detail),
            ("@hash", hash)).ConfigureAwait(false);
        group.AuditHead = (number, hash);
    }

    public static byte[] Hash(byte[] before, long number, long at, AuditNote note)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> eight = stackalloc byte[8];
        hash.AppendData(before);
        foreach (var whole in (ReadOnlySpan<long>)[number, at])
        {
            BinaryPrimitives.WriteInt64BigEndian(eight, whole);
            hash.AppendData(eight);
        }
        foreach (var text in (ReadOnlySpan<string>)[note.Actor, note.Action, note.Subject, note.Detail])
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteInt32BigEndian(eight, bytes.Length);
            hash.AppendData(eight[..4]);
            hash.AppendData(bytes);
        }
        return hash.GetHashAndReset();
    }
}
