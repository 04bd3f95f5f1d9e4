using System.Globalization;
using DigitalTwin.Buildings.Ifc.Schema;

namespace DigitalTwin.Buildings.Ifc.Placements;

/// <summary>Places that programs write where nobody has said one: the embedded table <c>ifc-default-locations.csv</c>.</summary>
internal static class DefaultLocations
{
    private static readonly Lazy<(double Latitude, double Longitude, double Tolerance, string Whose)[]> Known = new(() =>
        [.. EmbeddedText.Lines("ifc-default-locations.csv").Select(l => l.Split(';')).Select(f => (Number(f[0]), Number(f[1]), Number(f[2]), f[3]))]);

    /// <summary>Whose default a place is; null for a place that may be meant.</summary>
    public static string? Doubt(double latitude, double longitude)
    {
        foreach (var (lat, lon, tolerance, whose) in Known.Value)
            if (Math.Abs(latitude - lat) <= tolerance && Math.Abs(longitude - lon) <= tolerance) return whose;
        return null;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
