using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Twins;

namespace DigitalTwin.Grains.Telemetry;

/// <summary>Whether a value is one that its property can have.</summary>
internal static class ValueCheck
{
    private const double MostCount = 1e9;

    /// <summary>Why not, one sentence; null when it is.</summary>
    public static string? Mistake(Vocabulary vocabulary, string property, double value, string? word)
    {
        if (vocabulary.Find(property) is not { } known)
        {
            if (vocabulary.SlipOf(property) is { } near) return $"'{property}' is no known property. Did you mean '{near}'? One of your own begins with 'x-'.";
            return word is null ? NotNumber(property, value) : NotText(property, word, value);
        }
        if (known.Kind == ValueKind.Own) return $"'{property}' is the twin's own; a command changes it.";
        if (known.Kind == ValueKind.Position)
        {
            if (word is null ? value is 0 or 1 || (value is 2 && known.Words.Contains("active")) : known.Words.Contains(word)) return null;
            return $"'{property}' is {(word is null ? AlertText.Number(value) : $"'{Names.Shown(word)}'")}; {string.Join(", ", known.Words.Select(w => $"'{w}'"))} and the codes 0 (closed) and 1 (open) are accepted.";
        }
        if (word is not null) return $"'{property}' is the word '{Names.Shown(word)}'; a number{(known.Unit.Length == 0 ? "" : $" in {known.Unit}")} is accepted.";
        if (known.Kind == ValueKind.Count && double.IsFinite(value) && !(value >= 0 && value <= MostCount && value == Math.Floor(value)))
            return $"'{property}' is {AlertText.Number(value)}; a whole number from 0 is accepted.";
        return NotNumber(property, value);
    }

    private static string? NotNumber(string property, double value) => double.IsFinite(value) ? null : $"'{property}' is {value}; a finite number is accepted.";

    private static string? NotText(string property, string word, double value)
    {
        if (word.Length > TelemetryLimits.TextLength) return $"'{property}' is a text of {word.Length} characters; at most {TelemetryLimits.TextLength} are accepted.";
        if (double.IsInfinity(value)) return $"'{property}' is {value} besides its text; a finite number or none is accepted.";
        return ObservationCheck.IsText(word) ? null : $"'{property}' is a text with a control character or broken UTF-16; plain text is accepted.";
    }
}
