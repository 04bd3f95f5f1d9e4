using System.Globalization;
using System.Text.Json;
using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Mobility.Tntp;
using DigitalTwin.Numerics.Text.Tables;

namespace DigitalTwin.Cli.Commands.Traffic;

/// <summary>The files of <c>twin traffic assign --out</c>.</summary>
internal static class AssignFolder
{
    /// <summary>Writes them into a folder.</summary>
    public static void Write(string folder, AssignInput input, AssignmentModel model, AssignmentState state, List<string> notes)
    {
        Directory.CreateDirectory(folder);
        var network = model.Network;
        var cost = new double[network.LinkCount];
        for (var link = 0; link < cost.Length; link++) cost[link] = state.Time[link] + input.Classes[0].FixedCost(network, link);
        using (var flow = File.CreateText(Path.Combine(folder, "flow.tntp"))) TntpFlowsWriter.Write(network, state.Volume, cost, flow);
        using (var csv = File.CreateText(Path.Combine(folder, "links.csv"))) WriteCsv(model, state, cost, csv);
        if (input.Nodes is not { } nodes) return;
        if (!nodes.AreDegrees)
        {
            notes.Add("The coordinates of the nodes are no degrees of longitude and latitude, so links.geojson is not written.");
            return;
        }
        using var geojson = File.Create(Path.Combine(folder, "links.geojson"));
        WriteGeoJson(network, state, cost, nodes, geojson);
    }

    private static void WriteCsv(AssignmentModel model, AssignmentState state, double[] cost, StreamWriter to)
    {
        var network = model.Network;
        string[] classes = model.Classes.Count == 1 ? [] : [.. model.Classes.Select(c => "," + CsvText.Quoted($"vehicles_{c.Name}"))];
        to.WriteLine($"link,from,to,volume,capacity,volume_to_capacity,free_time,time,cost,length,closed{string.Concat(classes)}");
        for (var link = 0; link < network.LinkCount; link++)
        {
            to.Write(string.Create(CultureInfo.InvariantCulture,
                $"{CsvText.Quoted(network.LinkIds[link])},{network.NodeIds[network.From[link]]},{network.NodeIds[network.To[link]]},{state.Volume[link]:R},{network.Capacity[link]:R},{Ratio(network, state, link):R},{network.FreeTime[link]:R},{state.Time[link]:R},{cost[link]:R},{network.Length[link]:R},{(state.Closed[link] ? "yes" : "no")}"));
            for (var c = 0; c < classes.Length; c++) to.Write(string.Create(CultureInfo.InvariantCulture, $",{state.Vehicles[c][link]:R}"));
            to.WriteLine();
        }
    }

    private static double Ratio(AssignmentNetwork network, AssignmentState state, int link) => network.Capacity[link] > 0 ? state.Volume[link] / network.Capacity[link] : 0;

    private static void WriteGeoJson(AssignmentNetwork network, AssignmentState state, double[] cost, TntpNodes nodes, FileStream to)
    {
        using var json = new Utf8JsonWriter(to);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        for (var link = 0; link < network.LinkCount; link++)
        {
            var (from, end) = (network.From[link], network.To[link]);
            if (double.IsNaN(nodes.X[from] + nodes.X[end])) continue;
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WriteString("id", network.LinkIds[link]);
            json.WriteStartObject("geometry");
            json.WriteString("type", "LineString");
            json.WriteStartArray("coordinates");
            foreach (var node in new[] { from, end })
            {
                json.WriteStartArray();
                json.WriteNumberValue(nodes.X[node]);
                json.WriteNumberValue(nodes.Y[node]);
                json.WriteEndArray();
            }
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteStartObject("properties");
            json.WriteString("link", network.LinkIds[link]);
            json.WriteNumber("volume", state.Volume[link]);
            json.WriteNumber("capacity", network.Capacity[link]);
            json.WriteNumber("volume_to_capacity", Ratio(network, state, link));
            json.WriteNumber("time", state.Time[link]);
            json.WriteNumber("cost", cost[link]);
            json.WriteBoolean("closed", state.Closed[link]);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
