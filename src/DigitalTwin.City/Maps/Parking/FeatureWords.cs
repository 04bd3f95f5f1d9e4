using System.Globalization;
using System.Text.Json;
using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Cities.Maps.Layers;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Units;

namespace DigitalTwin.Cities.Maps.Parking;

/// <summary>The properties of one feature being read: hands out values of the kind that is asked for, says what is wrong with the others, and remembers which were asked for.</summary>
internal sealed class FeatureWords(GeoFeature feature, string what, string path, ProblemList problems)
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal) { "id" };

    public GeoFeature Feature => feature;

    /// <summary>What the sentences are about: <c>the lot 'P-07'</c>.</summary>
    public string What => what;

    /// <summary>Number of mistakes told so far.</summary>
    public int Told => problems.ErrorCount;

    public bool Has(string name) => feature.Find(name) is { Kind: not GeoValueKind.Null };

    /// <summary>The first of these properties that is there.</summary>
    public GeoValue? Take(params ReadOnlySpan<string> names)
    {
        GeoValue? found = null;
        foreach (var name in names)
        {
            taken.Add(name);
            if (found is null && feature.Find(name) is { Kind: not GeoValueKind.Null } value) found = value;
        }
        return found;
    }

    public string? Text(params ReadOnlySpan<string> names)
    {
        if (Take(names) is not { } value) return null;
        if (value is { Kind: GeoValueKind.Text, Text.Length: > 0 }) return value.Text;
        if (value.Kind == GeoValueKind.Number) return value.Number.ToString("R", CultureInfo.InvariantCulture);
        Error($"The '{names[0]}' of {what} is a text; found {Shown(value)}.");
        return null;
    }

    /// <summary>A whole number within limits; null when absent or wrong (reported).</summary>
    public int? Whole(int least, int most, params ReadOnlySpan<string> names)
    {
        if (Take(names) is not { } value) return null;
        if (value.Kind == GeoValueKind.Number && value.Number >= least && value.Number <= most && value.Number == Math.Floor(value.Number)) return (int)value.Number;
        Error($"The '{names[0]}' of {what} is a whole number from {least:N0} to {most:N0}; found {Shown(value)}.");
        return null;
    }

    /// <summary>A number above 0; NaN when absent or wrong (reported).</summary>
    public double Positive(string name)
    {
        if (Take(name) is not { } value) return double.NaN;
        if (value is { Kind: GeoValueKind.Number, Number: > 0 }) return value.Number;
        Error($"The '{name}' of {what} is a number above 0; found {Shown(value)}.");
        return double.NaN;
    }

    /// <summary>Yes or no; no when absent or wrong (reported).</summary>
    public bool Truth(string name)
    {
        if (Take(name) is not { } value) return false;
        if (value.Kind == GeoValueKind.Truth) return value.Number != 0;
        Error($"The '{name}' of {what} is true or false; found {Shown(value)}.");
        return false;
    }

    /// <summary>A quantity above 0 in SI: a text with its unit (<c>2 h</c>), an ISO 8601 duration, or a number whose unit the name has (<c>max_stay_min</c>); NaN when absent or wrong (reported).</summary>
    public double Quantity(string name, Unit wanted, params ReadOnlySpan<string> otherNames)
    {
        foreach (var (property, number) in feature.Properties)
            if (number.Kind == GeoValueKind.Number && AttributeUnit.Of(property) is var (called, unit) && called == name && unit.Dimension == wanted.Dimension)
            {
                taken.Add(property);
                if (number.Number > 0) return unit.ToSI(number.Number);
                Error($"The '{property}' of {what} is a number above 0; found {Shown(number)}.");
                return double.NaN;
            }
        if (Take([name, .. otherNames]) is not { } value) return double.NaN;
        string? problem = null;
        var form = $"a text with its unit, or '{name}_{wanted.Symbol}' a number";
        if (value.Kind == GeoValueKind.Text)
        {
            if (value.Text!.StartsWith('P') && wanted.Symbol == "s")
            {
                try
                {
                    if (System.Xml.XmlConvert.ToTimeSpan(value.Text) is { Ticks: > 0 } span) return span.TotalSeconds;
                }
                catch (FormatException)
                {
                    // Said below, with what is accepted.
                }
            }
            else if (Numerics.Units.Quantity.TryParse(value.Text, wanted, out var si, out problem) && si > 0) return si;
        }
        Error($"The '{name}' of {what} is {form}; found {Shown(value)}.{(problem is null ? "" : " " + problem)}");
        return double.NaN;
    }

    /// <summary>Hours of the week; empty when absent or wrong (reported).</summary>
    public IReadOnlyList<Mobility.Parking.WeekTime> Hours(params ReadOnlySpan<string> names) => Text(names) is { } text ? HoursIn(names[0], text) : [];

    public IReadOnlyList<Mobility.Parking.WeekTime> HoursIn(string name, string text)
    {
        if (WeekHours.TryParse(text, out var times, out var problem)) return times;
        Error($"In '{name}' of {what} {problem}");
        return [];
    }

    /// <summary>Names of groups: a list of texts, or one text with commas; 'public' is everybody and stands alone.</summary>
    public IReadOnlyList<string> Groups(params ReadOnlySpan<string> names)
    {
        if (Take(names) is not { } value) return [];
        var told = Told;
        var groups = Groups(names[0], value);
        if (groups.Count == 0 && Told == told && value.Text != Public && value.Text != $"[\"{Public}\"]") Error($"The '{names[0]}' of {what} name nobody; everybody is \"{Public}\", or nothing said.");
        return groups;
    }

    public IReadOnlyList<string> Groups(string name, GeoValue value)
    {
        string[]? groups = value.Kind == GeoValueKind.Text ? value.Text!.Split(',', StringSplitOptions.TrimEntries) : null;
        if (value.Kind == GeoValueKind.Json)
        {
            using var json = JsonDocument.Parse(value.Text!);
            if (json.RootElement.ValueKind == JsonValueKind.Array && json.RootElement.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String))
                groups = [.. json.RootElement.EnumerateArray().Select(e => e.GetString()!)];
        }
        if (groups is null || groups.Any(g => g.Length == 0) || (groups.Length > 1 && groups.Contains(Public)))
        {
            Error($"The '{name}' of {what} are names of groups, as in [\"staff\",\"residents\"], or \"{Public}\" alone; found {Shown(value)}.");
            return [];
        }
        return groups is [Public] ? [] : groups;
    }

    public const string Public = "public";

    public void Error(string sentence) => problems.Error(path, feature.Line, feature.Column, char.ToUpperInvariant(sentence[0]) + sentence[1..]);

    public void Warning(string sentence) => problems.Warning(path, feature.Line, feature.Column, sentence);

    /// <summary>Properties that nobody asked for.</summary>
    public List<KeyValuePair<string, GeoValue>> Others() => [.. feature.Properties.Where(p => !taken.Contains(p.Key) && p.Value.Kind != GeoValueKind.Null)];

    /// <summary>Names of all properties that were asked for.</summary>
    public IEnumerable<string> Known => taken.Order(StringComparer.Ordinal);

    public static string Shown(GeoValue value) => value.Kind switch
    {
        GeoValueKind.Number => value.Number.ToString("R", CultureInfo.InvariantCulture),
        GeoValueKind.Truth => value.Number != 0 ? "true" : "false",
        GeoValueKind.Null => "null",
        _ => value.Text!.Length <= 40 ? $"'{value.Text}'" : $"'{value.Text[..40]}…'",
    };
}
