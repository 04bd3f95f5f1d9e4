using System.Globalization;
using DigitalTwin.Buildings.Records;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Geodesy;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Maps.Buildings;

/// <summary>What cannot be right, or looks odd, in the records of one file: one sentence to each kind, with how many and one of them.</summary>
internal static class BuildingDoubts
{
    private const double FarFromPlace = 300_000;

    public static void Find(IReadOnlyList<BuildingRecord> records, BuildingFile file, MapFile map, ProblemList problems)
    {
        Doubt(r => r.Year?.Value > files(map).AsOf, r => F($"are completed after {files(map).AsOf} by their year ('as-of' says of when the data are), '{r.Id}' in {r.Year!.Value}"));
        Doubt(r => r.Footprint?.Value is Polygon or MultiPolygon && !r.Footprint.Value.IsValid, r => $"have a footprint that crosses itself, '{r.Id}'");
        Doubt(r => r is { Height: { } h, Storeys: { } s } && h.Value / s.Value is < 2 or > 12, r => F($"have storeys of {r.Height!.Value / r.Storeys!.Value:0.0} m or the like (below 2 or above 12 m), '{r.Id}'"));
        Doubt(r => r is { Occupants: { } p, FloorArea: { } a } && p.Value > a.Value, r => F($"have less than a square metre of floor to a person, '{r.Id}'"));
        Doubt(r => r is { Households: { } h, Occupants: { } p } && h.Value > 0 && p.Value > 20 * h.Value && r.Use?.Value == DigitalTwin.Buildings.BuildingUse.Residential, r => $"have more than 20 people to a household, '{r.Id}'");
        Outside(records, file, map, problems);

        static BuildingFiles files(MapFile map) => map.Buildings!;

        void Doubt(Func<BuildingRecord, bool> holds, Func<BuildingRecord, string> what)
        {
            var found = records.Where(holds).ToArray();
            if (found.Length > 0) problems.Warning(file.Path, 0, 0, F($"{found.Length:N0} of {records.Count:N0} buildings {what(found[0])} among them."));
        }
    }

    private static void Outside(IReadOnlyList<BuildingRecord> records, BuildingFile file, MapFile map, ProblemList problems)
    {
        var places = records.Select(r => (r.Id, At: PlaceOf(r))).Where(r => r.At is not null).ToArray();
        var nowhere = Array.FindAll(places, p => !(Math.Abs(p.At!.X) <= 180 && Math.Abs(p.At.Y) <= 90));
        if (nowhere.Length > 0)
            problems.Error(file.Path, 0, 0, F($"{nowhere.Length:N0} of {records.Count:N0} buildings lie at no longitude and latitude, '{nowhere[0].Id}' ({nowhere[0].At!.X:0.###}, {nowhere[0].At!.Y:0.###}) among them; 'crs' says what the coordinates are."));
        if (map.Extent is { } e && Array.FindAll(places, p => p.At!.X < e[0] || p.At.Y < e[1] || p.At.X > e[2] || p.At.Y > e[3]) is { Length: > 0 } outside)
            problems.Error(file.Path, 0, 0, F($"{outside.Length:N0} of {records.Count:N0} buildings lie outside the 'extent' of {MapFile.FileName}, '{outside[0].Id}' ({outside[0].At!.X:F5}, {outside[0].At!.Y:F5}) among them."));
        else if (Array.FindAll(places, p => Math.Abs(p.At!.Y) <= 90 && SphereDistance.Between(map.Longitude, map.Latitude, p.At.X, p.At.Y) > FarFromPlace) is { Length: > 0 } far)
            problems.Warning(file.Path, 0, 0, F($"{far.Length:N0} of {records.Count:N0} buildings lie more than 300 km from the map's 'place', '{far[0].Id}' ({far[0].At!.X:F4}, {far[0].At!.Y:F4}) among them."));
    }

    private static Coordinate? PlaceOf(BuildingRecord record) => record is { Longitude: { } x, Latitude: { } y } ? new(x.Value, y.Value) : record.Footprint?.Value.EnvelopeInternal.Centre;

    private static string F(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
