using System.Globalization;
using DigitalTwin.Mobility.Assignment;

namespace DigitalTwin.Mobility.Tntp;

/// <summary>Writes <c>_flow.tntp</c>: from, to, volume, cost, as the published best-known flows are.</summary>
public static class TntpFlowsWriter
{
    /// <summary>Writes flows, one link a line, with all digits.</summary>
    /// <param name="network">Network.</param>
    /// <param name="volume">Volume by link.</param>
    /// <param name="cost">Cost by link.</param>
    /// <param name="to">Where to.</param>
    public static void Write(AssignmentNetwork network, ReadOnlySpan<double> volume, ReadOnlySpan<double> cost, TextWriter to)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(to);
        to.Write("From \tTo \tVolume \tCost \n");
        for (var link = 0; link < network.LinkCount; link++)
            to.Write(string.Create(CultureInfo.InvariantCulture, $"{network.NodeIds[network.From[link]]} \t{network.NodeIds[network.To[link]]} \t{volume[link]:R} \t{cost[link]:R} \n"));
    }
}
