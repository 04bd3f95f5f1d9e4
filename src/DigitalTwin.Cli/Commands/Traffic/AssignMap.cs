using System.Text.Json;
using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Mobility.Assignment.Analysis;
using DigitalTwin.Simulation.Results.GeoPackage;

namespace DigitalTwin.Cli.Commands.Traffic;

/// <summary>Links and zones with their numbers, for a GIS. Coordinates are the file's own: degrees, or those of a plane of which nothing is known.</summary>
internal sealed class AssignMap(LinkPlaces places, IReadOnlyList<LinkColumn> columns, Predicate<int> isClosed)
{
    private readonly AssignmentNetwork network = places.Network;

    /// <summary>Links as GeoJSON; those without a place are left out.</summary>
    public void WriteGeoJson(Stream to)
    {
        using var json = new Utf8JsonWriter(to);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        for (var link = 0; link < network.LinkCount; link++)
        {
            if (places.Line(link) is not { } line) continue;
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WriteString("id", network.LinkIds[link]);
            json.WriteStartObject("geometry");
            json.WriteString("type", "LineString");
            json.WriteStartArray("coordinates");
            foreach (var place in line.Coordinates)
            {
                json.WriteStartArray();
                json.WriteNumberValue(place.X);
                json.WriteNumberValue(place.Y);
                json.WriteEndArray();
            }
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteStartObject("properties");
            json.WriteString("link", network.LinkIds[link]);
            foreach (var column in columns)
            {
                if (double.IsFinite(column.Value(link))) json.WriteNumber(column.Name, column.Value(link));
                else json.WriteNull(column.Name);
            }
            json.WriteBoolean("closed", isClosed(link));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Links and zones as a GeoPackage; what has no place is there without one.</summary>
    public void WriteGeoPackage(string path, DateTimeOffset stamp, AssignmentDifference? difference)
    {
        var links = new FeatureLayer("links", "Links", [.. Enumerable.Range(0, network.LinkCount).Select(places.Line)],
        [
            FeatureColumn.Words("link", "Name", link => network.LinkIds[link]),
            FeatureColumn.Words("from", "Node at which it begins", link => network.NodeIds[network.From[link]]),
            FeatureColumn.Words("to", "Node at which it ends", link => network.NodeIds[network.To[link]]),
            .. columns.Select(c => FeatureColumn.Numbers(c.Name, c.Meaning, c.Value)),
            FeatureColumn.YesNo("closed", "Whether nobody may use it", link => isClosed(link)),
        ]);
        FeatureLayer[] layers = difference is null ? [links] : [links, Zones(difference)];
        FeatureLayer.Write(path, stamp, places.AreDegrees, layers);
    }

    private FeatureLayer Zones(AssignmentDifference difference) => new("zones", "Zones", [.. Enumerable.Range(0, network.ZoneCount).Select(places.Point)],
    [
        FeatureColumn.Words("zone", "Name", zone => network.NodeIds[zone]),
        FeatureColumn.Numbers("trips_from", "Trips that begin there, carried now and in the base, vehicles", zone => difference.Leaving[zone].Trips),
        FeatureColumn.Numbers("loss_from", "What they lose together, as time", zone => difference.Leaving[zone].Loss),
        FeatureColumn.Numbers("cut_off_from", "Trips that begin there and are carried no more", zone => difference.Leaving[zone].CutOff),
        FeatureColumn.Numbers("trips_to", "Trips that end there, carried now and in the base, vehicles", zone => difference.Entering[zone].Trips),
        FeatureColumn.Numbers("loss_to", "What they lose together, as time", zone => difference.Entering[zone].Loss),
        FeatureColumn.Numbers("cut_off_to", "Trips that end there and are carried no more", zone => difference.Entering[zone].CutOff),
    ]);
}
