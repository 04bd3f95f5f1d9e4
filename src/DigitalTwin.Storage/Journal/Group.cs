using DigitalTwin.Storage.Naming;
using DigitalTwin.Storage.Sql;

namespace DigitalTwin.Storage.Journal;

/// <summary>
/// A transaction that writes a group. It holds the one row of the table <c>head</c> from its beginning to its commit, so numbers are given in the order of the commits, whoever else
/// writes the same database: whatever has a number up to that of a fork was committed before the fork, and nothing committed later gets one.
/// </summary>
internal sealed class Group(SqlSession session, NameBook names, Head head)
{
    private readonly Head before = head;
    private Head now = head;

    public SqlSession Session => session;

    public NameBook Names => names;

    /// <summary>The newest number given.</summary>
    public long Seq => now.Seq;

    /// <summary>True while nothing was ever written.</summary>
    public bool IsEmpty => now is { Seq: 0, Ids: 0, AuditNumber: 0 };

    /// <summary>Number and hash of the newest record of the audit trail.</summary>
    public (long Number, byte[] Hash) AuditHead
    {
        get => (now.AuditNumber, now.AuditHash);
        set => now = now with { AuditNumber = value.Number, AuditHash = value.Hash };
    }

    /// <summary>Opens a group's transaction.</summary>
    public static async Task<Group> OpenAsync(SqlSession session, NameBook names)
    {
        var head = await ReadAsync(session, session.Dialect.ForUpdate, CancellationToken.None).ConfigureAwait(false);
        names.Meet(head.Worlds);
        return new(session, names, head);
    }

    /// <summary>The next number in the order of everything written.</summary>
    public long NextSeq()
    {
        now = now with { Seq = now.Seq + 1 };
        return now.Seq;
    }

    /// <summary>A key that no row has yet.</summary>
    public long NextId()
    {
        now = now with { Ids = now.Ids + 1 };
        return now.Ids;
    }

    /// <summary>A world was made, changed or taken away: everybody looks at the table again.</summary>
    public void WorldsChanged()
    {
        now = now with { Worlds = now.Worlds + 1 };
        names.Meet(now.Worlds);
    }

    /// <summary>Goes on where another store was when it was copied here.</summary>
    public async Task AdoptAsync(SqlSession other, CancellationToken cancellation)
    {
        now = (await ReadAsync(other, "", cancellation).ConfigureAwait(false)) with { Worlds = now.Worlds + 1 };
        names.Forget();
    }

    /// <summary>Makes everything permanent.</summary>
    public async Task CommitAsync()
    {
        if (now != before)
            await session.RunAsync("update head set seq = @seq, ids = @ids, worlds = @worlds, audit_number = @number, audit_hash = @hash where one = 1", CancellationToken.None,
                ("@seq", now.Seq), ("@ids", now.Ids), ("@worlds", now.Worlds), ("@number", now.AuditNumber), ("@hash", now.AuditHash)).ConfigureAwait(false);
        await session.CommitAsync().ConfigureAwait(false);
    }

    private static async Task<Head> ReadAsync(SqlSession session, string forUpdate, CancellationToken cancellation) =>
        (await session.FirstAsync("select seq, ids, worlds, audit_number, audit_hash from head where one = 1" + forUpdate,
            r => new Head(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3), (byte[])r.GetValue(4)), cancellation).ConfigureAwait(false))!;
}

/// <summary>The row of the table <c>head</c>.</summary>
/// <param name="Seq">The newest number in the order of everything written.</param>
/// <param name="Ids">The newest key given.</param>
/// <param name="Worlds">Grows when a world is made, changed or taken away.</param>
/// <param name="AuditNumber">Records in the audit trail.</param>
/// <param name="AuditHash">Hash of the newest; empty before the first.</param>
internal sealed record Head(long Seq, long Ids, long Worlds, long AuditNumber, byte[] AuditHash);
