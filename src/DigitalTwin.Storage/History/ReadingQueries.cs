using System.Buffers.Binary;
using System.Data.Common;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Storage.Frames;
using DigitalTwin.Storage.Journal;
using DigitalTwin.Storage.Naming;
using DigitalTwin.Storage.Sql;

namespace DigitalTwin.Storage.History;

/// <summary>The newest reading of each series that a world sees, as of an instant: one descent of the tree for each property and ancestor, however long the history.</summary>
internal static class ReadingQueries
{
    /// <summary>Who says what a frame says.</summary>
    public const string Simulation = "simulation";

    /// <summary>Newest rows of the history, with a condition on series <c>s</c> in chain <c>c</c>.</summary>
    public static string Newest(Dialect dialect, string condition, bool byName = false) => Chain.With(dialect, byName) + $"""
        select s.asset, p.name, s.strand, c.depth, h.observed_at, h.delay, h.flags, h.value, h.word, o.name, a.name
        from chain c cross join series s {dialect.JoinNewest("history", "h.series = s.id",
            "n.series = s.id and n.observed_at <= c.until_at and n.seq <= c.up_to", "n.observed_at desc, n.seq desc", "observed_at, source")}
        cross join property p cross join source o cross join asset a
        where s.world = c.id and s.strand < 2 and p.id = s.property and o.id = h.source and a.id = s.asset and {condition}
        """;

    /// <summary>The newest simulated value of one asset (@asset) in each series of frames that has it, in the world @name.</summary>
    public static string NewestInFrames(Dialect dialect) => Chain.With(dialect, byName: true) + $"""
        select p.name, c.depth, h.at, h.arrived_at, {ValueInChunk("h")}
        from chain c cross join frame_series s cross join asset_set_member m {dialect.JoinNewest("frame", $"h.series = s.id and h.chunk = m.position / {FrameChunks.Assets}",
            $"n.series = s.id and n.chunk = m.position / {FrameChunks.Assets} and n.at <= c.until_at and n.seq <= c.up_to", "n.at desc", "at")}
        cross join property p
        where s.world = c.id and m.asset_set = s.asset_set and m.asset = (select id from asset where name = @asset) and p.id = s.property
        """;

    /// <summary>The four bytes of the asset at <c>m.position</c> in a chunk: cut out by the database.</summary>
    public static string ValueInChunk(string frame) => $"substr({frame}.vals, cast(m.position % {FrameChunks.Assets} * 4 + 1 as int), 4)";

    public static (long Number, string Asset, Candidate Candidate) Read(DbDataReader r)
    {
        var at = r.GetInt64(4);
        var flags = r.GetInt64(6);
        var reading = new Reading(r.GetString(1), r.IsDBNull(7) ? double.NaN : r.GetDouble(7), r.IsDBNull(8) ? null : r.GetString(8),
            Micros.ToInstant(at), Micros.ToInstant(at + r.GetInt64(5)), Flags.Quality(flags), r.GetString(9), Flags.Origin(flags));
        return (r.GetInt64(0), r.GetString(10), new(r.GetInt64(2) == Strand.Simulated, false, (int)r.GetInt64(3), at, reading));
    }

    /// <summary>A value of a frame as a candidate; null when the frame has none for the asset.</summary>
    public static Candidate? ReadFrame(DbDataReader r) =>
        Simulated(r.GetString(0), (int)r.GetInt64(1), r.GetInt64(2), r.GetInt64(3), BinaryPrimitives.ReadSingleLittleEndian((byte[])r.GetValue(4)));

    public static Candidate? Simulated(string property, int depth, long at, long arrivedAt, float value) => float.IsNaN(value)
        ? null
        : new(true, true, depth, at, new(property, value, null, Micros.ToInstant(at), Micros.ToInstant(arrivedAt), Quality.Good, Simulation, Origin.Simulated));
}
