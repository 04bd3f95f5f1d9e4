using System.Globalization;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Mobility.Tntp;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Cities.Maps.Roads;

/// <summary>A planner's network of TNTP form as streets of a map. It says neither its units nor its lanes: both are assumed, said, and written into the new map's streets, where they can be corrected.</summary>
internal static class TntpImport
{
    /// <summary>Whether a file is of that form, by its name.</summary>
    public static bool Is(string path) => path.EndsWith(".tntp", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a network and its nodes; no plan when they cannot be used (reported).</summary>
    public static StreetPlan? Read(string path, string? nodesPath, TntpUnits units, List<string> statements, ProblemList problems, out TntpNetwork? file)
    {
        file = null;
        if (!File.Exists(path))
        {
            problems.Error(path, 0, 0, "There is no such file.");
            return null;
        }
        file = TntpReader.ReadNetwork(path, problems);
        if (nodesPath is null) problems.Error(path, 0, 0, "A network of TNTP form says not where its nodes lie; give their coordinates in degrees as --nodes NODE.tntp.");
        else if (!File.Exists(nodesPath)) problems.Error(nodesPath, 0, 0, "There is no such file.");
        if (file is null || problems.HasErrors || TntpReader.ReadNodes(nodesPath!, file, problems) is not { } nodes) return null;
        if (!nodes.AreDegrees)
        {
            problems.Error(nodesPath!, 0, 0, "The coordinates of the nodes are no degrees of longitude and latitude (x up to 180, y up to 90); convert them first.");
            return null;
        }
        var missing = Enumerable.Range(0, file.Network.NodeCount).Where(node => double.IsNaN(nodes.X[node] + nodes.Y[node])).ToArray();
        if (missing.Length > 0)
        {
            problems.Error(nodesPath!, 0, 0, $"{Plural.Of(missing.Length, "node")} of the network {Plural.For(missing.Length, "has", "have")} no coordinates, '{file.Network.NodeIds[missing[0]]}' among them.");
            return null;
        }
        statements.Add(string.Create(CultureInfo.InvariantCulture,
            $"{Path.GetFileName(path)}: {Plural.Of(file.Network.ZoneCount, "zone")}, {Plural.Of(file.Network.NodeCount, "node")}, {Plural.Of(file.Network.LinkCount, "link")}; a unit of length is taken as {units.Length:0.####} m, of time as {units.Time:0.####} s, of capacity as {units.Flow * 3600:0.####} vehicles/h; lanes are as many as the capacity needs at {units.LaneCapacity * 3600:0} vehicles/h each."));
        return RoadStreets.Of(TntpRoads.Of(file, units, nodes));
    }
}
