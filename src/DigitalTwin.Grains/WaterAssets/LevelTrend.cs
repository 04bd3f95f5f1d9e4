using System.Collections.Immutable;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Twins;

namespace DigitalTwin.Grains.WaterAssets;

/// <summary>How fast a tank fills or drains: the slope of a straight line through the volumes of the last readings (least squares), m³/s.</summary>
internal sealed class LevelTrend
{
    /// <summary>How far back readings count.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(30);

    /// <summary>Most readings that count.</summary>
    public const int Most = 16;

    private readonly (long At, double Volume)[] readings = new (long, double)[Most];
    private int count;

    public void Add(long at, double volume)
    {
        if (count == Most) Array.Copy(readings, 1, readings, 0, --count);
        readings[count++] = (at, volume);
    }

    public void Recall(ImmutableArray<Sample> levels, TankShape shape)
    {
        count = 0;
        foreach (var sample in levels) Add(Micros.Of(sample.At), shape.VolumeAt(sample.Mean));
    }

    /// <summary>m³/s, positive while it fills; NaN with fewer than two readings in the window before the newest.</summary>
    public double Slope()
    {
        if (count == 0) return double.NaN;
        var last = readings[count - 1].At;
        double n = 0, sumT = 0, sumV = 0, sumTT = 0, sumTV = 0;
        for (var i = 0; i < count; i++)
        {
            var (at, v) = readings[i];
            if (last - at > Micros.Of(Window)) continue;
            // Seconds before the newest: small numbers, so that their squares keep their digits.
            var t = (at - last) * 1e-6;
            (n, sumT, sumV, sumTT, sumTV) = (n + 1, sumT + t, sumV + v, sumTT + t * t, sumTV + t * v);
        }
        var spread = n * sumTT - sumT * sumT;
        return n < 2 || spread <= 0 ? double.NaN : (n * sumTV - sumT * sumV) / spread;
    }
}
