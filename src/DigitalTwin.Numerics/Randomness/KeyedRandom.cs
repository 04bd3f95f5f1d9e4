using System.Text;

namespace DigitalTwin.Numerics.Randomness;

/// <summary>
/// Chance that is owned: a draw is a pure function of the seed, a stream (what it is for and whom it concerns) and a counter
/// (which draw of that stream). It never depends on which thread or partition asked first. It is not a cryptographic generator.
/// </summary>
/// <param name="Seed">The scenario's seed; every variant of a scenario shares it.</param>
public readonly record struct KeyedRandom(ulong Seed)
{
    /// <summary>A generator for one replication: its own seed, derived from this one.</summary>
    public KeyedRandom ForReplication(int replication) => new(Philox.Bits((ulong)replication, 0x5265706C69636174, Seed).Low);

    /// <summary>The stream of a purpose and an asset: a 64-bit FNV-1a hash of both, separated by a zero byte.</summary>
    public static ulong Stream(string purpose, string asset = "")
    {
        ArgumentNullException.ThrowIfNull(purpose);
        ArgumentNullException.ThrowIfNull(asset);
        var hash = 14695981039346656037UL;
        foreach (var b in Encoding.UTF8.GetBytes(purpose)) hash = (hash ^ b) * 1099511628211UL;
        hash *= 1099511628211UL;
        foreach (var b in Encoding.UTF8.GetBytes(asset)) hash = (hash ^ b) * 1099511628211UL;
        return hash;
    }

    /// <summary>64 random bits.</summary>
    public ulong Bits(ulong stream, ulong counter) => Philox.Bits(counter, stream, Seed).Low;

    /// <summary>Uniform on [0, 1), 53 bits.</summary>
    public double Uniform(ulong stream, ulong counter) => (Bits(stream, counter) >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform integer on [0, <paramref name="bound"/>).</summary>
    public int Below(int bound, ulong stream, ulong counter)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        return (int)Math.BigMul(Bits(stream, counter), (ulong)bound, out _);
    }

    /// <summary>Standard normal, by Box and Muller from both words of one block.</summary>
    public double Normal(ulong stream, ulong counter)
    {
        var (low, high) = Philox.Bits(counter, stream, Seed);
        var u = ((low >> 11) + 1) * (1.0 / (1UL << 53));
        var v = (high >> 11) * (1.0 / (1UL << 53));
        return Math.Sqrt(-2 * Math.Log(u)) * Math.Cos(2 * Math.PI * v);
    }
}
