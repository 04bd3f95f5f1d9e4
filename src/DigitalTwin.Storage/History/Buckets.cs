using System.Collections.Immutable;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Storage.Sql;

namespace DigitalTwin.Storage.History;

/// <summary>Values gathered into buckets of equal length, counted from the Unix epoch, as they stream by; one code for both databases, so the means are the same to the last bit.</summary>
internal static class Buckets
{
    public static async Task<ImmutableArray<Sample>> GatherAsync(IAsyncEnumerable<(long At, double Value, string? Word)> values, TimeSpan length, int most)
    {
        var micros = length.Ticks / TimeSpan.TicksPerMicrosecond;
        var samples = ImmutableArray.CreateBuilder<Sample>();
        var (bucket, count, min, sum, max) = (long.MinValue, 0, 0.0, 0.0, 0.0);
        await foreach (var (at, value, _) in values.ConfigureAwait(false))
        {
            if (double.IsNaN(value)) continue;
            var start = at - Modulo(at, micros);
            if (start != bucket)
            {
                if (count > 0) samples.Add(new(Micros.ToInstant(bucket), count, min, sum / count, max));
                if (samples.Count == most) return samples.ToImmutable();
                (bucket, count, min, sum, max) = (start, 0, double.PositiveInfinity, 0, double.NegativeInfinity);
            }
            (count, min, sum, max) = (count + 1, Math.Min(min, value), sum + value, Math.Max(max, value));
        }
        if (count > 0) samples.Add(new(Micros.ToInstant(bucket), count, min, sum / count, max));
        return samples.ToImmutable();
    }

    private static long Modulo(long value, long divisor) => ((value % divisor) + divisor) % divisor;
}
