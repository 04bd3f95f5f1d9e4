using DigitalTwin.Mobility.Assignment;

namespace DigitalTwin.Mobility.Tntp;

/// <summary>A network as its file gives it, and what the file says besides.</summary>
/// <param name="Network">Nodes and links in the file's own units.</param>
/// <param name="TollFactor">Time that a unit of toll is worth, when the file says so.</param>
/// <param name="DistanceFactor">Time that a unit of length is worth, when the file says so.</param>
/// <param name="Speed">By link the column "speed"; 0 when the file has none.</param>
/// <param name="Header">The file's own words on its columns and their units; empty when it has none.</param>
public sealed record TntpNetwork(AssignmentNetwork Network, double? TollFactor, double? DistanceFactor, double[] Speed, string Header)
{
    private readonly bool isDense = Network.NodeIds.Length > 0 && Network.NodeIds[0] == "1" && Network.NodeIds[^1] == $"{Network.NodeIds.Length}";

    /// <summary>Row of the node with a number, or -1.</summary>
    public int NodeOf(int number) => isDense ? (number >= 1 && number <= Network.NodeCount ? number - 1 : -1) : Network.FindNode($"{number}");
}
