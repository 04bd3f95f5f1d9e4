using DigitalTwin.Storage.Journal;
using DigitalTwin.Storage.Sql;

namespace DigitalTwin.Storage.Worlds;

/// <summary>The worlds in a database.</summary>
internal sealed class WorldTable(Database database, GroupCommit writer) : IWorldTable
{
    /// <summary>After this time a draft's writer is no more.</summary>
    private static readonly TimeSpan DraftsLast = TimeSpan.FromDays(7);

    public async Task<IReadOnlyList<World>> ListAsync(CancellationToken cancellation)
    {
        var session = await database.ReadAsync(cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
            return (await WorldRows.AllAsync(session, cancellation).ConfigureAwait(false)).ConvertAll(r => r.World);
    }

    public async Task<World?> FindAsync(string name, CancellationToken cancellation)
    {
        var session = await database.ReadAsync(cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
            return (await WorldRows.FindAsync(session, name, cancellation).ConfigureAwait(false))?.World;
    }

    public Task<World> CreateAsync(string name, string map, DateTimeOffset at, CancellationToken cancellation) => writer.WriteAsync(async group =>
    {
        await RefuseAsync(group.Session, name).ConfigureAwait(false);
        var world = new World(name, WorldKind.Live, map, null, null, null, Whole(at));
        await AddAsync(group, world, null, null).ConfigureAwait(false);
        return world;
    }, cancellation);

    public Task<World> ForkAsync(string name, string parent, DateTimeOffset? instant, WorldKind kind, DateTimeOffset at, CancellationToken cancellation) => writer.WriteAsync(async group =>
    {
        var from = await WorldRows.TheAsync(group.Session, parent, CancellationToken.None).ConfigureAwait(false);
        await RefuseAsync(group.Session, name).ConfigureAwait(false);
        var world = new World(name, kind, from.World.Map, parent, ForkedAt(from, instant, at), group.Seq, Whole(at));
        await AddAsync(group, world, from.Id, instant).ConfigureAwait(false);
        return world;
    }, cancellation);

    public Task<World> DraftAsync(string name, WorldKind kind, string map, ForkPoint? from, DateTimeOffset at, CancellationToken cancellation) => writer.WriteAsync(async group =>
    {
        var parent = from is null ? null : await WorldRows.TheAsync(group.Session, from.Parent, CancellationToken.None).ConfigureAwait(false);
        await RefuseAsync(group.Session, name).ConfigureAwait(false);
        var draft = WorldName.OfDraft(name);
        await group.Session.RunAsync("update world set name = null where name = @draft", CancellationToken.None, ("@draft", draft)).ConfigureAwait(false);
        var world = parent is null
            ? new World(draft, kind, map, null, null, null, Whole(at))
            : new World(draft, kind, map, parent.World.Name, ForkedAt(parent, from!.Instant, at), from.UpTo ?? group.Seq, Whole(at));
        await AddAsync(group, world, parent?.Id, from?.Instant).ConfigureAwait(false);
        return world;
    }, cancellation);

    public Task<World?> FindDraftAsync(string name, CancellationToken cancellation) => FindAsync(WorldName.OfDraft(name), cancellation);

    public Task<World> PublishAsync(string name, CancellationToken cancellation) => writer.WriteAsync(async group =>
    {
        var draft = await WorldRows.FindAsync(group.Session, WorldName.OfDraft(name), CancellationToken.None).ConfigureAwait(false)
            ?? throw new WorldException($"No world '{name}' was begun, so none can be published.");
        await RefuseAsync(group.Session, name).ConfigureAwait(false);
        await group.Session.RunAsync("update world set name = @name where id = @id", CancellationToken.None, ("@name", name), ("@id", draft.Id)).ConfigureAwait(false);
        group.WorldsChanged();
        return draft.World with { Name = name };
    }, cancellation);

    public async Task DropDraftAsync(string name, CancellationToken cancellation)
    {
        await writer.WriteAsync(async group =>
        {
            await group.Session.RunAsync("update world set name = null where name = @draft", CancellationToken.None, ("@draft", WorldName.OfDraft(name))).ConfigureAwait(false);
            group.WorldsChanged();
            return true;
        }, cancellation).ConfigureAwait(false);
        await WorldSweep.RunAsync(writer, cancellation).ConfigureAwait(false);
    }

    /// <summary>Gives up the drafts whose writers are no more.</summary>
    public Task GiveUpOldDraftsAsync(DateTimeOffset now, CancellationToken cancellation) => writer.WriteAsync(async group =>
    {
        var gone = await group.Session.RunAsync("update world set name = null where name like '.%' and created_at < @before", CancellationToken.None, ("@before", Micros.Of(now - DraftsLast))).ConfigureAwait(false);
        if (gone > 0) group.WorldsChanged();
        return gone;
    }, cancellation);

    public async Task DeleteAsync(string name, CancellationToken cancellation)
    {
        await writer.WriteAsync(async group =>
        {
            var world = await WorldRows.TheAsync(group.Session, name, CancellationToken.None).ConfigureAwait(false);
            var child = await group.Session.FirstAsync("select name from world where parent = @id and name is not null order by name limit 1", r => r.GetString(0), CancellationToken.None, ("@id", world.Id)).ConfigureAwait(false);
            if (child is not null && WorldName.IsDraft(child)) throw new WorldException($"'{name}' cannot be deleted: the run that will be '{child[1..]}' starts from it and is still being written.");
            if (child is not null) throw new WorldException($"'{name}' cannot be deleted: '{child}' was forked from it and shares what it holds. Delete that first.");
            await group.Session.RunAsync("update world set name = null where id = @id", CancellationToken.None, ("@id", world.Id)).ConfigureAwait(false);
            group.WorldsChanged();
            return true;
        }, cancellation).ConfigureAwait(false);
        await WorldSweep.RunAsync(writer, cancellation).ConfigureAwait(false);
    }

    public async Task<WorldContent> ContentAsync(string name, CancellationToken cancellation)
    {
        var session = await database.ReadAsync(cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var row = await WorldRows.TheAsync(session, name, cancellation).ConfigureAwait(false);
            var twins = await session.FirstAsync("""
                select count(*) from (select asset from series where world = @world union
                    select m.asset from frame_series f join asset_set_member m on m.asset_set = f.asset_set where f.world = @world) x
                """, r => r.GetInt64(0), cancellation, ("@world", row.Id)).ConfigureAwait(false);
            var active = await session.FirstAsync("""
                select count(*) from alert a where a.world = @world and a.cleared_at is null
                    and a.seq = (select max(b.seq) from alert b where b.world = a.world and b.asset = a.asset and b.rule = a.rule and b.raised_at = a.raised_at)
                """, r => r.GetInt64(0), cancellation, ("@world", row.Id)).ConfigureAwait(false);
            return new(row.Observations, twins, active, row.Frames, row.FirstAt is { } f ? Micros.ToInstant(f) : null, row.LastAt is { } l ? Micros.ToInstant(l) : null);
        }
    }

    private static async Task RefuseAsync(SqlSession session, string name)
    {
        if (WorldName.Problem(name) is { } problem) throw new WorldException(problem);
        if (await WorldRows.FindAsync(session, name, CancellationToken.None).ConfigureAwait(false) is not null) throw new WorldException($"There is a world '{name}' already.");
    }

    private static async Task AddAsync(Group group, World world, long? parent, DateTimeOffset? knowing)
    {
        await group.Session.RunAsync("""
            insert into world (id, name, kind, map, parent, forked_at, forked_up_to, forked_knowing, created_at, observations, frames)
            values (@id, @name, @kind, @map, @parent, @at, @upTo, @knowing, @created, 0, 0)
            """, CancellationToken.None, ("@id", group.NextId()), ("@name", world.Name), ("@kind", (long)world.Kind), ("@map", world.Map), ("@parent", parent),
            ("@at", world.ForkedAt is { } at ? Micros.Of(at) : null), ("@upTo", world.ForkedUpTo), ("@knowing", Micros.OrMost(knowing)), ("@created", Micros.Of(world.CreatedAt))).ConfigureAwait(false);
        group.WorldsChanged();
    }

    /// <summary>The instant asked for, or the newest of the parent.</summary>
    private static DateTimeOffset ForkedAt(WorldRow parent, DateTimeOffset? instant, DateTimeOffset now)
    {
        var newest = parent.LastAt is { } last ? Micros.ToInstant(last) : parent.World.ForkedAt;
        if (parent.World.ForkedAt > newest) newest = parent.World.ForkedAt;
        return Whole(instant ?? newest ?? now);
    }

    private static DateTimeOffset Whole(DateTimeOffset instant) => Micros.ToInstant(Micros.Of(instant));
}
