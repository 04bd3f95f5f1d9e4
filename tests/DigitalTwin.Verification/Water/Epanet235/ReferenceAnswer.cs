using System.Globalization;
using System.IO.Compression;
using System.Text;
using DigitalTwin.Water.Epanet;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Verification.Water.Epanet235;

/// <summary>
/// What EPANET 2.3.5 computed for a network, by time: rows <c>t,N,id,head,pressure,demand</c> and <c>t,L,id,flow,headloss,status,setting</c> in the file's units,
/// here heads in m and flows in m³/s.
/// </summary>
internal sealed class ReferenceAnswer
{
    private readonly WaterNetwork network;
    private readonly Dictionary<long, Instant> instants = [];

    /// <summary>Values at one time; NaN where the reference has none.</summary>
    public sealed record Instant(double[] Head, double[] Flow, bool[] Closed);

    public ReferenceAnswer(string path, WaterNetwork network, FlowUnit unit)
    {
        this.network = network;
        var metre = unit >= FlowUnit.LitresPerSecond ? 1 : 0.3048;
        var flow = ExactFlow(unit);
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || !char.IsAsciiDigit(line[0])) continue;
            var parts = line.Split(',');
            var at = At(long.Parse(parts[0], CultureInfo.InvariantCulture));
            if (parts[1] == "N")
            {
                at.Head[network.NodeIndex(parts[2])] = Number(parts[3]) * metre;
            }
            else
            {
                var link = network.LinkIndex(parts[2]);
                at.Flow[link] = Number(parts[3]) * flow;
                at.Closed[link] = parts[5] is "1" or "2";
            }
        }
    }

    public IReadOnlyDictionary<long, Instant> Instants => instants;

    private Instant At(long time)
    {
        if (instants.TryGetValue(time, out var instant)) return instant;
        instant = new(new double[network.Nodes.Count], new double[network.Links.Count], new bool[network.Links.Count]);
        Array.Fill(instant.Head, double.NaN);
        Array.Fill(instant.Flow, double.NaN);
        return instants[time] = instant;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>m³/s per unit, exact: the judge knows nothing of EPANET's rounded factors.</summary>
    private static double ExactFlow(FlowUnit unit) => unit switch
    {
        FlowUnit.CubicFeetPerSecond => 0.028316846592,
        FlowUnit.GallonsPerMinute => 6.30901964e-5,
        FlowUnit.MillionGallonsPerDay => 0.0438126363889,
        FlowUnit.MillionImperialGallonsPerDay => 0.0526168042,
        FlowUnit.AcreFeetPerDay => 0.0142764101568,
        FlowUnit.LitresPerSecond => 1e-3,
        FlowUnit.LitresPerMinute => 1.0 / 60_000,
        FlowUnit.MegalitresPerDay => 1000.0 / 86_400,
        FlowUnit.CubicMetresPerHour => 1.0 / 3600,
        FlowUnit.CubicMetresPerDay => 1.0 / 86_400,
        _ => 1,
    };
}
