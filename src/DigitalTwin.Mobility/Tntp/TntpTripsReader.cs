using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Tntp;

/// <summary>Reads <c>_trips.tntp</c>: <c>Origin 3</c>, then <c>5 : 120.0;</c> for each destination.</summary>
internal sealed class TntpTripsReader(TntpLines lines, TntpNetwork network)
{
    private readonly List<(int Origin, int Destination, double Trips)> trips = [];
    private int origin = -1;
    private bool isOriginWrong;

    public DemandTable? Read()
    {
        var metadata = lines.Metadata();
        if (metadata is null)
        {
            lines.Problems.Error(lines.File, 0, 0, "The file has no trips.");
            return null;
        }
        if (metadata.TryGetValue("NUMBER OF LINKS", out var links))
        {
            lines.Problems.Error(lines.File, links.Line, 0, "The file is a network; a trip table is expected.");
            return null;
        }
        var zones = TntpNumbers.Count(lines, metadata, "NUMBER OF ZONES");
        if (zones is { } said && said != network.Network.ZoneCount)
            lines.Problems.Warning(lines.File, metadata["NUMBER OF ZONES"].Line, 0, $"The trips are between {said} zones, the network has {network.Network.ZoneCount}.");
        do
        {
            if (lines.Text.StartsWith("Origin", StringComparison.OrdinalIgnoreCase)) ReadOrigin();
            else ReadItems();
        }
        while (lines.Next());
        CheckTotal(metadata);
        return lines.Problems.HasErrors ? null : DemandTable.Of(network.Network.ZoneCount, trips);
    }

    private void ReadOrigin()
    {
        var word = lines.Text["Origin".Length..];
        origin = Zone(word, lines.Column + "Origin".Length);
        isOriginWrong = origin < 0;
    }

    private void ReadItems()
    {
        var (text, at) = (lines.Text, 0);
        if (text.IndexOf('~', StringComparison.Ordinal) is var comment and >= 0) text = text[..comment];
        while (at < text.Length)
        {
            var end = text.IndexOf(';', at);
            if (end < 0) end = text.Length;
            var item = text.AsSpan(at, end - at);
            if (!item.IsWhiteSpace()) ReadItem(item, lines.Column + at);
            at = end + 1;
        }
    }

    private void ReadItem(ReadOnlySpan<char> item, int column)
    {
        var colon = item.IndexOf(':');
        if (colon < 0)
        {
            var word = item.Trim();
            // Whose trips follow is not known then.
            if (char.IsLetter(word[0])) (origin, isOriginWrong) = (-1, true);
            var hint = char.IsLetter(word[0]) ? NearestName.Hint(word.ToString().Split(' ')[0], ["Origin"]) : "";
            lines.Problems.Error(lines.File, lines.Line, column + Blanks(item), $"'{word}' is no entry of a trip table; 'zone : trips;' is expected.{hint}");
            return;
        }
        if (origin < 0 && !isOriginWrong)
        {
            lines.Problems.Error(lines.File, lines.Line, lines.Column, "Trips stand here before the first line 'Origin …'; their origin is not known.");
            isOriginWrong = true;
        }
        var destination = Zone(item[..colon], column);
        var amount = item[(colon + 1)..];
        var value = TntpNumbers.Real(lines, new(amount.Trim().ToString(), column + colon + 1 + Blanks(amount)), "number of trips");
        if (origin >= 0 && destination >= 0 && value >= 0) trips.Add((origin, destination, value));
    }

    private int Zone(ReadOnlySpan<char> word, int column)
    {
        var zones = network.Network.ZoneCount;
        var number = TntpNumbers.Number(lines, new(word.Trim().ToString(), column + Blanks(word)), "zone");
        if (number == 0) return -1;
        var zone = network.NodeOf(number);
        if (zone >= 0 && zone < zones) return zone;
        lines.Problems.Error(lines.File, lines.Line, column + Blanks(word), $"There is no zone {number}; the network has zones {network.Network.NodeIds[0]} to {network.Network.NodeIds[zones - 1]}.");
        return -1;
    }

    private static int Blanks(ReadOnlySpan<char> text) => text.Length - text.TrimStart().Length;

    private void CheckTotal(Dictionary<string, (string Value, int Line)> metadata)
    {
        if (lines.Problems.HasErrors || TntpNumbers.Amount(lines, metadata, "TOTAL OD FLOW") is not { } said) return;
        var total = trips.Sum(t => t.Trips);
        // Headers are rounded: Hessen's has six digits.
        if (Math.Abs(total - said) > 1e-5 * Math.Max(total, said))
            lines.Problems.Warning(lines.File, metadata["TOTAL OD FLOW"].Line, 0, FormattableString.Invariant($"<TOTAL OD FLOW> says {said:0.###}, but the trips add up to {total:0.###}; the trips count."));
    }
}
