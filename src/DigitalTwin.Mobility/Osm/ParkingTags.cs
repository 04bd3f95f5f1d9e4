using System.Globalization;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Osm;

/// <summary>Values that tags of parking have in common: numbers of spaces, fees, longest stays, access, hours.</summary>
internal sealed class ParkingTags(string file, OsmTally tally, ProblemList problems)
{
    private const int MostSpaces = 100_000;

    /// <summary>A number of spaces, or -1 when none is said or it cannot be one (reported).</summary>
    public int Spaces(OsmElement element, string key, string? text)
    {
        if (text is null or "yes" or "some" or "unknown") return -1;
        if (text is "no" or "none") return 0;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var spaces) && spaces <= MostSpaces) return spaces;
        problems.Warning(file, element.Line, element.Column, $"The {element.Name} has {key}={text}, which is no number of spaces from 0 to {MostSpaces}; it is not read.");
        return -1;
    }

    /// <summary>Whether a fee is to be paid; null when the value leaves it open.</summary>
    public static bool? Fee(string? text) => text is null or "unknown" ? null : text is not ("no" or "free" or "none");

    /// <summary>Longest stay, s; infinite without a limit, or when it cannot be read (counted).</summary>
    public double Stay(string? text)
    {
        if (text is null or "no" or "none" or "unlimited") return double.PositiveInfinity;
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts is [var clock] && clock.Split(':') is [var h, { Length: 2 } m] && Number(h, out var hours) && Number(m, out var minutes)) return Positive(hours * 3600 + minutes * 60);
        if (parts is [var number, var unit] && Number(number, out var count))
        {
            var seconds = unit.TrimEnd('s') switch { "minute" or "min" => 60, "hour" or "h" or "hr" => 3600, "day" or "d" => 86400, "week" => 604800, _ => double.NaN };
            if (!double.IsNaN(seconds)) return Positive(count * seconds);
        }
        tally.Ignore("longest stays that could not be read");
        return double.PositiveInfinity;
    }

    /// <summary>The group that may park, or empty for everybody; null when nobody may.</summary>
    public static string? Access(string? text) => text switch
    {
        null or "yes" or "public" or "permissive" or "customers" or "destination" or "designated" or "unknown" => "",
        "no" => null,
        _ => text,
    };

    /// <summary>Hours of the week; empty for always or when they could not be read: then the text is kept among <paramref name="others"/>.</summary>
    public IReadOnlyList<WeekTime> Hours(OsmElement element, string key, List<KeyValuePair<string, string>> others)
    {
        if (element[key] is not { } text) return [];
        if (OsmHours.TryParse(text, out var times)) return times is [var only] && only == WeekTime.Always ? [] : times;
        tally.Ignore("opening hours that could not be read");
        others.Add(new(key, text));
        return [];
    }

    private static bool Number(string text, out double value) => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);

    private static double Positive(double seconds) => seconds > 0 ? seconds : double.PositiveInfinity;
}
