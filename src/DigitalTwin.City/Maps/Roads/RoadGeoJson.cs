using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Maps.Roads;

/// <summary>
/// Streets as GeoJSON: a LineString is a street, a Point a node; the README of this library lists their properties. A network that is written and read again is the same to the last bit.
/// </summary>
public static class RoadGeoJson
{
    /// <summary>Reads a file; what cannot be read is reported and left out.</summary>
    public static StreetPlan Read(string path, ProblemList problems, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(problems);
        var reader = new StreetReader(path, problems);
        var isCutShort = GeoJson.GeoJsonReader.Read(path, problems, reader.Add, cancellation);
        return reader.Finish() with { IsCutShort = isCutShort };
    }

    /// <summary>Writes a network with every value, so that no default is needed to read it.</summary>
    public static void Write(Stream stream, RoadNetwork network, string? origin = null) => Write(stream, RoadStreets.Of(network), origin);

    /// <summary>Writes streets with what is said of them; what is not said stays so.</summary>
    public static void Write(Stream stream, StreetPlan plan, string? origin = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(plan);
        using var writer = origin is null
            ? new GeoJson.GeoJsonWriter(stream, ("name", "roads")) { Exact = true }
            : new GeoJson.GeoJsonWriter(stream, ("name", "roads"), ("origin", origin)) { Exact = true };
        foreach (var feature in StreetFeatures.Of(plan)) writer.Write(feature);
    }
}
