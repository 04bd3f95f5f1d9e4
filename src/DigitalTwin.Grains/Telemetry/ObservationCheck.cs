using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Twins;

namespace DigitalTwin.Grains.Telemetry;

/// <summary>Whether an observation can be taken at all; whether its asset exists is asked once for all of an asset's.</summary>
internal static class ObservationCheck
{
    /// <summary>Why an observation is refused, one sentence; null when it is not.</summary>
    /// <param name="o">The observation.</param>
    /// <param name="vocabulary">Of its asset's type.</param>
    /// <param name="now">The silo's clock.</param>
    /// <param name="live">Whether the world is live.</param>
    public static string? Mistake(Observation o, Vocabulary vocabulary, DateTimeOffset now, bool live)
    {
        if (!Names.IsName(o.Property)) return $"'{Names.Shown(o.Property)}' is no property: {Names.Accepted}.";
        if (string.IsNullOrWhiteSpace(o.Source)) return "The source is missing: who says so?";
        if (o.Source.Length > TelemetryLimits.NameLength) return $"The source '{Names.Shown(o.Source)}' has {o.Source.Length} characters; at most {TelemetryLimits.NameLength} are accepted.";
        if (!IsText(o.Source)) return $"The source '{Names.Shown(o.Source)}' has a control character or broken UTF-16; plain text is accepted.";
        if (o.Quality is < Quality.Good or > Quality.Bad) return $"The quality is {(int)o.Quality}; Good, Uncertain and Bad are accepted.";
        if (o.ObservedAt < TelemetryLimits.First) return $"The instant {o.ObservedAt:yyyy-MM-dd'T'HH:mm:ssK} lies before 1970.";
        if (o.Origin == Origin.Observed && o.ObservedAt > now + TelemetryLimits.Ahead)
            return $"The instant {o.ObservedAt:yyyy-MM-dd'T'HH:mm:ssK} lies more than {TelemetryLimits.Ahead.TotalMinutes} min ahead of the clock ({now:yyyy-MM-dd'T'HH:mm:ss'Z'}).";
        return o.Origin switch
        {
            Origin.Observed or Origin.Simulated => Value(o, vocabulary),
            Origin.Assumed => live ? "A live world takes no assumed values; fork it to assume something." : Value(o, vocabulary),
            Origin.Derived => "Derived values are the twin's own; send what was measured as observed.",
            _ => $"The origin is {(int)o.Origin}; Observed, Simulated and, in a fork, Assumed are accepted.",
        };
    }

    /// <summary>True for text without control characters, unpaired surrogates and the replacement character that broken UTF-8 leaves behind.</summary>
    public static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and < '\u007F') continue;
            if (char.IsControl(c) || c == '\uFFFD') return false;
            if (!char.IsSurrogate(c)) continue;
            if (!char.IsHighSurrogate(c) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return false;
            i++;
        }
        return true;
    }

    // A value whose source calls it bad is kept for the record, whatever number it is.
    private static string? Value(Observation o, Vocabulary vocabulary) =>
        o.Quality == Quality.Bad && double.IsFinite(o.Value) && o.Text is null ? null : ValueCheck.Mistake(vocabulary, o.Property, o.Value, o.Text);
}
