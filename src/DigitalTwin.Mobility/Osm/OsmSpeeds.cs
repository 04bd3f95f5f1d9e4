using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Mobility.Osm;

/// <summary>Values of <c>maxspeed</c>.</summary>
internal static class OsmSpeeds
{
    // km/h. China: Regulation for the Implementation of the Road Traffic Safety Law (2004), articles 45 and 78: one lane a direction 50 in towns and 70 outside, motorways 120.
    private static readonly Dictionary<string, double> Named = new(StringComparer.Ordinal)
    {
        ["CN:urban"] = 50, ["CN:rural"] = 70, ["CN:motorway"] = 120, ["GB:nsl_single"] = 60 * 1.609344, ["GB:nsl_dual"] = 70 * 1.609344, ["GB:motorway"] = 70 * 1.609344,
        ["walk"] = 7, ["none"] = 120,
    };

    private static readonly Dictionary<string, double> ByKind = new(StringComparer.Ordinal) { ["living_street"] = 20, ["walk"] = 7 };

    // Towns at 50 and at 60 km/h (from general knowledge; wiki: Default speed limits). What urban means elsewhere is left open: in America each state says it.
    private static readonly HashSet<string> Fifty = new(
        ["AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "NL", "NO", "PL", "PT", "RO", "RS", "SE", "SI", "SK", "TR", "UA"], StringComparer.Ordinal);

    private static readonly HashSet<string> Sixty = new(["AM", "AZ", "BY", "GE", "JP", "KZ", "RU"], StringComparer.Ordinal);

    /// <summary>Speed in m/s; NaN when the value leaves it open (<c>signals</c>, <c>variable</c>, <c>DE:rural</c>). False when it is none.</summary>
    public static bool TryParse(string text, out double speed)
    {
        if (SpeedText.TryParse(text, out speed) && speed > 0) return true;
        speed = double.NaN;
        if (Named.TryGetValue(text, out var known))
        {
            speed = SpeedText.FromKilometresPerHour(known);
            return true;
        }
        // A country and a kind of place or a zone: DE:urban, DE:zone:30, DE:zone30, DE:30. What the kind means elsewhere is left open.
        if (text.Length < 4 || text[2] != ':' || !char.IsAsciiLetterUpper(text[0]) || !char.IsAsciiLetterUpper(text[1])) return text is "signals" or "variable" or "default" or "implicit";
        var kind = text[(text.LastIndexOf(':') + 1)..];
        if (kind == "urban") speed = Fifty.Contains(text[..2]) ? SpeedText.FromKilometresPerHour(50) : Sixty.Contains(text[..2]) ? SpeedText.FromKilometresPerHour(60) : double.NaN;
        else if (ByKind.TryGetValue(kind, out known)) speed = SpeedText.FromKilometresPerHour(known);
        else if (SpeedText.TryParse(kind.StartsWith("zone", StringComparison.Ordinal) ? kind[4..] : kind, out var zone) && zone > 0) speed = zone;
        return true;
    }
}
