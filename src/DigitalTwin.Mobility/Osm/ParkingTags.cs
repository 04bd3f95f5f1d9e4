using System.Globalization;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Osm;

/// <summary>Values that tags of parking have in common: numbers of spaces, fees, longest stays, access, hours.</summary>
internal sealed class ParkingTags(string file, OsmTally tally, ProblemList problems)
{
    private const int MostSpaces = 100_000;

    private readonly SortedDictionary<string, (int Count, OsmElement First, string Text)> unread = new(StringComparer.Ordinal);

    /// <summary>Tells what could not be read of stays and hours, one sentence for each kind.</summary>
    public void Tell()
    {
        foreach (var (what, (count, first, text)) in unread)
            problems.Warning(file, first.Line, first.Column, $"{(count == 1 ? "One place to park has" : $"{count} places to park have")} {what}, the {first.Name} ({text}){(count == 1 ? "" : " among them")}.");
    }

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

    /// <summary>Longest stay, s; infinite without a limit, or when it cannot be read (reported).</summary>
    public double Stay(OsmElement element, string key, string? text)
    {
        if (TryStay(text, out var seconds)) return seconds;
        Unread("longest stays that could not be read", "a longest stay that is no time, and so none", element, $"{key}={text}");
        return double.PositiveInfinity;
    }

    /// <summary>Reads a longest stay, s; infinite without a limit.</summary>
    public static bool TryStay(string? text, out double seconds)
    {
        seconds = double.PositiveInfinity;
        if (text is null or "no" or "none" or "unlimited") return true;
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts is [var clock] && clock.Split(':') is [var h, { Length: 2 } m] && Number(h, out var hours) && Number(m, out var minutes)) seconds = Positive(hours * 3600 + minutes * 60);
        else if (parts is [var number, var unit] && Number(number, out var count)
            && unit.TrimEnd('s') switch { "minute" or "min" => 60, "hour" or "h" or "hr" => 3600, "day" or "d" => 86400, "week" => 604800, _ => double.NaN } is var length && !double.IsNaN(length)) seconds = Positive(count * length);
        else return false;
        return true;
    }

    /// <summary>The group that may park, or empty for everybody; null when nobody may.</summary>
    public static string? Access(string? text) => text switch
    {
        null or "yes" or "public" or "permissive" or "customers" or "destination" or "designated" or "unknown" => "",
        "no" => null,
        _ => text,
    };

    /// <summary>What a tag says usually and, by its <c>:conditional</c>, at some hours; <paramref name="isRead"/> false when there is a <c>:conditional</c> whose conditions or values could not be read (reported): then it counts as not there.</summary>
    public CurbAspect Aspect(OsmElement element, string key, string? usual, string? conditional, Func<string, bool> isKnown, out bool isRead)
    {
        List<TimedValue> timed = [];
        isRead = conditional is null || (TimedValue.TryParse(conditional, out timed) && timed.TrueForAll(t => isKnown(t.Value)));
        if (!isRead) Unread("rules of parking by time that could not be read", "a rule by time that says more than hours of a week, residents and employees do: it is kept as text and not applied", element, $"{key}:conditional={conditional}");
        return new(usual, isRead ? timed : []);
    }

    /// <summary>Whether a value of <c>access</c> is one that groups of drivers can be told by.</summary>
    public static bool IsKnownAccess(string text) => Access(text) is null or "" || CurbUsers.Of(text) is not null;

    /// <summary>Hours of the week; empty for always or when they could not be read: then the text is kept among <paramref name="others"/>.</summary>
    public IReadOnlyList<WeekTime> Hours(OsmElement element, string key, List<KeyValuePair<string, string>> others)
    {
        if (element[key] is not { } text) return [];
        if (OsmHours.TryParse(text, out var times)) return times is [var only] && only == WeekTime.Always ? [] : times;
        Unread("opening hours that could not be read", "hours that say more than a week can: they are kept as text, and it is always open", element, $"{key}={text}");
        others.Add(new(key, text));
        return [];
    }

    private void Unread(string counted, string what, OsmElement element, string text)
    {
        tally.Ignore(counted);
        unread[what] = unread.TryGetValue(what, out var before) ? before with { Count = before.Count + 1 } : (1, element, text);
    }

    private static bool Number(string text, out double value) => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);

    private static double Positive(double seconds) => seconds > 0 ? seconds : double.PositiveInfinity;
}
