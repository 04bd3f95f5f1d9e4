namespace DigitalTwin.Weather.Warnings;

/// <summary>Precipitation of the last hours at each place, mm, as of the last ten-minute mark; NaN before the first mark and where no warnings are issued.</summary>
public sealed class RainWindows
{
    private static readonly int[] Hours = [1, 3, 6, 12, 24];
    private readonly double[][] sums;

    internal RainWindows(int places)
    {
        sums = [.. Hours.Select(_ => new double[places])];
        foreach (var sum in sums) Array.Fill(sum, double.NaN);
    }

    /// <summary>Of the last hour, mm.</summary>
    public double[] Last1 => sums[0];

    /// <summary>Of the last 3 hours, mm.</summary>
    public double[] Last3 => sums[1];

    /// <summary>Of the last 6 hours, mm.</summary>
    public double[] Last6 => sums[2];

    /// <summary>Of the last 12 hours, mm.</summary>
    public double[] Last12 => sums[3];

    /// <summary>Of the last 24 hours, mm.</summary>
    public double[] Last24 => sums[4];

    internal void Take(int place, Timeline timeline)
    {
        double sum = 0;
        var cell = timeline.Now;
        for (var k = 0; k < Hours.Length; k++)
        {
            for (var first = timeline.Now - (Hours[k] * Outlook.PerHour); cell > first;)
            {
                cell--;
                sum += timeline.Rain[cell] + timeline.Snow[cell];
            }
            sums[k][place] = sum;
        }
    }

    internal void CopyTo(RainWindows other)
    {
        for (var k = 0; k < sums.Length; k++) sums[k].CopyTo(other.sums[k], 0);
    }

    internal void WriteTo(BinaryWriter writer)
    {
        foreach (var sum in sums)
            foreach (var value in sum) writer.Write(value);
    }

    internal void ReadFrom(BinaryReader reader)
    {
        foreach (var sum in sums)
            for (var p = 0; p < sum.Length; p++) sum[p] = reader.ReadDouble();
    }
}
