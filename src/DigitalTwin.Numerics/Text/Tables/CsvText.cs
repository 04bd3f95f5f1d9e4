namespace DigitalTwin.Numerics.Text.Tables;

/// <summary>Writes fields of CSV (RFC 4180).</summary>
public static class CsvText
{
    /// <summary>The field, in quotes where it needs them.</summary>
    public static string Quoted(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.AsSpan().IndexOfAny("\",\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
