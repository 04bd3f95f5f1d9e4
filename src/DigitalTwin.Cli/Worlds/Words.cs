using System.Globalization;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;

namespace DigitalTwin.Cli.Worlds;

/// <summary>Instants, ages and values as a person reads them.</summary>
internal static class Words
{
    public static string Instant(DateTimeOffset? at) => at is { } known
        ? known.UtcDateTime.ToString(known.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd HH:mm:ss'Z'" : "yyyy-MM-dd HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture) : "";

    /// <summary>A length of time in its two largest parts at most: <c>3 d 4 h</c>.</summary>
    public static string Age(TimeSpan? age)
    {
        if (age is not { } given) return "";
        var (sign, span) = (given < TimeSpan.Zero ? "−" : "", given.Duration());
        var text = span.TotalDays >= 2 ? $"{span.Days} d{Rest(span.Hours, "h")}"
            : span.TotalHours >= 2 ? $"{(int)span.TotalHours} h{Rest(span.Minutes, "min")}"
            : span.TotalMinutes >= 2 ? $"{(int)span.TotalMinutes} min"
            : $"{span.TotalSeconds.ToString(span.TotalSeconds < 10 ? "0.#" : "0", CultureInfo.InvariantCulture)} s";
        return sign + text;

        static string Rest(int part, string unit) => part == 0 ? "" : $" {part} {unit}";
    }

    public static string Value(Reading? reading) => reading is null ? "—" : reading.Text ?? Number(reading.Value);

    public static string Number(double value)
    {
        if (double.IsNaN(value)) return "";
        var size = Math.Abs(value);
        return value.ToString(value == Math.Floor(value) && size < 1e9 ? "N0" : size >= 1e9 || (size < 1e-3 && size > 0) ? "G4" : size >= 1000 ? "N1" : "0.####", CultureInfo.InvariantCulture);
    }

    /// <summary>A change, with its sign.</summary>
    public static string Signed(double by) => double.IsNaN(by) ? "" : by > 0 ? "+" + Number(by) : Number(by);

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Quality(Quality quality) => quality switch
    {
        Grains.Contracts.Telemetry.Quality.Good => "",
        _ => quality.ToString().ToLowerInvariant(),
    };

    public static string Origin(Origin origin) => origin == Grains.Contracts.Telemetry.Origin.Observed ? "" : origin.ToString().ToLowerInvariant();
}
