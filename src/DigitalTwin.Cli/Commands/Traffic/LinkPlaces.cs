using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Mobility.Tntp;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cli.Commands.Traffic;

/// <summary>Where links and nodes are, as far as the file of nodes says. Coordinates are the file's own: degrees, or those of a plane of which nothing is known.</summary>
internal sealed class LinkPlaces(AssignmentNetwork network, TntpNodes nodes)
{
    public AssignmentNetwork Network { get; } = network;

    public bool AreDegrees { get; } = nodes.AreDegrees;

    /// <summary>A straight line from node to node; null where one has no place.</summary>
    public LineString? Line(int link) => HasPlace(Network.From[link]) && HasPlace(Network.To[link]) ? new([Place(Network.From[link]), Place(Network.To[link])]) : null;

    /// <summary>The place of a node; null where it has none.</summary>
    public Point? Point(int node) => HasPlace(node) ? new(Place(node)) : null;

    private Coordinate Place(int node) => new(nodes.X[node], nodes.Y[node]);

    private bool HasPlace(int node) => !double.IsNaN(nodes.X[node] + nodes.Y[node]);
}
