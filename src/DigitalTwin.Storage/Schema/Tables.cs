namespace DigitalTwin.Storage.Schema;

/// <summary>
/// The schema, once for both databases. Names of worlds, assets, properties and sources are kept once and stand elsewhere as whole numbers. Instants are microseconds
/// since 1970 (UTC). <c>seq</c> grows with every thing that is written, through the whole store: a fork is an instant and a seq.
/// </summary>
internal static class Tables
{
    /// <summary>All tables with content, in the order in which a backup copies them.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "head", "world", "asset", "property", "source", "series", "history", "asset_set", "asset_set_member", "frame_series", "frame",
        "alert", "command", "rules", "document", "content", "audit",
    ];

    /// <summary>The scripts that lead from each version to the next; the first makes version 1 of nothing.</summary>
    public static IReadOnlyList<string> Migrations { get; } = [Worlds + Readings + Frames + Twins + Documents];

    private const string Worlds = """
        -- One row. Whoever writes locks it first, so that numbers are given in the order of the commits.
        create table head (one bigint not null primary key, seq bigint not null, ids bigint not null, worlds bigint not null, audit_number bigint not null, audit_hash {blob} not null);
        insert into head values (1, 0, 0, 0, 0, {empty});

        create table world (
            id {id}, name {text} unique, kind bigint not null, map {text} not null, parent bigint,
            forked_at bigint, forked_up_to bigint, forked_knowing bigint, created_at bigint not null,
            observations bigint not null, frames bigint not null, first_at bigint, last_at bigint);
        create index world_parent on world (parent);

        """;

    private const string Readings = """
        create table asset (id {id}, name {text} not null unique);
        create table property (id {id}, name {text} not null unique);
        create table source (id {id}, name {text} not null unique);

        -- A property of an asset in a world; strand 0 what is known, 1 what is simulated, 2 and 3 the bad values of either.
        create table series (id {id}, world bigint not null, asset bigint not null, property bigint not null, strand bigint not null, unique (world, asset, property, strand));

        -- Rows of a series lie together by instant: the newest, the newest as of an instant, and a window are each one descent of the tree.
        create table history (
            series bigint not null, observed_at bigint not null, source bigint not null, seq bigint not null,
            delay bigint not null, flags bigint not null, value double precision, word {text}, primary key (series, observed_at, source)) {clustered};

        """;

    private const string Frames = """
        create table asset_set (id {id}, hash {blob} not null unique, size bigint not null);
        create table asset_set_member (asset_set bigint not null, position bigint not null, asset bigint not null, primary key (asset_set, position)) {clustered};
        create index asset_set_member_asset on asset_set_member (asset, asset_set, position);
        create table frame_series (id {id}, world bigint not null, property bigint not null, asset_set bigint not null, unique (world, property, asset_set));

        -- Values are cut into chunks of 256 assets, and chunks lie together by instant: one asset through time reads its own chunk only.
        create table frame (series bigint not null, chunk bigint not null, at bigint not null, seq bigint not null, arrived_at bigint not null, vals {blob} not null, primary key (series, chunk, at)) {clustered};

        """;

    private const string Twins = """
        create table alert (
            world bigint not null, asset bigint not null, rule {text} not null, raised_at bigint not null, seq bigint not null,
            kind bigint not null, severity bigint not null, property {text} not null, value double precision, en {text} not null, zh {text},
            cleared_at bigint, acknowledged_by {text}, acknowledged_at bigint, primary key (world, asset, rule, raised_at, seq)) {clustered};
        create index alert_raised on alert (world, raised_at);
        create table command (
            world bigint not null, asset bigint not null, seq bigint not null, at bigint not null, requested {text} not null, status bigint not null, sentence {text} not null,
            primary key (world, asset, seq)) {clustered};
        create table rules (world bigint not null, asset bigint not null, seq bigint not null, at bigint not null, body {text} not null, primary key (world, asset, seq)) {clustered};

        """;

    private const string Documents = """
        create table document (kind {text} not null, name {text} not null, etag bigint not null, body {blob} not null, primary key (kind, name));
        create table content (hash {text} not null, part bigint not null, body {blob} not null, primary key (hash, part));
        create table audit (number {id}, at bigint not null, actor {text} not null, action {text} not null, subject {text} not null, detail {text} not null, hash {blob} not null);
        """;
}
