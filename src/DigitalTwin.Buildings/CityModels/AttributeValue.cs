using System.Globalization;

namespace DigitalTwin.Buildings.CityModels;

/// <summary>The value of an attribute of a city object.</summary>
/// <param name="Text">The text, or the number as it is written.</param>
/// <param name="Number">The number, also of a text that is nothing else (<c>"1975"</c>); NaN otherwise.</param>
internal readonly record struct AttributeValue(string Text, double Number)
{
    public static AttributeValue Of(string text) =>
        new(text, double.TryParse(text.AsSpan().Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : double.NaN);
}
