using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Tntp;

/// <summary>
/// Reads the text files of the Transportation Networks for Research collection (bstabler/TransportationNetworks). Nothing is thrown for what a file holds: every mistake becomes a sentence
/// with its line and column, and the answer is then null.
/// </summary>
public static class TntpReader
{
    /// <summary>Reads a network, <c>_net.tntp</c>.</summary>
    /// <param name="path">File.</param>
    /// <param name="problems">Where mistakes go.</param>
    /// <returns>Null when there is a mistake.</returns>
    public static TntpNetwork? ReadNetwork(string path, ProblemList problems)
    {
        using var stream = Open(path);
        return ReadNetwork(stream, path, problems);
    }

    /// <summary>Reads a network from a stream.</summary>
    public static TntpNetwork? ReadNetwork(Stream stream, string file, ProblemList problems) => new TntpNetworkReader(new(stream, file, problems)).Read();

    /// <summary>Reads trips, <c>_trips.tntp</c>.</summary>
    /// <param name="path">File.</param>
    /// <param name="network">The network whose zones they are between.</param>
    /// <param name="problems">Where mistakes go.</param>
    /// <returns>Null when there is a mistake.</returns>
    public static DemandTable? ReadTrips(string path, TntpNetwork network, ProblemList problems)
    {
        using var stream = Open(path);
        return ReadTrips(stream, path, network, problems);
    }

    /// <summary>Reads trips from a stream.</summary>
    public static DemandTable? ReadTrips(Stream stream, string file, TntpNetwork network, ProblemList problems) => new TntpTripsReader(new(stream, file, problems), network).Read();

    /// <summary>Reads coordinates of nodes, <c>_node.tntp</c>.</summary>
    /// <param name="path">File.</param>
    /// <param name="network">The network whose nodes they are.</param>
    /// <param name="problems">Where mistakes go.</param>
    /// <returns>Null when there is a mistake.</returns>
    public static TntpNodes? ReadNodes(string path, TntpNetwork network, ProblemList problems)
    {
        using var stream = Open(path);
        return ReadNodes(stream, path, network, problems);
    }

    /// <summary>Reads coordinates from a stream.</summary>
    public static TntpNodes? ReadNodes(Stream stream, string file, TntpNetwork network, ProblemList problems) => new TntpNodesReader(new(stream, file, problems), network).Read();

    /// <summary>Reads flows, <c>_flow.tntp</c>.</summary>
    /// <param name="path">File.</param>
    /// <param name="network">The network whose links they are on.</param>
    /// <param name="problems">Where mistakes go.</param>
    /// <returns>Null when there is a mistake.</returns>
    public static TntpFlows? ReadFlows(string path, TntpNetwork network, ProblemList problems)
    {
        using var stream = Open(path);
        return ReadFlows(stream, path, network, problems);
    }

    /// <summary>Reads flows from a stream.</summary>
    public static TntpFlows? ReadFlows(Stream stream, string file, TntpNetwork network, ProblemList problems) => new TntpFlowsReader(new(stream, file, problems), network).Read();

    private static FileStream Open(string path)
    {
        if (Directory.Exists(path) || !File.Exists(path)) throw new InputException(path, "There is no such file.");
        return File.OpenRead(path);
    }
}
