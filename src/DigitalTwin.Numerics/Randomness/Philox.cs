namespace DigitalTwin.Numerics.Randomness;

/// <summary>
/// Philox 4×32-10, the counter-based generator of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3"
/// (SC'11, doi 10.1145/2063384.2063405): ten rounds of two 32 × 32 → 64 bit multiplications turn a 128-bit counter and a 64-bit
/// key into 128 random bits. There is no state: the same counter and key give the same bits, whoever asks and in whatever order.
/// </summary>
public static class Philox
{
    // Multipliers M0, M1 and key increments W0, W1 (golden ratio and √3 − 1), from table 2 of the paper.
    private const uint M0 = 0xD2511F53, M1 = 0xCD9E8D57, W0 = 0x9E3779B9, W1 = 0xBB67AE85;

    /// <summary>128 random bits, as two words of 64, for a counter of two 64-bit words and a key.</summary>
    public static (ulong Low, ulong High) Bits(ulong counterLow, ulong counterHigh, ulong key)
    {
        uint c0 = (uint)counterLow, c1 = (uint)(counterLow >> 32), c2 = (uint)counterHigh, c3 = (uint)(counterHigh >> 32);
        uint k0 = (uint)key, k1 = (uint)(key >> 32);
        for (var round = 0; round < 10; round++)
        {
            var p0 = (ulong)M0 * c0;
            var p1 = (ulong)M1 * c2;
            (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
            k0 += W0;
            k1 += W1;
        }
        return (c0 | (ulong)c1 << 32, c2 | (ulong)c3 << 32);
    }
}
