namespace DigitalTwin.Mobility.Assignment.Linear;

/// <summary>Flows by class and link, passenger-car units: a point of the set in which Frank and Wolfe search.</summary>
internal sealed class LinkFlows(int classes, int links)
{
    /// <summary>By class and link.</summary>
    public double[][] ByClass { get; } = [.. Enumerable.Range(0, classes).Select(_ => new double[links])];

    /// <summary>By link, all classes.</summary>
    public double[] Total { get; } = new double[links];

    /// <summary>Empties it.</summary>
    public void Clear()
    {
        Total.AsSpan().Clear();
        foreach (var flows in ByClass) flows.AsSpan().Clear();
    }

    /// <summary>Sums the classes.</summary>
    public void Sum()
    {
        Total.AsSpan().Clear();
        foreach (var flows in ByClass)
            for (var link = 0; link < Total.Length; link++) Total[link] += flows[link];
    }

    /// <summary>Takes the values of another.</summary>
    public void Take(LinkFlows other)
    {
        other.Total.AsSpan().CopyTo(Total);
        for (var c = 0; c < ByClass.Length; c++) other.ByClass[c].AsSpan().CopyTo(ByClass[c]);
    }

    /// <summary>Goes a share of the way to another point.</summary>
    public void MoveTowards(LinkFlows other, double share)
    {
        Mix(Total, other.Total);
        for (var c = 0; c < ByClass.Length; c++) Mix(ByClass[c], other.ByClass[c]);

        void Mix(double[] mine, double[] theirs)
        {
            for (var link = 0; link < mine.Length; link++) mine[link] += share * (theirs[link] - mine[link]);
        }
    }

    /// <summary>Becomes a weighted mean of three points, itself one of them or none.</summary>
    public void Blend(LinkFlows a, double u, LinkFlows b, double v, LinkFlows c, double w)
    {
        Mix(Total, a.Total, b.Total, c.Total);
        for (var k = 0; k < ByClass.Length; k++) Mix(ByClass[k], a.ByClass[k], b.ByClass[k], c.ByClass[k]);

        void Mix(double[] into, double[] x, double[] y, double[] z)
        {
            for (var link = 0; link < into.Length; link++) into[link] = u * x[link] + v * y[link] + w * z[link];
        }
    }
}
