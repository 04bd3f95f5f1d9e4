using System.Globalization;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text.Tables;
using DigitalTwin.Storage.Journal;
using DigitalTwin.Storage.Worlds;

namespace DigitalTwin.Grains.Worlds.Copies;

/// <summary>Writes the simulated frames of an exported world into a world that is being made.</summary>
internal sealed class FrameFilling(IJournal journal, string folder, World draft, ProblemList problems)
{
    private readonly Dictionary<string, AssetSet> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileStream> matrices = new(StringComparer.Ordinal);

    public async Task RunAsync(long expected, Action step, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, WorldManifest.Frames);
        using var stream = File.OpenRead(path);
        var csv = new CsvRecords(new Utf8Lines(stream, path));
        long rows = -1;
        try
        {
            while (await csv.ReadAsync(cancellation).ConfigureAwait(false) && !problems.HasErrors)
            {
                if (++rows == 0) continue;
                if (Frame(csv) is { } frame) await journal.AppendAsync(frame, cancellation).ConfigureAwait(false);
                step();
            }
        }
        finally
        {
            foreach (var matrix in matrices.Values) await matrix.DisposeAsync().ConfigureAwait(false);
        }
        if (!problems.HasErrors && Math.Max(0, rows) != expected) problems.Error(path, 0, 0, $"The file has {Math.Max(0, rows):N0} records; the manifest says {expected:N0}.");
    }

    private SimulatedFrame? Frame(CsvRecords csv)
    {
        if (csv.Mistake is not null || csv.Count != 6) return Refuse(csv, 1, csv.Mistake ?? $"The row has {csv.Count} fields; 6 are expected.");
        if (!int.TryParse(csv.Text(1), NumberStyles.None, CultureInfo.InvariantCulture, out var row)) return Refuse(csv, csv.Column(1), $"The row '{csv.Text(1)}' is not a number from 0.");
        if (!CopyText.TryInstant(csv.Text(4), out var at) || !CopyText.TryInstant(csv.Text(5), out var arrivedAt)) return Refuse(csv, csv.Column(4), "Two instants to the microsecond, in UTC, are expected.");
        if (Inside(csv, 0) is not { } matrix || Inside(csv, 3) is not { } list) return null;
        if (!lists.TryGetValue(list, out var assets)) lists.Add(list, assets = new([.. File.ReadLines(list).Skip(1).Select(Unquoted)]));
        if (!matrices.TryGetValue(matrix, out var stream)) matrices.Add(matrix, stream = File.OpenRead(matrix));
        try
        {
            var values = NpyFile.Row(stream, row, assets.Assets.Length, out var mistake);
            return values is null ? Refuse(csv, csv.Column(0), mistake!) : new(draft.Name, assets, csv.Text(2), at, values) { ArrivedAt = arrivedAt };
        }
        catch (EndOfStreamException)
        {
            return Refuse(csv, csv.Column(0), "The matrix is cut off.");
        }
    }

    private SimulatedFrame? Refuse(CsvRecords csv, int column, string sentence)
    {
        problems.Error(csv.File, csv.Line, column, sentence);
        return null;
    }

    /// <summary>A file beside the table; what leads elsewhere is refused.</summary>
    private string? Inside(CsvRecords csv, int field)
    {
        var root = Path.GetFullPath(folder);
        var path = Path.GetFullPath(Path.Combine(root, csv.Text(field)));
        if (path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(path)) return path;
        Refuse(csv, csv.Column(field), $"There is no file '{csv.Text(field)}' in the folder.");
        return null;
    }

    private static string Unquoted(string line) => line is ['"', .., '"'] ? line[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : line;
}
