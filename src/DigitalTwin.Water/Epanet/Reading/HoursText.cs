namespace DigitalTwin.Water.Epanet.Reading;

/// <summary>Times as EPANET writes them: decimal hours, a number with a unit, h:mm or h:mm:ss, with AM or PM.</summary>
internal static class HoursText
{
    /// <summary>Hours that <paramref name="time"/> and <paramref name="unit"/> (may be empty) stand for; NaN when they stand for none.</summary>
    /// <param name="time">A number or h:mm:ss.</param>
    /// <param name="unit">SEC, MIN, HOU or DAY behind a number, AM or PM behind either; empty for hours.</param>
    /// <param name="afternoonPast12">Set when PM follows an hour of 13 or more, which EPANET 2.0 took for what it is.</param>
    public static double Read(ReadOnlySpan<byte> time, ReadOnlySpan<byte> unit, out bool afternoonPast12)
    {
        afternoonPast12 = false;
        Span<double> parts = [0, 0, 0];
        var count = 0;
        foreach (var range in time.Split((byte)':'))
        {
            var part = time[range];
            if (part.Length == 0) continue;
            if (count == 3) break; // EPANET passes over what follows the seconds
            if (DecimalText.Read(part, out parts[count]) != DecimalVerdict.Number) return double.NaN;
            count++;
        }
        if (count == 0) return double.NaN;
        var hours = parts[0];
        if (count == 1)
        {
            if (Keyword.Starts(unit, "SEC"u8)) return Valid(hours / 3600);
            if (Keyword.Starts(unit, "MIN"u8)) return Valid(hours / 60);
            if (Keyword.Starts(unit, "HOU"u8)) return Valid(hours);
            if (Keyword.Starts(unit, "DAY"u8)) return Valid(hours * 24);
        }
        else
        {
            hours = hours + parts[1] / 60 + parts[2] / 3600;
        }
        if (unit.Length == 0) return Valid(hours);
        if (Keyword.Starts(unit, "AM"u8)) return hours >= 13 ? double.NaN : Valid(hours >= 12 ? hours - 12 : hours);
        if (!Keyword.Starts(unit, "PM"u8)) return double.NaN;
        afternoonPast12 = hours >= 13;
        return hours >= 24 ? double.NaN : Valid(hours >= 12 ? hours : hours + 12);
    }

    private static double Valid(double hours) => hours is >= 0 and < 1e9 ? hours : double.NaN;
}
