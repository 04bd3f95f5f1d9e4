using System.Globalization;
using System.Text.Json;
using DigitalTwin.Buildings.Records;

namespace DigitalTwin.Buildings.CityJson;

/// <summary>Writes the values of a record as attributes: those of CityGML under its names, others under names of our own that the reader knows or keeps.</summary>
internal static class AttributeWriter
{
    public static void Write(Utf8JsonWriter json, BuildingRecord record)
    {
        json.WriteStartObject("attributes");
        if (record.Name is { } called) json.WriteString("name", called.Value);
        if (record.Use is { } use) json.WriteString("function", use.Value.ToString().ToLowerInvariant());
        if (record.Year is { } year) json.WriteNumber("yearOfConstruction", year.Value);
        if (record.Storeys is { } storeys) json.WriteNumber("storeysAboveGround", storeys.Value);
        if (record.Basements is { } basements) json.WriteNumber("storeysBelowGround", basements.Value);
        if (record.Height is { } height) json.WriteNumber("measuredHeight", height.Value);
        if (record.FloorArea is { } area) json.WriteNumber("floorArea", area.Value);
        if (record.Households is { } households) json.WriteNumber("households", households.Value);
        if (record.Occupants is { } occupants) json.WriteNumber("occupants", occupants.Value);
        if (record.Longitude is { } longitude) json.WriteNumber("longitude", longitude.Value);
        if (record.Latitude is { } latitude) json.WriteNumber("latitude", latitude.Value);
        if (record.Codes.Count > 0)
        {
            json.WriteStartObject("codes");
            foreach (var (system, code) in record.Codes.OrderBy(c => c.Key, StringComparer.Ordinal)) json.WriteString(system, code);
            json.WriteEndObject();
        }
        foreach (var (name, text) in record.Others.OrderBy(o => o.Key, StringComparer.Ordinal)) Write(json, name, text.Value);
        json.WriteEndObject();
        if (record.Address is not { } address) return;
        json.WriteStartArray("address");
        json.WriteStartObject();
        json.WriteString("freeText", address.Value);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>A text that is a plain number is written as one.</summary>
    private static void Write(Utf8JsonWriter json, string name, string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number.ToString("R", CultureInfo.InvariantCulture) == text && double.IsFinite(number)) json.WriteNumber(name, number);
        else json.WriteString(name, text);
    }
}
