using System.Globalization;
using System.Runtime.CompilerServices;
using DigitalTwin.Storage.Journal;
using DigitalTwin.Storage.Sql;

namespace DigitalTwin.Storage.Auditing;

/// <summary>The audit trail in a database.</summary>
internal sealed class AuditTrail(Database database, GroupCommit writer) : IAuditTrail
{
    public Task AppendAsync(AuditNote note, DateTimeOffset at, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(note);
        return writer.WriteAsync(async group =>
        {
            await AuditChain.AddAsync(group, note, at).ConfigureAwait(false);
            return true;
        }, cancellation);
    }

    public async IAsyncEnumerable<AuditRecord> ReadAsync(long from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var session = await database.ReadAsync(cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
            await foreach (var row in RowsAsync(session, from, cancellation).ConfigureAwait(false))
                yield return new(row.Number, Micros.ToInstant(row.At), row.Note, Convert.ToHexStringLower(row.Hash));
    }

    public async Task<string?> VerifyAsync(CancellationToken cancellation)
    {
        var session = await database.ReadAsync(cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var head = await session.FirstAsync("select audit_number, audit_hash from head where one = 1", r => (Number: r.GetInt64(0), Hash: (byte[])r.GetValue(1)), cancellation).ConfigureAwait(false);
            byte[] before = [];
            var expected = 0L;
            await foreach (var row in RowsAsync(session, 1, cancellation).ConfigureAwait(false))
            {
                if (row.Number != ++expected) return Sentence(expected, "is missing");
                if (!AuditChain.Hash(before, row.Number, row.At, row.Note).AsSpan().SequenceEqual(row.Hash)) return Sentence(expected, "is not as it was written, or the one before it is not");
                before = row.Hash;
            }
            if (head.Number > expected) return Sentence(expected + 1, "is missing");
            return head.Number < expected || !head.Hash.AsSpan().SequenceEqual(before) ? Sentence(expected, "was not written by this store") : null;
        }
    }

    private static string Sentence(long number, string what) => string.Create(CultureInfo.InvariantCulture, $"Record {number} of the audit trail {what}.");

    private static IAsyncEnumerable<(long Number, long At, AuditNote Note, byte[] Hash)> RowsAsync(SqlSession session, long from, CancellationToken cancellation) =>
        session.StreamAsync("select number, at, actor, action, subject, detail, hash from audit where number >= @from order by number",
            r => (r.GetInt64(0), r.GetInt64(1), new AuditNote(r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5)), (byte[])r.GetValue(6)), cancellation, ("@from", from));
}
