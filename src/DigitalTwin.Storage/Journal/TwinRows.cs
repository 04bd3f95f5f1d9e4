using System.Text.Json;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Storage.Sql;

namespace DigitalTwin.Storage.Journal;

/// <summary>Alerts, commands and rules: each writing is a row with its number, so that a fork sees what was so when it was made.</summary>
internal static class TwinRows
{
    public static async Task WriteAsync(Group group, List<EntryWork> works)
    {
        List<object?[]> alerts = [], commands = [], rules = [];
        foreach (var entry in works.Select(w => w.Entry))
        {
            var world = group.Names.Worlds[entry.World];
            var asset = group.Names.Twins[(world, entry.Asset)].Asset;
            foreach (var alert in entry.Alerts.OrEmpty()) alerts.Add(Row(world, asset, group.NextSeq(), alert));
            foreach (var outcome in entry.Outcomes.OrEmpty())
                commands.Add([world, asset, group.NextSeq(), Micros.Of(outcome.At), TwinJson.Write(outcome.Command), (long)outcome.Status, outcome.Sentence]);
            if (entry.Rules is { } set) rules.Add([world, asset, group.NextSeq(), Micros.Of(entry.ArrivedAt), TwinJson.Write(set)]);
        }
        var session = group.Session;
        await session.InsertAsync("alert",
            ["world", "asset", "rule", "raised_at", "seq", "kind", "severity", "property", "value", "en", "zh", "cleared_at", "acknowledged_by", "acknowledged_at"],
            alerts, CancellationToken.None).ConfigureAwait(false);
        await session.InsertAsync("command", ["world", "asset", "seq", "at", "requested", "status", "sentence"], commands, CancellationToken.None).ConfigureAwait(false);
        await session.InsertAsync("rules", ["world", "asset", "seq", "at", "body"], rules, CancellationToken.None).ConfigureAwait(false);
    }

    private static object?[] Row(long world, long asset, long seq, Alert alert) =>
    [
        world, asset, alert.Rule, Micros.Of(alert.RaisedAt), seq, (long)alert.Kind, (long)alert.Severity, alert.Property, double.IsNaN(alert.Value) ? null : alert.Value,
        alert.Text.En, alert.Text.Zh, alert.ClearedAt is { } c ? Micros.Of(c) : null, alert.AcknowledgedBy, alert.AcknowledgedAt is { } a ? Micros.Of(a) : null,
    ];
}

/// <summary>Commands and rules as JSON, with the numbers that JSON has no words for.</summary>
internal static class TwinJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static string Write(Command command) => JsonSerializer.Serialize(command, Options);

    public static string Write(Rules rules) => JsonSerializer.Serialize(rules, Options);

    public static Command Command(string json) => JsonSerializer.Deserialize<Command>(json, Options)!;

    public static Rules Rules(string json) => JsonSerializer.Deserialize<Rules>(json, Options)!;
}
