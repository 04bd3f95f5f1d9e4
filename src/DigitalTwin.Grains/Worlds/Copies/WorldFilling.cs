using System.Text.Json;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text.Tables;
using DigitalTwin.Storage.Journal;
using DigitalTwin.Storage.Worlds;

namespace DigitalTwin.Grains.Worlds.Copies;

/// <summary>Writes the files of an exported world into a world that is being made. Entries are handed over in the order of the files, many at a time.</summary>
internal sealed class WorldFilling(IJournal journal, string folder, World draft, WorldManifest manifest, ProblemList problems)
{
    private const int OnTheirWay = 2_000;
    private readonly Queue<Task> handedOver = new();

    public async Task RunAsync(IProgress<double>? progress, CancellationToken cancellation)
    {
        var total = Math.Max(1, manifest.Counts.Observations + manifest.Counts.Frames);
        long done = 0;
        void Step()
        {
            if (++done % 5_000 == 0) progress?.Report(Math.Min(1, done / (double)total));
        }
        await TableAsync(WorldManifest.Observations, manifest.Counts.Observations, 9, csv => Observation(csv), Step, cancellation).ConfigureAwait(false);
        await TableAsync(WorldManifest.Alerts, manifest.Counts.Alerts, 12, csv => Alert(csv), null, cancellation).ConfigureAwait(false);
        await LinesAsync<CommandLine>(WorldManifest.Commands, manifest.Counts.Commands, line => new(draft.Name, line.Asset, line.Outcome.At, [], Outcomes: [line.Outcome]), cancellation).ConfigureAwait(false);
        await LinesAsync<RulesLine>(WorldManifest.Rules, manifest.Counts.Rules, line => new(draft.Name, line.Asset, manifest.CreatedAt, [], Rules: line.Rules), cancellation).ConfigureAwait(false);
        if (!problems.HasErrors) await new FrameFilling(journal, folder, draft, problems).RunAsync(manifest.Counts.Frames, Step, cancellation).ConfigureAwait(false);
        while (handedOver.TryDequeue(out var task)) await task.ConfigureAwait(false);
    }

    private TwinEntry? Observation(CsvRecords csv)
    {
        var text = csv.Text(3);
        if (!CopyText.TryNumber(csv.Text(2), out var value) || double.IsNaN(value) == (text.Length == 0)) return Refuse(csv, 2, "a number, or nothing beside a text");
        if (!CopyText.TryInstant(csv.Text(4), out var at)) return Refuse(csv, 4, "an instant to the microsecond, in UTC");
        if (!Enum.TryParse<Quality>(csv.Text(6), true, out var quality)) return Refuse(csv, 6, "good, uncertain or bad");
        if (!Enum.TryParse<Origin>(csv.Text(7), true, out var origin)) return Refuse(csv, 7, "observed, derived, simulated or assumed");
        if (!CopyText.TryInstant(csv.Text(8), out var arrivedAt)) return Refuse(csv, 8, "an instant to the microsecond, in UTC");
        return new(draft.Name, csv.Text(0), arrivedAt, [new(csv.Text(0), csv.Text(1), value, at, csv.Text(5), quality, text.Length == 0 ? null : text, origin)]);
    }

    private TwinEntry? Alert(CsvRecords csv)
    {
        if (!Enum.TryParse<AlertKind>(csv.Text(2), true, out var kind)) return Refuse(csv, 2, "a kind of alert");
        if (!Enum.TryParse<Contracts.Twins.Severity>(csv.Text(3), true, out var severity)) return Refuse(csv, 3, "minor, moderate, severe or extreme");
        if (!CopyText.TryNumber(csv.Text(5), out var value)) return Refuse(csv, 5, "a number or nothing");
        if (!CopyText.TryInstant(csv.Text(6), out var raisedAt)) return Refuse(csv, 6, "an instant to the microsecond, in UTC");
        if (!Optional(7, out var clearedAt)) return Refuse(csv, 7, "an instant or nothing");
        if (!Optional(9, out var acknowledgedAt)) return Refuse(csv, 9, "an instant or nothing");
        var alert = new Alert(csv.Text(0), csv.Text(1), kind, severity, csv.Text(4), value, raisedAt, new(csv.Text(10), csv.Text(11) is { Length: > 0 } zh ? zh : null),
            clearedAt, csv.Text(8) is { Length: > 0 } by ? by : null, acknowledgedAt);
        return new(draft.Name, alert.Asset, raisedAt, [], Alerts: [alert]);

        bool Optional(int field, out DateTimeOffset? at)
        {
            at = CopyText.TryInstant(csv.Text(field), out var known) ? known : null;
            return at is not null || csv[field].IsEmpty;
        }
    }

    private TwinEntry? Refuse(CsvRecords csv, int field, string expected)
    {
        problems.Error(csv.File, csv.Line, csv.Column(field), $"'{csv.Text(field)}' stands where {expected} is expected.");
        return null;
    }

    private async Task TableAsync(string file, long expected, int fields, Func<CsvRecords, TwinEntry?> read, Action? step, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, file);
        using var stream = File.OpenRead(path);
        var csv = new CsvRecords(new Utf8Lines(stream, path));
        long rows = -1;
        while (await csv.ReadAsync(cancellation).ConfigureAwait(false))
        {
            rows++;
            if (rows == 0) continue;
            if (csv.Mistake is not null || csv.Count != fields) problems.Error(path, csv.Line, csv.Mistake is null ? 1 : csv.MistakeColumn, csv.Mistake ?? $"The row has {csv.Count} fields; {fields} are expected.");
            else if (read(csv) is { } entry && !problems.HasErrors) await HandOverAsync(entry, cancellation).ConfigureAwait(false);
            step?.Invoke();
        }
        Count(path, Math.Max(0, rows), expected);
    }

    private async Task LinesAsync<T>(string file, long expected, Func<T, TwinEntry> entry, CancellationToken cancellation) where T : class
    {
        var path = Path.Combine(folder, file);
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellation).ConfigureAwait(false))
        {
            number++;
            T? read = null;
            try
            {
                read = JsonSerializer.Deserialize<T>(line, CopyText.Lines);
            }
            catch (JsonException error)
            {
                problems.Error(path, number, 0, $"The line cannot be read: {error.Message.Split(" LineNumber:")[0]}");
            }
            if (read is not null && !problems.HasErrors) await HandOverAsync(entry(read), cancellation).ConfigureAwait(false);
        }
        Count(path, number, expected);
    }

    private void Count(string path, long found, long expected)
    {
        if (found != expected) problems.Error(path, 0, 0, $"The file has {found:N0} records; the manifest says {expected:N0}.");
    }

    private async Task HandOverAsync(TwinEntry entry, CancellationToken cancellation)
    {
        handedOver.Enqueue(journal.AppendAsync(entry, cancellation));
        if (handedOver.Count > OnTheirWay) await handedOver.Dequeue().ConfigureAwait(false);
    }
}
