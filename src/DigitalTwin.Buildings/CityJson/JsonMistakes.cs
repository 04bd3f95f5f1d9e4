using System.Text.Json;

namespace DigitalTwin.Buildings.CityJson;

/// <summary>Says what is wrong with a text that is not JSON.</summary>
internal static class JsonMistakes
{
    /// <summary>The byte at which it went wrong.</summary>
    public static long Place(JsonException error, JsonText text)
    {
        var bytes = text.Bytes;
        var at = 0;
        for (var line = error.LineNumber ?? 0; line > 0 && at < bytes.Length; line--)
        {
            var end = bytes[at..].IndexOf((byte)'\n');
            if (end < 0) break;
            at += end + 1;
        }
        return Math.Min(bytes.Length, at + (error.BytePositionInLine ?? 0));
    }

    public static string Sentence(JsonException error, long at, JsonText text)
    {
        if (text.Bytes[(int)at..].Trim(" \t\r\n"u8).IsEmpty) return "The text ends in the middle of a value; it looks cut off.";
        var reason = error.Message;
        var tail = reason.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return $"This is not JSON: {(tail > 0 ? reason[..tail] : reason)}";
    }
}
