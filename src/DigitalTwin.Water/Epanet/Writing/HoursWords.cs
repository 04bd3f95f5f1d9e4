using System.Globalization;
using System.Text;
using DigitalTwin.Water.Epanet.Reading;

namespace DigitalTwin.Water.Epanet.Writing;

/// <summary>Times as text that reads back to the same time: h:mm or h:mm:ss where that is exact, else decimal hours.</summary>
internal static class HoursWords
{
    /// <summary>Text of a time in hours.</summary>
    public static string Of(double hours)
    {
        var seconds = Math.Round(hours * 3600);
        if (seconds is >= 0 and < 1e12)
        {
            var clock = OfSeconds((long)seconds);
            if (HoursText.Read(Encoding.ASCII.GetBytes(clock), default, out _) == hours) return clock;
        }
        return hours.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>Text of a time in whole seconds.</summary>
    public static string OfSeconds(long seconds)
    {
        var (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        return rest == 0 ? $"{hours}:{minutes:00}" : $"{hours}:{minutes:00}:{rest:00}";
    }
}
