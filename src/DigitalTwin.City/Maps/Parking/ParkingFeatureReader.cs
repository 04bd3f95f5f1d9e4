using System.Text.Json;
using DigitalTwin.Cities.Assets;
using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Units;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Maps.Parking;

/// <summary>Reads <c>parking.geojson</c> into features in the operator's words. What is wrong with a feature is reported; a feature whose spaces or place cannot be told is left out.</summary>
public static class ParkingFeatureReader
{
    private const int MostSpaces = 1_000_000;
    private static readonly string[] ReserveKeys = ["spaces", "groups", "hours"];
    private static readonly Unit Watt = Unit.Parse("W"), Second = Unit.Parse("s");
    private static readonly (string Word, ParkingKind Kind)[] Kinds =
        [("surface", ParkingKind.Surface), ("underground", ParkingKind.Underground), ("multi-storey", ParkingKind.MultiStorey), ("kerb", ParkingKind.Kerb)];

    /// <summary>The features of a file, in its order.</summary>
    /// <param name="path">File.</param>
    /// <param name="problems">Hears of mistakes.</param>
    /// <param name="told">Is given the ids of assets that were refused.</param>
    public static List<ParkingFeature> Read(string path, ProblemList problems, ToldNames? told = null)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var (read, seen) = (new List<ParkingFeature>(), new Dictionary<string, int>(StringComparer.Ordinal));
        var isCutShort = GeoJsonReader.Read(path, problems, feature =>
        {
            if (FeatureId.Of(feature, path, "place to park", seen, problems) is not { } id) return;
            if (Feature(new(feature, $"{(feature.Geometry is LineString || feature.Text("kind") == "kerb" ? "the kerb" : "the lot")} '{id}'", path, problems), id) is { } one) read.Add(one);
            else Refuse(told, id);
        });
        if (isCutShort) told?.AddAll("parking/");
        return read;
    }

    /// <summary>Notes that a place to park was refused, whatever it was to be.</summary>
    internal static void Refuse(ToldNames? told, string id)
    {
        told?.Add($"{AssetTypes.ParkingLot}/{id}");
        told?.Add($"{AssetTypes.ParkingKerb}/{id}");
    }

    /// <summary>The word of a kind in a file.</summary>
    public static string WordOf(ParkingKind kind) => Kinds.First(k => k.Kind == kind).Word;

    private static ParkingFeature? Feature(FeatureWords words, string id)
    {
        var geometry = words.Feature.Geometry is { IsEmpty: false } there ? there : null;
        if (Kind(words, geometry) is not { } kind) return null;
        var isKerb = kind == ParkingKind.Kerb;
        if (geometry is not null && !(isKerb ? geometry is LineString or Point : geometry is Point or Polygon or MultiPolygon))
        {
            words.Error($"{words.What} is a {geometry.GeometryType}; {(isKerb ? "a kerb is a LineString or a Point" : "a lot is a Point, a Polygon or a MultiPolygon, and a LineString is a kerb")}.");
            return null;
        }
        if (isKerb)
            foreach (var name in new[] { "levels", "entrance_cars_per_hour", "exit_cars_per_hour", "queue_places", "entrance" })
                if (words.Take(name) is not null) words.Error($"{words.What} is along a road: it has no '{name}'.");
        var capacity = words.Whole(1, MostSpaces, "capacity", "totalSpotNumber");
        if (capacity is null && !words.Has("capacity") && !words.Has("totalSpotNumber")) words.Error($"{words.What} has no 'capacity' (number of spaces).");
        var told = words.Told;
        var chargers = words.Whole(0, MostSpaces, "chargers") ?? 0;
        var areChargersWrong = words.Told > told;
        (told, var power) = (words.Told, words.Quantity("charger_power", Watt));
        if (chargers > 0 && double.IsNaN(power) && words.Told == told) words.Error($"{words.What} has {chargers} chargers and no 'charger_power_kW' (of one charger).");
        if (chargers == 0 && !double.IsNaN(power) && !areChargersWrong) words.Error($"{words.What} has a 'charger_power' and no 'chargers'.");
        if (chargers > capacity) words.Error($"{words.What} has {chargers} chargers on {capacity} spaces.");
        var road = words.Text("road");
        if (geometry is null && road is null) words.Error($"{words.What} has neither a geometry nor a 'road': where it lies is not known.");
        var made = new ParkingFeature
        {
            Id = id,
            Geometry = geometry,
            NameEn = words.Text("name_en", "name") ?? "",
            NameZh = words.Text("name_zh", "name") ?? "",
            Kind = kind,
            Capacity = capacity ?? 1,
            Levels = isKerb ? 1 : words.Whole(1, 50, "levels") ?? 1,
            EntranceRate = isKerb ? double.PositiveInfinity : Rate(words, "entrance_cars_per_hour"),
            ExitRate = isKerb ? double.PositiveInfinity : Rate(words, "exit_cars_per_hour"),
            QueuePlaces = isKerb ? null : words.Whole(0, 100_000, "queue_places"),
            OpeningHours = words.Hours("opening_hours", "openingHours"),
            AccessGroups = words.Groups("access_groups", "requiredPermit"),
            SharedHours = words.Hours("shared_hours"),
            SharedWith = words.Groups("shared_with"),
            Reserves = Reserves(words, capacity ?? MostSpaces),
            Chargers = chargers,
            ChargerPower = double.IsNaN(power) ? 0 : power,
            ChargersOpenToAll = words.Truth("chargers_open_to_all"),
            LevelTime = !isKerb && words.Quantity("level_time", Second) is var climb && climb > 0 ? climb : 0,
            LongestStay = words.Quantity("max_stay", Second, "maximumParkingDuration") is var stay && double.IsNaN(stay) ? double.PositiveInfinity : stay,
            Policies = CurbPolicyReader.Read(words),
            Tariff = words.Text("tariff"),
            Road = road,
            Side = Side(words),
            Entrance = isKerb ? null : Entrance(words),
            Line = words.Feature.Line,
            Column = words.Feature.Column,
        };
        if (made.SharedHours.Count > 0 && made.OpeningHours.Count == 0 && made.AccessGroups.Count == 0)
            words.Error($"{words.What} has 'shared_hours', but without 'access_groups' or 'opening_hours' it is open to everybody at all times already.");
        if (words.Has("shared_with") && made.SharedHours.Count == 0 && !words.Has("shared_hours")) words.Error($"{words.What} has 'shared_with' and no 'shared_hours'.");
        var others = words.Others();
        foreach (var (name, _) in others)
            if (!IsOfImport(name) && NearestName.Of(name, words.Known) is { } near)
                words.Warning($"The property '{name}' of {words.What} is kept as an attribute and not used. Did you mean '{near}'?");
        return capacity is null || (geometry is null && road is null) ? null : made with { Others = others };
    }

    /// <summary>What an import of OpenStreetMap keeps beside the words of this file is no slip of the pen.</summary>
    private static bool IsOfImport(string name) => name == "capacity-estimated" || name.StartsWith("osm:", StringComparison.Ordinal);

    private static ParkingKind? Kind(FeatureWords words, Geometry? geometry)
    {
        var word = words.Text("kind");
        if (word is null) return geometry is LineString ? ParkingKind.Kerb : ParkingKind.Surface;
        foreach (var (name, kind) in Kinds)
            if (name == word) return kind;
        words.Error($"The 'kind' of {words.What} is {string.Join(", ", Kinds.Select(k => k.Word))}; found '{word}'.{NearestName.Hint(word, Kinds.Select(k => k.Word))}");
        return null;
    }

    private static double Rate(FeatureWords words, string name) => words.Positive(name) is var perHour && double.IsNaN(perHour) ? double.PositiveInfinity : perHour / 3600;

    private static RoadSide? Side(FeatureWords words)
    {
        if (words.Text("side") is not { } side) return null;
        if (side is "right" or "left") return side == "right" ? RoadSide.Right : RoadSide.Left;
        words.Error($"The 'side' of {words.What} is right or left, as its street is drawn; found '{side}'.");
        return null;
    }

    private static Coordinate? Entrance(FeatureWords words)
    {
        if (words.Take("entrance") is not { } value) return null;
        if (value.Kind == GeoValueKind.Json)
        {
            using var json = JsonDocument.Parse(value.Text!);
            if (json.RootElement.ValueKind == JsonValueKind.Array && json.RootElement.GetArrayLength() == 2
                && json.RootElement[0].ValueKind == JsonValueKind.Number && json.RootElement[1].ValueKind == JsonValueKind.Number
                && json.RootElement[0].GetDouble() is >= -180 and <= 180 and var x && json.RootElement[1].GetDouble() is >= -90 and <= 90 and var y)
                return new(x, y);
        }
        words.Error($"The 'entrance' of {words.What} is [longitude, latitude] in degrees; found {FeatureWords.Shown(value)}.");
        return null;
    }

    private static List<SpaceReserve> Reserves(FeatureWords words, int capacity)
    {
        var reserves = new List<SpaceReserve>();
        if (words.Take("reserved") is not { } value) return reserves;
        const string Form = "a list of { spaces, groups, hours }, as in [{\"spaces\":40,\"groups\":[\"staff\"],\"hours\":\"Mo-Fr 07:30-19:00\"}]";
        using var json = value.Kind == GeoValueKind.Json ? JsonDocument.Parse(value.Text!) : null;
        if (json is null || json.RootElement.ValueKind != JsonValueKind.Array || json.RootElement.EnumerateArray().Any(e => e.ValueKind != JsonValueKind.Object))
        {
            words.Error($"The 'reserved' of {words.What} is {Form}; found {FeatureWords.Shown(value)}.");
            return reserves;
        }
        foreach (var item in json.RootElement.EnumerateArray())
        {
            foreach (var unknown in item.EnumerateObject().Where(p => !ReserveKeys.Contains(p.Name)))
                words.Error($"The 'reserved' of {words.What} is {Form}; found '{unknown.Name}'.{NearestName.Hint(unknown.Name, ReserveKeys)}");
            var spaces = item.TryGetProperty("spaces", out var s) && s.ValueKind == JsonValueKind.Number && s.TryGetInt32(out var n) && n >= 1 ? n : 0;
            if (spaces == 0 && !item.EnumerateObject().Any(p => !ReserveKeys.Contains(p.Name) && NearestName.Of(p.Name, ReserveKeys) == "spaces")) words.Error($"The 'spaces' reserved in {words.What} are a whole number from 1; found {(s.ValueKind == JsonValueKind.Undefined ? "nothing" : s.GetRawText())}.");
            var groups = item.TryGetProperty("groups", out var g) ? words.Groups("reserved", g.ValueKind == JsonValueKind.String ? GeoValue.Of(g.GetString()!) : GeoValue.Json(g.GetRawText())) : [];
            if (groups.Count == 0) words.Error($"The {spaces} spaces reserved in {words.What} are for nobody: 'groups' names for whom they are kept.");
            IReadOnlyList<WeekTime> hours = !item.TryGetProperty("hours", out var h) ? [WeekTime.Always] : words.HoursIn("reserved", h.ValueKind == JsonValueKind.String ? h.GetString()! : h.GetRawText());
            if (spaces > 0 && groups.Count > 0) reserves.AddRange(hours.Select(when => new SpaceReserve(spaces, groups, when)));
        }
        foreach (var at in reserves.Select(r => r.When.From).Append(0).Distinct().Order())
            for (var day = 1; day <= 7; day++)
                if (reserves.Where(r => r.When.Holds((DayOfWeek)(day % 7), at)).Sum(r => (long)r.Spaces) is var kept && kept > capacity)
                {
                    words.Error($"On {(DayOfWeek)(day % 7)} at {WeekHours.Time(at)}, {kept} spaces of {words.What} are reserved; it has {capacity}.");
                    return reserves;
                }
        return reserves;
    }
}
