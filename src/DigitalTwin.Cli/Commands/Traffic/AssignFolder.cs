using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Mobility.Assignment.Analysis;
using DigitalTwin.Mobility.Tntp;
using DigitalTwin.Numerics.Text.Tables;

namespace DigitalTwin.Cli.Commands.Traffic;

/// <summary>The files of <c>twin traffic assign --out</c>. What an earlier solution left there and this one does not have is removed, so that all files of a folder are of one solution.</summary>
internal sealed class AssignFolder(string folder, AssignInput input, AssignmentModel model, AssignmentState state)
{
    private static readonly string[] Names = ["flow.tntp", "links.csv", "zones.csv", "pairs.csv", "selected.csv", "skims.csv", "links.geojson", "results.gpkg"];

    private readonly AssignmentNetwork network = model.Network;
    private readonly HashSet<string> written = [];

    /// <summary>Writes them.</summary>
    public void Write(AssignmentDifference? difference, IReadOnlyList<SelectedLink> selected, bool skims, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var columns = LinkColumn.Of(input, model, state);
        IReadOnlyList<LinkColumn> more = [.. LinkColumn.More(model, state, difference, selected)];
        var cost = columns.Single(c => c.Name == "cost");
        Table("flow.tntp", to => TntpFlowsWriter.Write(network, state.Volume, [.. Enumerable.Range(0, network.LinkCount).Select(cost.Value)], to));
        Table("links.csv", to => WriteLinks(columns, more, to));
        if (difference is not null)
        {
            Table("zones.csv", to => PlannerTables.WriteZones(network, difference, to));
            Table("pairs.csv", to => PlannerTables.WritePairs(model, difference, to));
        }
        if (selected.Count > 0) Table("selected.csv", to => PlannerTables.WriteSelected(model, selected, to));
        if (skims) Table("skims.csv", to => PlannerTables.WriteSkims(model, state, difference?.StateBefore, to, cancellation));
        if (input.Nodes is { } nodes)
        {
            var places = new LinkPlaces(network, nodes);
            var map = new AssignMap(places, [.. columns, .. more], link => state.Closed[link]);
            if (places.AreDegrees) Table("links.geojson", to => map.WriteGeoJson(to.BaseStream));
            map.WriteGeoPackage(At("results.gpkg"), input.NewestFile, difference);
        }
        foreach (var stale in Names.Where(name => !written.Contains(name))) File.Delete(Path.Combine(folder, stale));
    }

    private void Table(string name, Action<StreamWriter> write) => WholeFile.Write(At(name), write);

    private string At(string name)
    {
        written.Add(name);
        return Path.Combine(folder, name);
    }

    private void WriteLinks(IReadOnlyList<LinkColumn> columns, IReadOnlyList<LinkColumn> more, StreamWriter to)
    {
        to.WriteLine($"link,from,to,{Heads(columns)},closed{(more.Count > 0 ? "," : "")}{Heads(more)}");
        for (var link = 0; link < network.LinkCount; link++)
        {
            to.Write($"{CsvText.Quoted(network.LinkIds[link])},{network.NodeIds[network.From[link]]},{network.NodeIds[network.To[link]]}");
            foreach (var column in columns) to.Write($",{PlannerTables.Known(column.Value(link))}");
            to.Write(state.Closed[link] ? ",yes" : ",no");
            foreach (var column in more) to.Write($",{PlannerTables.Known(column.Value(link))}");
            to.WriteLine();
        }
    }

    private static string Heads(IReadOnlyList<LinkColumn> columns) => string.Join(',', columns.Select(c => CsvText.Quoted(c.Name)));
}
