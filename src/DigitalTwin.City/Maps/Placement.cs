using System.Globalization;
using DigitalTwin.Cities.Places;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Water.Network;
using DigitalTwin.Weather.Epw;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Maps;

/// <summary>Where an imported map lies: what its network's coordinates mean, decided once and said in sentences.</summary>
internal sealed record Placement(CoordinateSystem System, double Longitude, double Latitude, string Yaml, IReadOnlyList<string> Statements)
{
    /// <summary>Decides; null, with errors, when the options cannot be.</summary>
    public static Placement? Of(ImportOptions options, WaterNetwork? network, EpwLocation? station, Envelope assets, ProblemList problems)
    {
        if (options.At is { } given && !(Math.Abs(given.Longitude) <= 180 && Math.Abs(given.Latitude) <= 85))
        {
            problems.Error("", 0, 0, $"The place {given.Longitude}, {given.Latitude} is not a longitude and a latitude (up to 85 degrees).");
            return null;
        }
        if (network is null) return OfAssets(options, station, assets, problems);
        if (options.CoordinateSystem is { } name && !name.Equals("local", StringComparison.OrdinalIgnoreCase)) return Georeferenced(name, options, network, problems);
        var at = options.At ?? (station is null ? null : (station.Longitude, station.Latitude));
        if (at is null)
        {
            problems.Error("", 0, 0, "Nothing says where the network lies: give its middle as lon,lat, its coordinate system, or a weather file.");
            return null;
        }
        var (longitude, latitude) = at.Value;
        var (x, y, known) = Middle(network);
        var source = options.At is null ? "the weather station's place" : "the place given";
        if (known == 0)
            return new(CoordinateSystem.Degrees, longitude, latitude, "crs: \"EPSG:4326\"",
                [F($"The network has no coordinates; the map's place is {longitude:F4} E, {latitude:F4} N ({source}).")]);
        var (unit, unitText, unitSentence) = Unit(network, longitude, latitude);
        (x, y) = (Math.Round(x, 3), Math.Round(y, 3));
        return new(
            CoordinateSystem.Local(longitude, latitude, x, y, unit), longitude, latitude,
            F($"crs: local, origin: [{longitude}, {latitude}], at: [{x}, {y}], unit: {unitText}"),
            [F($"The network's coordinates are taken as a local drawing whose middle ({x}, {y}) lies at {longitude:F4} E, {latitude:F4} N ({source})."), unitSentence]);
    }

    private static Placement? OfAssets(ImportOptions options, EpwLocation? station, Envelope assets, ProblemList problems)
    {
        if (options.CoordinateSystem is { } system) problems.Error("", 0, 0, $"The coordinate system '{system}' is that of a water network, and there is none; roads and assets are in degrees.");
        if (options.At is { } given)
            return new(CoordinateSystem.Degrees, given.Longitude, given.Latitude, "", [F($"The map's place is {given.Longitude:F4} E, {given.Latitude:F4} N (the place given).")]);
        if (!assets.IsNull)
            return new(CoordinateSystem.Degrees, assets.Centre.X, assets.Centre.Y, "", [F($"The map's place is the middle of its roads and assets, {assets.Centre.X:F4} E, {assets.Centre.Y:F4} N.")]);
        if (station is not null)
            return new(CoordinateSystem.Degrees, station.Longitude, station.Latitude, "", [F($"The map's place is {station.Longitude:F4} E, {station.Latitude:F4} N (the weather station's place).")]);
        problems.Error("", 0, 0, "Nothing says where the map lies: give its middle as lon,lat, or roads or assets that have places (in a table the columns 'longitude' and 'latitude').");
        return null;
    }

    private static Placement? Georeferenced(string name, ImportOptions options, WaterNetwork network, ProblemList problems)
    {
        if (!CoordinateSystem.TryParse(name, out var system))
        {
            problems.Error("", 0, 0, $"'{name}' is no known coordinate system; accepted are {CoordinateSystem.Accepted}.");
            return null;
        }
        var (x, y, known) = Middle(network);
        var middle = known > 0 ? system.ToDegrees(x, y) : (Longitude: double.NaN, Latitude: double.NaN);
        if (double.IsNaN(middle.Longitude))
        {
            problems.Error(options.WaterFile!, 0, 0, known == 0
                ? "The network has no coordinates."
                : F($"The middle of the network's coordinates ({x}, {y}) is no place in {system.Name}."));
            return null;
        }
        if (options.At is not null)
        {
            problems.Error("", 0, 0, $"The network lies where its coordinates in {system.Name} put it; a place beside them would contradict that.");
            return null;
        }
        return new(system, middle.Longitude, middle.Latitude, $"crs: \"{system.Name}\"",
            [F($"The network lies where its coordinates in {system.Name} put it, about {middle.Longitude:F4} E, {middle.Latitude:F4} N.")]);
    }

    /// <summary>Metres to the drawing's unit: m or ft when the pipes' lengths say so within a tenth, else their ratio.</summary>
    private static (double Metres, string Text, string Sentence) Unit(WaterNetwork network, double longitude, double latitude)
    {
        var places = new WaterPlaces(network, CoordinateSystem.Local(longitude, latitude, Middle(network).X, Middle(network).Y), []);
        var (given, drawn) = NetworkDoubts.Lengths(network, places);
        var ratio = drawn > 0 ? given / drawn : 1;
        if (ratio is > 0.85 and < 1.18) return (1, "m", "Its unit is the metre: the pipes are about as long as they are drawn.");
        if (ratio / 0.3048 is > 0.85 and < 1.18) return (0.3048, "ft", "Its unit is the foot: the pipes are about as long as they are drawn.");
        var rounded = double.Parse(ratio.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return rounded is >= 1e-6 and <= 1e6
            ? (rounded, rounded.ToString("R", CultureInfo.InvariantCulture), F($"Its unit is taken as {rounded} m, so that the pipes are drawn as long as they are."))
            : (1, "m", "Its unit is taken as the metre; nothing in the file says so.");
    }

    private static (double X, double Y, int Known) Middle(WaterNetwork network)
    {
        var (west, east, south, north, known) = (double.PositiveInfinity, double.NegativeInfinity, double.PositiveInfinity, double.NegativeInfinity, 0);
        for (var i = 0; i < network.Nodes.Count; i++)
        {
            var (x, y) = (network.Nodes.X[i], network.Nodes.Y[i]);
            if (!double.IsFinite(x) || !double.IsFinite(y)) continue;
            (west, east, south, north) = (Math.Min(west, x), Math.Max(east, x), Math.Min(south, y), Math.Max(north, y));
            known++;
        }
        return known == 0 ? (double.NaN, double.NaN, 0) : ((west + east) / 2, (south + north) / 2, known);
    }

    private static string F(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
