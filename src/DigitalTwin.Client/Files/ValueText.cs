using System.Buffers;
using System.Buffers.Text;
using System.Text;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Client.Files;

/// <summary>Reads the pieces of an observation from UTF-8.</summary>
internal static class ValueText
{
    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789,.-"u8);
    private static readonly string[] Qualities = ["good", "uncertain", "bad"];

    /// <summary>A finite number, or why it is none.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> text, out double number, out string? mistake)
    {
        text = text.Trim(" \t"u8);
        if (text is [(byte)'+', not (byte)'-' and not (byte)'+', ..]) text = text[1..];
        mistake = null;
        var whole = Utf8Parser.TryParse(text, out number, out var used) && used == text.Length;
        if (whole && double.IsFinite(number)) return true;
        number = double.NaN;
        if (whole) mistake = $"The value is '{Shown(text)}'; a finite number is expected.";
        else if (text.IndexOf((byte)',') >= 0 && text.IndexOfAnyExcept(Digits) < 0) mistake = $"The value is '{Shown(text)}'; a number has a point and no commas, as in 3.25.";
        else mistake = $"The value '{Shown(text)}' is not a number; a word goes into 'text'.";
        return false;
    }

    /// <summary>A quality; good when nothing stands there.</summary>
    public static bool TryQuality(ReadOnlySpan<byte> text, out Quality quality, out string? mistake)
    {
        (quality, mistake) = (Quality.Good, null);
        text = text.Trim(" \t"u8);
        if (text.IsEmpty || Is(text, "good"u8)) return true;
        if (Is(text, "uncertain"u8)) quality = Quality.Uncertain;
        else if (Is(text, "bad"u8)) quality = Quality.Bad;
        else mistake = $"The quality '{Shown(text)}' is none of good, uncertain and bad.{NearestName.Hint(Shown(text), Qualities)}";
        return mistake is null;

        static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) => Ascii.EqualsIgnoreCase(text, word);
    }

    /// <summary>Some text for a sentence: at most 60 characters of it.</summary>
    public static string Shown(ReadOnlySpan<byte> text)
    {
        var shown = Encoding.UTF8.GetString(text.Length > 240 ? text[..240] : text);
        return shown.Length <= 60 ? shown : shown[..60] + "…";
    }
}
