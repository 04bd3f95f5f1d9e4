using System.Data.Common;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Storage.Sql;

namespace DigitalTwin.Storage.History;

/// <summary>Alerts as a world sees them: of each alert the newest version of the nearest world, with what happened after the instant asked about taken back.</summary>
internal static class AlertVersions
{
    /// <summary>The versions, with a condition on alert <c>x</c>, the newest alert first and of each the one that counts first.</summary>
    public static string Query(Dialect dialect, string condition, bool byName = false) => Chain.With(dialect, byName) + $"""
        select a.name, x.rule, x.kind, x.severity, x.property, x.value, x.raised_at, x.en, x.zh, x.cleared_at, x.acknowledged_by, x.acknowledged_at, c.knowing
        from chain c cross join alert x cross join asset a
        where x.world = c.id and x.raised_at <= c.knowing and x.seq <= c.up_to and a.id = x.asset and {condition}
        order by x.raised_at desc, x.asset, x.rule, c.depth, x.seq desc
        """;

    public static Alert Read(DbDataReader r)
    {
        var clearedAt = r.IsDBNull(9) || r.GetInt64(9) > r.GetInt64(12) ? (DateTimeOffset?)null : Micros.ToInstant(r.GetInt64(9));
        var acknowledged = !r.IsDBNull(11) && r.GetInt64(11) <= r.GetInt64(12);
        return new(r.GetString(0), r.GetString(1), (AlertKind)r.GetInt64(2), (Severity)r.GetInt64(3), r.GetString(4), r.IsDBNull(5) ? double.NaN : r.GetDouble(5),
            Micros.ToInstant(r.GetInt64(6)), new LocalizedText(r.GetString(7), r.IsDBNull(8) ? null : r.GetString(8)), clearedAt,
            acknowledged ? r.GetString(10) : null, acknowledged ? Micros.ToInstant(r.GetInt64(11)) : null);
    }

    /// <summary>True for another version of the alert that came just before.</summary>
    public static bool Same(Alert? before, Alert alert) =>
        before is not null && before.RaisedAt == alert.RaisedAt && string.Equals(before.Asset, alert.Asset, StringComparison.Ordinal) && string.Equals(before.Rule, alert.Rule, StringComparison.Ordinal);
}
