using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Mobility.Tntp;

/// <summary>Flows and costs by link of a network.</summary>
/// <param name="Volume">Volume.</param>
/// <param name="Cost">Cost.</param>
public sealed record TntpFlows(double[] Volume, double[] Cost);

/// <summary>Reads <c>_flow.tntp</c>: from, to, volume, cost. Parallel links stand in the order of the network.</summary>
internal sealed class TntpFlowsReader(TntpLines lines, TntpNetwork network)
{
    public TntpFlows? Read()
    {
        var (count, fields) = (network.Network.LinkCount, new List<Field>());
        var flows = new TntpFlows(new double[count], new double[count]);
        var (found, times) = (new bool[count], new Dictionary<(int, int), int>());
        var isFirst = true;
        if (lines.Metadata() is null)
        {
            lines.Problems.Error(lines.File, 0, 0, "The file has no flows.");
            return null;
        }
        do
        {
            // Some files end each field with its own sign; all have four.
            lines.Split(fields);
            var isNames = isFirst && fields.Count > 0 && char.IsLetter(fields[0].Text[0]);
            if (fields.Count > 0) isFirst = false;
            if (fields.Count == 0 || isNames) continue;
            if (fields.Count < 4)
            {
                lines.Problems.Error(lines.File, lines.Line, lines.Column, $"The flow has {Plural.Of(fields.Count, "field")}; 4 are expected: from, to, volume, cost.");
                continue;
            }
            var (from, to) = (TntpNumbers.Number(lines, fields[0], "node"), TntpNumbers.Number(lines, fields[1], "node"));
            var (volume, cost) = (TntpNumbers.Real(lines, fields[2], "volume"), TntpNumbers.Real(lines, fields[3], "cost", double.NegativeInfinity));
            if (from == 0 || to == 0) continue;
            var time = times[(from, to)] = times.GetValueOrDefault((from, to)) + 1;
            var link = network.Network.FindLink(time == 1 ? $"{from}-{to}" : $"{from}-{to}#{time}");
            if (link < 0)
            {
                lines.Problems.Error(lines.File, lines.Line, lines.Column, $"The network has no link {from}-{to}{(time > 1 ? $" for the {time}th time" : "")}.");
                continue;
            }
            (flows.Volume[link], flows.Cost[link], found[link]) = (volume, cost, true);
        }
        while (lines.Next());
        if (found.Contains(false)) lines.Problems.Error(lines.File, 0, 0, $"{Plural.Of(found.Count(f => !f), "link")} of the network {Plural.For(found.Count(f => !f), "has", "have")} no flow, the first is {network.Network.LinkIds[Array.IndexOf(found, false)]}.");
        return lines.Problems.HasErrors ? null : flows;
    }
}
