using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Mobility.Tntp;

/// <summary>Coordinates of nodes as their file gives them; NaN for nodes that it does not name.</summary>
/// <param name="X">Easting or longitude.</param>
/// <param name="Y">Northing or latitude.</param>
public sealed record TntpNodes(double[] X, double[] Y)
{
    /// <summary>Whether all numbers can be degrees of longitude and latitude.</summary>
    public bool AreDegrees => X.Zip(Y).All(p => double.IsNaN(p.First) || (Math.Abs(p.First) <= 180 && Math.Abs(p.Second) <= 90));
}

/// <summary>Reads <c>_node.tntp</c>: number, x, y; a line of names above them is passed over.</summary>
internal sealed class TntpNodesReader(TntpLines lines, TntpNetwork network)
{
    public TntpNodes? Read()
    {
        var (count, unknown, fields) = (network.Network.NodeCount, 0, new List<Field>());
        var (x, y) = (new double[count], new double[count]);
        x.AsSpan().Fill(double.NaN);
        y.AsSpan().Fill(double.NaN);
        var (first, again, firstAgain) = (true, 0, (Number: 0, Line: 0));
        if (lines.Metadata() is null)
        {
            lines.Problems.Error(lines.File, 0, 0, "The file has no nodes.");
            return null;
        }
        do
        {
            lines.Split(fields);
            if (first && fields.Count > 0 && char.IsLetter(fields[0].Text[0]))
            {
                first = false;
                continue;
            }
            first = false;
            if (fields.Count < 3)
            {
                lines.Problems.Error(lines.File, lines.Line, lines.Column, $"The node has {Plural.Of(fields.Count, "field")}; 3 are expected: number, x, y.");
                continue;
            }
            var node = TntpNumbers.Number(lines, fields[0], "node") is var number && number > 0 ? network.NodeOf(number) : -2;
            if (node == -1) unknown++;
            var (east, north) = (TntpNumbers.Real(lines, fields[1], "x", double.NegativeInfinity), TntpNumbers.Real(lines, fields[2], "y", double.NegativeInfinity));
            if (node < 0) continue;
            if (double.IsNaN(x[node])) (x[node], y[node]) = (east, north);
            else if (again++ == 0) firstAgain = (number, lines.Line);
        }
        while (lines.Next());
        if (again > 0) lines.Problems.Warning(lines.File, 0, 0, $"{again} of its lines are of a node that stands above already, {firstAgain.Number} in line {firstAgain.Line} the first; the first place counts.");
        if (unknown > 0) lines.Problems.Warning(lines.File, 0, 0, $"{unknown} of its nodes are not in the network and are not used.");
        return lines.Problems.HasErrors ? null : new(x, y);
    }
}
