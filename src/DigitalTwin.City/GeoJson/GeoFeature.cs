using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.GeoJson;

/// <summary>One GeoJSON feature (RFC 7946 §3.2).</summary>
/// <param name="Id">Its id as text, or null.</param>
/// <param name="Geometry">Longitude and latitude in degrees, or null.</param>
/// <param name="Properties">Members of its properties, in the order of the file.</param>
/// <param name="Line">1-based line at which it begins; 0 for a feature that was not read from a file.</param>
/// <param name="Column">1-based column at which it begins.</param>
public sealed record GeoFeature(
    string? Id, Geometry? Geometry, IReadOnlyList<KeyValuePair<string, GeoValue>> Properties, int Line = 0, int Column = 0)
{
    /// <summary>The text of a property, or null when it is absent or no text.</summary>
    public string? Text(string name) => Find(name) is { Kind: GeoValueKind.Text } value ? value.Text : null;

    /// <summary>The number of a property, or NaN when it is absent or no number.</summary>
    public double Number(string name) => Find(name) is { Kind: GeoValueKind.Number } value ? value.Number : double.NaN;

    /// <summary>A property, or null when it is absent; the last of equal names counts.</summary>
    public GeoValue? Find(string name)
    {
        for (var i = Properties.Count - 1; i >= 0; i--)
            if (Properties[i].Key == name) return Properties[i].Value;
        return null;
    }
}

/// <summary>What a property's value is.</summary>
public enum GeoValueKind
{
    /// <summary>null.</summary>
    Null,

    /// <summary>true (1) or false (0).</summary>
    Truth,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,

    /// <summary>An array or object, kept as JSON.</summary>
    Json,
}

/// <summary>A property's value.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">The number, 1 or 0 for a truth, else NaN.</param>
/// <param name="Text">The text or the JSON, else null.</param>
public readonly record struct GeoValue(GeoValueKind Kind, double Number, string? Text)
{
    /// <summary>A number as a value.</summary>
    public static GeoValue Of(double number) => new(GeoValueKind.Number, number, null);

    /// <summary>A text as a value.</summary>
    public static GeoValue Of(string text) => new(GeoValueKind.Text, double.NaN, text);

    /// <summary>JSON as a value.</summary>
    public static GeoValue Json(string json) => new(GeoValueKind.Json, double.NaN, json);
}
