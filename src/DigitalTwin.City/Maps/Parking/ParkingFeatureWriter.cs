using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Curbs;

namespace DigitalTwin.Cities.Maps.Parking;

/// <summary>Writes <c>parking.geojson</c>, so that <see cref="ParkingFeatureReader"/> reads the same features again. What a plain lot has anyway is not written.</summary>
public static class ParkingFeatureWriter
{
    /// <summary>Writes features to a stream, which stays open; <paramref name="origin"/> says where they come from.</summary>
    public static void Write(Stream stream, IEnumerable<ParkingFeature> features, string origin) => Write(stream, [], features, origin);

    /// <summary>Writes lots as their owner gave them, and features after them.</summary>
    internal static void Write(Stream stream, IReadOnlyList<GeoFeature> given, IEnumerable<ParkingFeature> features, string origin)
    {
        ArgumentNullException.ThrowIfNull(features);
        using var writer = new GeoJsonWriter(stream, ("name", "parking"), ("origin", origin));
        foreach (var lot in given) writer.Write(lot);
        foreach (var feature in features) writer.Write(AsFeature(feature));
    }

    /// <summary>A feature as GeoJSON has it.</summary>
    public static GeoFeature AsFeature(ParkingFeature feature)
    {
        ArgumentNullException.ThrowIfNull(feature);
        var properties = new List<KeyValuePair<string, GeoValue>>();
        Text("name_en", feature.NameEn);
        Text("name_zh", feature.NameZh);
        Text("kind", ParkingFeatureReader.WordOf(feature.Kind));
        Number("capacity", feature.Capacity, double.NaN);
        Number("levels", feature.Levels, 1);
        Number("entrance_cars_per_hour", Rounded(feature.EntranceRate * 3600), double.PositiveInfinity);
        Number("exit_cars_per_hour", Rounded(feature.ExitRate * 3600), double.PositiveInfinity);
        Number("queue_places", feature.QueuePlaces ?? double.NaN, double.NaN);
        Text("opening_hours", WeekHours.Text(feature.OpeningHours));
        Groups("access_groups", feature.AccessGroups);
        Text("shared_hours", WeekHours.Text(feature.SharedHours));
        Groups("shared_with", feature.SharedWith);
        if (feature.Reserves.Count > 0) Add("reserved", GeoValue.Json("[" + string.Join(',', feature.Reserves.Select(Reserve)) + "]"));
        Number("chargers", feature.Chargers, 0);
        Number("charger_power_kW", Rounded(feature.ChargerPower / 1000), 0);
        if (feature.ChargersOpenToAll) Add("chargers_open_to_all", new(GeoValueKind.Truth, 1, null));
        Number("level_time_s", Rounded(feature.LevelTime), 0);
        Number("max_stay_min", Rounded(feature.LongestStay / 60), double.PositiveInfinity);
        if (feature.Policies.Count > 0) Add("policies", GeoValue.Json("[" + string.Join(',', feature.Policies.Select(Policy)) + "]"));
        Text("tariff", feature.Tariff ?? "");
        Text("road", feature.Road ?? "");
        Text("side", feature.Side is { } side ? side == RoadSide.Right ? "right" : "left" : "");
        if (feature.Entrance is { } at) Add("entrance", GeoValue.Json(string.Create(CultureInfo.InvariantCulture, $"[{Math.Round(at.X, 7)},{Math.Round(at.Y, 7)}]")));
        properties.AddRange(feature.Others);
        return new(feature.Id, feature.Geometry, properties);

        void Add(string name, GeoValue value) => properties.Add(new(name, value));

        void Text(string name, string text)
        {
            if (text.Length > 0) Add(name, GeoValue.Of(text));
        }

        void Number(string name, double value, double plain)
        {
            if (!value.Equals(plain)) Add(name, GeoValue.Of(value));
        }

        void Groups(string name, IReadOnlyList<string> groups)
        {
            if (groups.Count > 0) Add(name, GeoValue.Json(List(groups)));
        }
    }

    private static double Rounded(double value) => double.IsFinite(value) ? Math.Round(value, 9) : value;

    private static string Reserve(SpaceReserve reserve) =>
        $"{{\"spaces\":{reserve.Spaces.ToString(CultureInfo.InvariantCulture)},\"groups\":{List(reserve.Groups)}{(reserve.When == WeekTime.Always ? "" : $",\"hours\":{Quoted(WeekHours.Text([reserve.When]))}")}}}";

    private static string Policy(CurbPolicy policy) => "{" + string.Join(',', (string[])
    [
        $"\"activity\":{Quoted(policy.Activity.Word())}",
        .. policy.Groups.Count > 0 ? (string[])[$"\"groups\":{List(policy.Groups)}"] : [],
        .. policy.Hours.Count > 0 ? (string[])[$"\"hours\":{Quoted(WeekHours.Text(policy.Hours))}"] : [],
        .. double.IsFinite(policy.LongestStay) ? (string[])[string.Create(CultureInfo.InvariantCulture, $"\"max_stay_min\":{Rounded(policy.LongestStay / 60)}")] : [],
        .. policy.Priority != CurbPolicy.UsualPriority ? (string[])[string.Create(CultureInfo.InvariantCulture, $"\"priority\":{policy.Priority}")] : [],
    ]) + "}";

    private static string List(IEnumerable<string> texts) => "[" + string.Join(',', texts.Select(Quoted)) + "]";

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
