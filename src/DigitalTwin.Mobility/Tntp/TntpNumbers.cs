using System.Globalization;

namespace DigitalTwin.Mobility.Tntp;

/// <summary>Numbers of a TNTP file, with a sentence for each that is none.</summary>
internal static class TntpNumbers
{
    /// <summary>A finite number, of at least 0 where nothing else is said.</summary>
    public static double Real(TntpLines lines, Field field, string name, double least = 0)
    {
        if (!double.TryParse(field.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            lines.Problems.Error(lines.File, lines.Line, field.Column, $"'{field.Text}' is not a number; {name} is expected here.");
            return double.NaN;
        }
        if (value >= least) return value;
        lines.Problems.Error(lines.File, lines.Line, field.Column, $"The {name} {field.Text} is negative; at least {least.ToString(CultureInfo.InvariantCulture)} is accepted.");
        return double.NaN;
    }

    /// <summary>The number of a node or zone, from 1; 0 when it is none.</summary>
    public static int Number(TntpLines lines, Field field, string name)
    {
        if (int.TryParse(field.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0) return value;
        lines.Problems.Error(lines.File, lines.Line, field.Column, $"'{field.Text}' is not the number of a {name}; whole numbers from 1 are accepted.");
        return 0;
    }

    /// <summary>A whole number of the metadata; null when it is absent or wrong.</summary>
    public static int? Count(TntpLines lines, Dictionary<string, (string Value, int Line)> metadata, string tag)
    {
        if (!metadata.TryGetValue(tag, out var found)) return null;
        if (int.TryParse(found.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return value;
        lines.Problems.Error(lines.File, found.Line, 0, $"<{tag}> is '{found.Value}'; a whole number is expected.");
        return null;
    }

    /// <summary>A number of the metadata that is at least 0; null when it is absent or wrong.</summary>
    public static double? Amount(TntpLines lines, Dictionary<string, (string Value, int Line)> metadata, string tag)
    {
        if (!metadata.TryGetValue(tag, out var found)) return null;
        if (double.TryParse(found.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && value >= 0) return value;
        lines.Problems.Error(lines.File, found.Line, 0, $"<{tag}> is '{found.Value}'; a number of at least 0 is expected.");
        return null;
    }

    /// <summary>Most nodes of a network: what a search can tell apart.</summary>
    private const int Most = 1 << 24;

    /// <summary>A count that must be there, above 0 and no more than a network has.</summary>
    public static int Needed(TntpLines lines, Dictionary<string, (string Value, int Line)> metadata, string tag)
    {
        if (Count(lines, metadata, tag) is { } value)
        {
            if (value is > 0 and <= Most) return value;
            lines.Problems.Error(lines.File, metadata[tag].Line, 0, value > Most ? FormattableString.Invariant($"<{tag}> is {value}; at most {Most:N0} are accepted.") : $"<{tag}> is {value}; at least 1 is expected.");
        }
        else if (!metadata.ContainsKey(tag))
        {
            lines.Problems.Error(lines.File, 0, 0, $"The metadata <{tag}> is missing.");
        }
        return 0;
    }
}
