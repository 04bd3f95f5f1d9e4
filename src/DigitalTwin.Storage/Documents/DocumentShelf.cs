using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using DigitalTwin.Storage.Journal;
using DigitalTwin.Storage.Sql;

namespace DigitalTwin.Storage.Documents;

/// <summary>Documents and contents in a database. An etag is the number of the writing in the order of everything written, so it never comes back.</summary>
internal sealed class DocumentShelf(Database database, GroupCommit writer) : IDocumentShelf
{
    /// <summary>A content is kept in parts of this length, bytes.</summary>
    private const int PartLength = 1 << 20;

    public async Task<Document?> ReadAsync(string kind, string key, CancellationToken cancellation)
    {
        var session = await database.ReadAsync(cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
            return await session.FirstAsync("select body, etag from document where kind = @kind and name = @name", r => new Document(key, (byte[])r.GetValue(0), Etag(r.GetInt64(1))),
                cancellation, ("@kind", kind), ("@name", key)).ConfigureAwait(false);
    }

    public Task<string> WriteAsync(string kind, string key, ReadOnlyMemory<byte> content, string? etag, CancellationToken cancellation)
    {
        var body = content.ToArray();
        return writer.WriteAsync(async group =>
        {
            var exists = await CheckAsync(group.Session, kind, key, etag).ConfigureAwait(false);
            var written = group.NextSeq();
            await group.Session.RunAsync(exists ? "update document set etag = @etag, body = @body where kind = @kind and name = @name"
                : "insert into document (kind, name, etag, body) values (@kind, @name, @etag, @body)", CancellationToken.None,
                ("@kind", kind), ("@name", key), ("@etag", written), ("@body", body)).ConfigureAwait(false);
            return Etag(written);
        }, cancellation);
    }

    public Task RemoveAsync(string kind, string key, string? etag, CancellationToken cancellation) => writer.WriteAsync(async group =>
    {
        if (await CheckAsync(group.Session, kind, key, etag).ConfigureAwait(false))
            await group.Session.RunAsync("delete from document where kind = @kind and name = @name", CancellationToken.None, ("@kind", kind), ("@name", key)).ConfigureAwait(false);
        return true;
    }, cancellation);

    public async IAsyncEnumerable<Document> ListAsync(string kind, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var session = await database.ReadAsync(cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
            await foreach (var document in session.StreamAsync("select name, body, etag from document where kind = @kind order by name",
                r => new Document(r.GetString(0), (byte[])r.GetValue(1), Etag(r.GetInt64(2))), cancellation, ("@kind", kind)).ConfigureAwait(false))
                yield return document;
    }

    public async Task<string> KeepAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var parts = new List<object?[]>();
        for (var i = 0; i == 0 || i < content.Length; i += PartLength)
            parts.Add([hash, (long)parts.Count, content[i..Math.Min(i + PartLength, content.Length)].ToArray()]);
        return await writer.WriteAsync(async group =>
        {
            if (!await group.Session.FirstAsync("select 1 from content where hash = @hash and part = 0", _ => true, CancellationToken.None, ("@hash", hash)).ConfigureAwait(false))
                await group.Session.InsertAsync("content", ["hash", "part", "body"], parts, CancellationToken.None).ConfigureAwait(false);
            return hash;
        }, cancellation).ConfigureAwait(false);
    }

    public async Task<byte[]?> ContentAsync(string hash, CancellationToken cancellation)
    {
        var session = await database.ReadAsync(cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var parts = await session.RowsAsync("select body from content where hash = @hash order by part", r => (byte[])r.GetValue(0), cancellation, ("@hash", hash)).ConfigureAwait(false);
            return parts.Count switch { 0 => null, 1 => parts[0], _ => [.. parts.SelectMany(p => p)] };
        }
    }

    public Task ForgetAsync(string hash, CancellationToken cancellation) => writer.WriteAsync(async group =>
    {
        await group.Session.RunAsync("delete from content where hash = @hash", CancellationToken.None, ("@hash", hash)).ConfigureAwait(false);
        return true;
    }, cancellation);

    private static string Etag(long written) => written.ToString(CultureInfo.InvariantCulture);

    /// <returns>Whether the document is there.</returns>
    private static async Task<bool> CheckAsync(SqlSession session, string kind, string key, string? etag)
    {
        var stored = await session.FirstAsync("select etag from document where kind = @kind and name = @name", r => Etag(r.GetInt64(0)), CancellationToken.None,
            ("@kind", kind), ("@name", key)).ConfigureAwait(false);
        if (string.Equals(stored, etag, StringComparison.Ordinal)) return stored is not null;
        throw new DocumentConflictException(stored is null ? $"The {kind} '{key}' is not there any more."
            : etag is null ? $"There is a {kind} '{key}' already."
            : $"The {kind} '{key}' has been written by somebody else since it was read.", stored, etag);
    }
}
