using System.Globalization;
using DigitalTwin.Buildings.Records;
using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Cities.Maps.Layers;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Units;

namespace DigitalTwin.Cities.Maps.Buildings;

/// <summary>
/// Makes a record of named values: properties of GeoJSON, columns of a table, attributes of a city model. A unit may stand behind a name's last underscore (<c>height_ft</c>), names of other
/// registers are understood, what is not understood is kept under its own name. A wrong value is told and left out.
/// </summary>
internal sealed class BuildingProperties(string file, string source, ProblemList problems)
{
    /// <summary>Our names, each with those of others: OpenStreetMap, CityGML, 3DBAG.</summary>
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["land_use"] = "use", ["building"] = "use", ["function"] = "use", ["usage"] = "use", ["building_use"] = "use", ["用途"] = "use",
        ["measuredHeight"] = "height", ["building:height"] = "height", ["hoogte"] = "height", ["b3_h_max"] = "height", ["高度"] = "height",
        ["levels"] = "storeys", ["building:levels"] = "storeys", ["floors"] = "storeys", ["num_floors"] = "storeys", ["storeysAboveGround"] = "storeys", ["b3_bouwlagen"] = "storeys", ["层数"] = "storeys",
        ["storeysBelowGround"] = "basements", ["building:levels:underground"] = "basements", ["地下层数"] = "basements",
        ["yearOfConstruction"] = "year", ["oorspronkelijkbouwjaar"] = "year", ["oorspronkelijk_bouwjaar"] = "year", ["year_built"] = "year", ["built"] = "year", ["start_date"] = "year", ["建成年份"] = "year",
        ["area"] = "floor_area", ["gross_floor_area"] = "floor_area", ["建筑面积"] = "floor_area", ["people"] = "occupants", ["residents"] = "occupants", ["人口"] = "occupants", ["户数"] = "households",
        ["name_en"] = "name", ["addr:full"] = "address", ["地址"] = "address", ["lon"] = "longitude", ["lat"] = "latitude",
        ["address_code"] = "address-code", ["building_code"] = "building-code", ["ifc_guid"] = "ifc", ["gml_id"] = "gml", ["地址编码"] = "address-code", ["楼栋编码"] = "building-code",
    };

    private static readonly string[] CodeSystems = ["address-code", "building-code", "ifc", "gml"];

    /// <summary>Names that are understood.</summary>
    public static IReadOnlyList<string> Known { get; } =
        ["id", "name", "address", "use", "year", "storeys", "basements", "height", "floor_area", "volume", "households", "occupants", "longitude", "latitude", .. CodeSystems];

    /// <summary>The record of an id and its values.</summary>
    public BuildingRecord Record(string id, IEnumerable<KeyValuePair<string, GeoValue>> values, int line, int column)
    {
        var record = new BuildingRecord { Id = id };
        var (codes, others) = (new SortedDictionary<string, string>(StringComparer.Ordinal), new SortedDictionary<string, Known<string>>(StringComparer.Ordinal));
        foreach (var (property, value) in values)
        {
            if (property is "id" || value.Kind == GeoValueKind.Null || value.Text is { Length: 0 }) continue;
            var (bare, unit) = value.Kind == GeoValueKind.Json ? (property, Unit.One) : AttributeUnit.Of(property);
            var name = Synonyms.GetValueOrDefault(property) ?? Synonyms.GetValueOrDefault(bare) ?? bare;
            if (Array.IndexOf(CodeSystems, name) >= 0) codes[name] = Text(value);
            else record = With(record, name, property, value, unit, id, line, column) ?? Keep(record, others, property, value);
        }
        return record with { Codes = codes, Others = others };
    }

    private BuildingRecord? With(BuildingRecord record, string name, string property, GeoValue value, Unit unit, string id, int line, int column)
    {
        switch (name)
        {
            case "name": return record.Name is null || property == "name" ? record with { Name = new(Text(value), source) } : record;
            case "address": return record with { Address = new(Text(value), source) };
            case "use":
                if (BuildingUseWords.TryParse(Text(value), out var use)) return record with { Use = new(use, source) };
                problems.Warning(file, line, column, $"Building '{id}': {BuildingUseWords.Mistake(Shown(Text(value)))} It is taken as not said.");
                return record;
            case "year": return Whole(value, property, id, 1000, 3000, line, column) is { } year ? record with { Year = new(year, source) } : record;
            case "storeys": return Whole(value, property, id, 1, 300, line, column) is { } storeys ? record with { Storeys = new(storeys, source) } : record;
            case "basements": return Whole(value, property, id, 0, 50, line, column) is { } basements ? record with { Basements = new(basements, source) } : record;
            case "households": return Whole(value, property, id, 0, 100_000, line, column) is { } households ? record with { Households = new(households, source) } : record;
            case "height": return Number(value, property, unit, "m", id, 0.5, 1500, line, column) is { } height ? record with { Height = new(height, source) } : record;
            case "floor_area": return Number(value, property, unit, "m2", id, 1, 1e7, line, column) is { } area ? record with { FloorArea = new(area, source) } : record;
            case "volume": return Number(value, property, unit, "m3", id, 1, 1e9, line, column) is { } volume ? record with { Volume = new(volume, source) } : record;
            case "occupants": return Number(value, property, Unit.One, "people", id, 0, 1e6, line, column) is { } people ? record with { Occupants = new(people, source) } : record;
            case "longitude": return Number(value, property, Unit.One, "degrees", id, -180, 180, line, column) is { } x ? record with { Longitude = new(x, source) } : record;
            case "latitude": return Number(value, property, Unit.One, "degrees", id, -90, 90, line, column) is { } y ? record with { Latitude = new(y, source) } : record;
            default: return null;
        }
    }

    private BuildingRecord Keep(BuildingRecord record, SortedDictionary<string, Known<string>> others, string property, GeoValue value)
    {
        others[property] = new(Text(value), source);
        return record;
    }

    private int? Whole(GeoValue value, string property, string id, int least, int most, int line, int column)
    {
        var number = NumberOf(value, property is "start_date" or "year");
        if (number >= least && number <= most && number == Math.Floor(number)) return (int)number;
        problems.Error(file, line, column, $"Building '{id}': '{property}' is a whole number from {least} to {most}; found '{Shown(Text(value))}'.");
        return null;
    }

    private double? Number(GeoValue value, string property, Unit unit, string what, string id, double least, double most, int line, int column)
    {
        var number = NumberOf(value, false);
        // A number without a unit is in what the field is usually in.
        if (unit.Dimension != Dimension.None) number = unit.ToSI(number);
        if (number >= least && number <= most) return number;
        problems.Error(file, line, column, string.Create(CultureInfo.InvariantCulture, $"Building '{id}': '{property}' is from {least} to {most:0} {what}; found '{Shown(Text(value))}'."));
        return null;
    }

    private static double NumberOf(GeoValue value, bool isDate)
    {
        if (value.Kind == GeoValueKind.Number) return value.Number;
        var text = isDate && value.Text is { Length: > 4 } date && date[4] == '-' ? date[..4] : value.Text;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
    }

    private static string Text(GeoValue value) => value.Kind switch
    {
        GeoValueKind.Number => value.Number.ToString("R", CultureInfo.InvariantCulture),
        GeoValueKind.Truth => value.Number != 0 ? "true" : "false",
        _ => value.Text ?? "",
    };

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
