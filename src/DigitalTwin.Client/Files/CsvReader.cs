using System.Runtime.CompilerServices;
using System.Text;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text.Tables;

namespace DigitalTwin.Client.Files;

/// <summary>Observations from CSV.</summary>
internal sealed class CsvReader : ObservationReader
{
    private readonly CsvRecords csv;
    private readonly CsvLayout layout;
    private readonly ObservationFormat format;
    private readonly NameCache names = new();
    private readonly Dictionary<string, string> assets = new(StringComparer.Ordinal);

    private CsvReader(CsvRecords csv, CsvLayout layout, ObservationFormat format) => (this.csv, this.layout, this.format) = (csv, layout, format);

    public override long Position => csv.Position;

    public override IReadOnlyList<string> Ignored => layout.Ignored;

    public static async Task<CsvReader> OpenAsync(Utf8Lines lines, ObservationFormat format, CancellationToken cancellation)
    {
        var csv = new CsvRecords(lines);
        while (await csv.ReadAsync(cancellation).ConfigureAwait(false) && csv is { Count: 0, Mistake: null }) { }
        var problems = new ProblemList();
        var layout = CsvLayout.Of(csv, format, problems);
        problems.ThrowIfErrors();
        return new(csv, layout!, format);
    }

    public override async IAsyncEnumerable<ObservationRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        while (await csv.ReadAsync(cancellation).ConfigureAwait(false))
        {
            if (csv.Mistake is { } mistake) yield return ObservationRecord.Refused(csv.Line, csv.MistakeColumn, mistake, csv.Raw);
            else if (csv.Count == 0) continue;
            else if (csv.Count < layout.Needed) yield return Refused(1, $"The row has {csv.Count} fields; {layout.Needed} are expected.");
            else if (layout.Wide.Count == 0) yield return Row(layout.Value, null);
            else
            {
                for (var i = 0; i < layout.Wide.Count; i++)
                    if (!csv[layout.Wide[i].Field].Trim(" "u8).IsEmpty) yield return Row(layout.Wide[i].Field, layout.Wide[i].Property);
            }
        }
    }

    private ObservationRecord Row(int value, string? property)
    {
        if (!InstantText.TryParse(csv[layout.ObservedAt], format.Offset, out var at)) return Refused(csv.Column(layout.ObservedAt), InstantMistake(csv[layout.ObservedAt], format));
        var quality = Quality.Good;
        if (layout.Quality >= 0 && !ValueText.TryQuality(csv[layout.Quality], out quality, out var mistake)) return Refused(csv.Column(layout.Quality), mistake!);
        var text = property is null && layout.Text >= 0 && !csv[layout.Text].IsEmpty ? names.Of(csv[layout.Text]) : null;
        var number = double.NaN;
        if (value >= 0 && (text is null || !csv[value].Trim(" "u8).IsEmpty))
        {
            if (csv[value].Trim(" "u8).IsEmpty) return Refused(csv.Column(value), layout.Text >= 0 ? "There is neither a value nor a text." : "The value is missing.");
            if (text is not null) return Refused(csv.Column(value), $"There is a value, '{ValueText.Shown(csv[value])}', and a text, '{text}'; one of them is expected.");
            if (!ValueText.TryNumber(csv[value], out number, out mistake)) return Refused(csv.Column(value), mistake!);
        }
        else if (text is null) return Refused(csv.Column(layout.Text), "The text is missing.");
        var asset = Asset();
        if (asset.Length == 0) return Refused(csv.Column(layout.Asset), "The asset is missing.");
        property ??= names.Of(csv[layout.Property].Trim(" "u8));
        if (property.Length == 0) return Refused(csv.Column(layout.Property), "The property is missing.");
        var source = layout.Source >= 0 && !csv[layout.Source].Trim(" "u8).IsEmpty ? names.Of(csv[layout.Source].Trim(" "u8)) : format.Source;
        return ObservationRecord.Of(csv.Line, csv.Column(value >= 0 ? value : layout.Text), new(asset, property, number, at, source, quality, text));
    }

    private string Asset()
    {
        var given = names.Of(csv[layout.Asset].Trim(" "u8));
        if (layout.Around is not { } around || given.Length == 0) return given;
        if (assets.TryGetValue(given, out var known)) return known;
        var made = $"{around.Before}{string.Join('-', given.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}{around.Behind}";
        if (assets.Count < 1 << 20) assets.Add(given, made);
        return made;
    }

    private ObservationRecord Refused(int column, string mistake)
    {
        var raw = new StringBuilder();
        for (var i = 0; i < csv.Count && raw.Length <= ObservationRecord.LongestRaw; i++) raw.Append(i == 0 ? "" : ",").Append(CsvText.Quoted(csv.Text(i)));
        return ObservationRecord.Refused(csv.Line, column, mistake, raw.ToString());
    }

    internal static string InstantMistake(ReadOnlySpan<byte> text, ObservationFormat format) =>
        format.Offset is null && InstantText.TryParse(text, TimeSpan.Zero, out _)
            ? $"The instant '{ValueText.Shown(text)}' has no offset; --zone says which is meant, as in --zone +08:00."
            : $"'{ValueText.Shown(text)}' is no instant; {InstantText.Accepted}.";
}
