using DigitalTwin.Storage.Sql;

namespace DigitalTwin.Storage.History;

/// <summary>
/// A world's line of ancestors, as the beginning of a query: the table <c>chain</c> has a row for the world itself (depth 0) and each of its ancestors, with the last instant and
/// the last seq that are seen of it. A fork of a fork sees what both forks let through, so the bounds only ever grow tighter.
/// </summary>
internal static class Chain
{
    /// <summary>
    /// Parameters: @world, the world's number (or @name, its name); @at, the instant asked about (the largest number for now). <c>until_at</c> bounds what was observed; <c>knowing</c> bounds alerts, rules and
    /// commands, which have instants of other clocks: a fork of "now" sees them all.
    /// </summary>
    public static string With(Dialect dialect, bool byName = false) => $"""
        with recursive chain (id, depth, until_at, up_to, knowing) as (
            select id, 0, cast(@at as bigint), 9223372036854775807, cast(@at as bigint) from world where {(byName ? "name = @name" : "id = @world")}
            union all
            select w.parent, c.depth + 1, {dialect.Least}(c.until_at, w.forked_at), {dialect.Least}(c.up_to, w.forked_up_to), {dialect.Least}(c.knowing, w.forked_knowing)
            from chain c join world w on w.id = c.id where w.parent is not null)

        """;
}
