using System.Globalization;
using DigitalTwin.Buildings.Records;

namespace DigitalTwin.Buildings.CityModels;

/// <summary>
/// The attributes of one building, sorted into the values of its record by their names: those of CityGML and CityJSON, of 3DBAG and the Dutch register (BAG), of 3dfier,
/// of Den Haag's model, and our own writer's. Names are compared without case and underscores. The first of several names for a value that says something useful counts.
/// </summary>
internal sealed class AttributeSheet
{
    /// <summary>Years outside of this range are somebody's mark for "not known" (1005 and 9999 are, in BAG).</summary>
    private const int FirstYear = 1006, LastYear = 2200;

    private readonly Dictionary<string, string> codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> others = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Text, string Range)> refused = [];
    private readonly double[] heights = NaNs(HeightRanks);
    private readonly double[] roofs = NaNs(4);
    private readonly BuildingUse?[] uses = new BuildingUse?[3];
    private string? name, address;
    private double year = double.NaN, yearOfDate = double.NaN, storeys = double.NaN, basements = double.NaN, floorArea = double.NaN, volume = double.NaN, households = double.NaN, occupants = double.NaN;
    private double longitude = double.NaN, latitude = double.NaN, ground = double.NaN;

    private const int HeightRanks = 3;

    /// <summary>Attributes that no value holds.</summary>
    public IReadOnlyDictionary<string, string> Others => others;

    /// <summary>Values that cannot be: name, text and what is accepted.</summary>
    public IReadOnlyList<(string Name, string Text, string Range)> Refused => refused;

    /// <summary>Height above the ground that the source states, m; NaN where it does not.</summary>
    public double Height => StatedHeight();

    /// <summary>Takes an attribute. Of a part only what holds for the whole building: heights, areas, volumes and people of a part are kept, as <c>part.name</c>.</summary>
    /// <param name="attribute">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="part">Id of the part whose it is; null for the building's own.</param>
    public void Take(string attribute, AttributeValue value, string? part = null)
    {
        if (value.Text.Length == 0) return;
        var plain = Plain(attribute);
        if (part is not null && !plain.StartsWith("year", StringComparison.Ordinal) && plain is not ("usage" or "function" or "class" or "oorspronkelijkbouwjaar" or "bouwjaar" or "dateofconstruction"))
        {
            Keep("part." + attribute, value.Text);
            return;
        }
        switch (plain)
        {
            case "name" or "gmlname": name ??= value.Text; break;
            case "address" or "adres" or "fulladdress" or "addressfreetext": address ??= value.Text; break;
            case "usage" or "use" or "buildinguse" or "gebruiksdoel" or "gebruiksdoelen": Use(attribute, value.Text, 0); break;
            case "function" or "functie" or "building": Use(attribute, value.Text, 1); break;
            case "class": Use(attribute, value.Text, 2); break;
            case "yearofconstruction" or "oorspronkelijkbouwjaar" or "bouwjaar" or "yearbuilt" or "constructionyear": Number(attribute, value, ref year, FirstYear, LastYear); break;
            case "dateofconstruction": Number(attribute, YearOf(value), ref yearOfDate, FirstYear, LastYear); break;
            case "storeysaboveground" or "b3bouwlagen" or "bouwlagen" or "numberoffloors" or "buildinglevels" or "storeys": Number(attribute, value, ref storeys, 0, 300, whole: true); break;
            case "storeysbelowground" or "basements": Number(attribute, value, ref basements, 0, 50, whole: true); break;
            case "measuredheight": Number(attribute, value, ref heights[0], 0, 2000); break;
            case "height" or "buildingheight": Number(attribute, value, ref heights[1], 0, 2000); break;
            case "relativeridgeheight": Number(attribute, value, ref heights[2], 0, 2000); break;
            case "b3hdak70p" or "hdak70p" or "roofheight": Number(attribute, value, ref roofs[0], -500, 9000); break;
            case "b3hdak50p" or "hdak50p": Number(attribute, value, ref roofs[1], -500, 9000); break;
            case "b3hdakmax" or "hdakmax": Number(attribute, value, ref roofs[2], -500, 9000); break;
            case "b3hdakmin" or "hdakmin": Number(attribute, value, ref roofs[3], -500, 9000); break;
            case "b3hmaaiveld" or "hmaaiveld" or "baseheight": Number(attribute, value, ref ground, -500, 9000); break;
            case "floorarea" or "grossfloorarea": Number(attribute, value, ref floorArea, 0, 1e8); break;
            case "volume" or "b3volumelod22" or "volumelod22": Number(attribute, value, ref volume, 0, 1e9); break;
            case "households": Number(attribute, value, ref households, 0, 1e5, whole: true); break;
            case "occupants": Number(attribute, value, ref occupants, 0, 1e6); break;
            case "longitude": Number(attribute, value, ref longitude, -180, 180); break;
            case "latitude": Number(attribute, value, ref latitude, -90, 90); break;
            case "identificatie" or "bagpandid" or "bagid": codes.TryAdd("bag", value.Text); break;
            case "buildingid" or "buildingcode": codes.TryAdd("building-code", value.Text); break;
            default: Keep(attribute, value.Text); break;
        }
    }

    /// <summary>Keeps what no value holds; the building's own goes before its parts'.</summary>
    public void Keep(string attribute, string text) => others.TryAdd(attribute, text);

    /// <summary>Takes a code of a named system.</summary>
    public void Code(string system, string code) => codes.TryAdd(system, code);

    /// <summary>Takes an address that is written as such.</summary>
    public void Address(string text)
    {
        if (text.Length > 0) address ??= text;
    }

    /// <summary>Puts what was understood into a record; a stated height goes before the geometry's.</summary>
    public BuildingRecord Into(BuildingRecord record, string source)
    {
        Known<T>? As<T>(double number, Func<double, T> turn) => double.IsNaN(number) ? null : new(turn(number), source);
        var height = StatedHeight();
        return record with
        {
            Codes = codes,
            Name = name is null ? null : new(name, source),
            Address = address is null ? null : new(address, source),
            Use = (uses[0] ?? uses[1] ?? uses[2]) is { } use ? new(use, source) : null,
            Year = As(double.IsNaN(year) ? yearOfDate : year, v => (int)v),
            Storeys = As(storeys, v => (int)v),
            Basements = As(basements, v => (int)v),
            Height = height > 0 ? new(height, source) : record.Height,
            FloorArea = As(floorArea, v => v),
            Volume = record.Volume ?? As(volume, v => v),
            Households = As(households, v => (int)v),
            Occupants = As(occupants, v => v),
            Longitude = As(longitude, v => v) ?? record.Longitude,
            Others = others.ToDictionary(o => o.Key, o => new Known<string>(o.Value, source), StringComparer.Ordinal),
            Latitude = As(latitude, v => v) ?? record.Latitude,
        };
    }

    /// <summary>A height above the ground, or a roof level less the level of the ground: of 3DBAG's levels the 70 % quantile, which its own block models use.</summary>
    private double StatedHeight()
    {
        foreach (var height in heights) if (height > 0) return height;
        foreach (var roof in roofs) if (roof - ground > 0) return roof - ground;
        return double.NaN;
    }

    /// <summary>What it is used for goes before what it was built for, and this before its class.</summary>
    private void Use(string attribute, string text, int rank)
    {
        if (UseWords.Of(text, rank == 2 ? "class" : "function") is not { } use) Keep(attribute, text);
        else uses[rank] ??= use;
    }

    private void Number(string attribute, AttributeValue value, ref double into, double least, double most, bool whole = false)
    {
        if (value.Number >= least && value.Number <= most && (!whole || value.Number == Math.Floor(value.Number)))
        {
            if (double.IsNaN(into)) into = value.Number;
        }
        else refused.Add((attribute, value.Text, string.Create(CultureInfo.InvariantCulture, $"{(whole ? "a whole number" : "a number")} from {least} to {most}")));
    }

    private static AttributeValue YearOf(AttributeValue date) =>
        date.Text.Length >= 4 && int.TryParse(date.Text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? new(date.Text, year) : date;

    private static string Plain(string name) => string.Concat(name.Where(c => c is not ('_' or '-' or ':' or ' '))).ToLowerInvariant();

    private static double[] NaNs(int count)
    {
        var all = new double[count];
        Array.Fill(all, double.NaN);
        return all;
    }
}
