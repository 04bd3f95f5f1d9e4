using System.Globalization;
using System.Text.Json;
using DigitalTwin.Numerics.Text.Tables;

namespace DigitalTwin.Grains.Worlds.Copies;

/// <summary>How the files of an exported world write numbers and instants: so that reading gives the same bits.</summary>
internal static class CopyText
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public static readonly JsonSerializerOptions Lines = new()
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);

    public static string Instant(DateTimeOffset? at) => at is { } known ? Instant(known) : "";

    public static bool TryInstant(string text, out DateTimeOffset at) =>
        DateTimeOffset.TryParseExact(text, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out at);

    /// <summary>All digits; nothing for NaN.</summary>
    public static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);

    public static bool TryNumber(string text, out double value)
    {
        value = double.NaN;
        return text.Length == 0 || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>A line of CSV.</summary>
    public static string Row(params ReadOnlySpan<string> fields)
    {
        var row = new System.Text.StringBuilder();
        foreach (var field in fields) row.Append(row.Length == 0 ? "" : ",").Append(CsvText.Quoted(field));
        return row.Append('\n').ToString();
    }
}
