using DigitalTwin.Water.Network;

namespace DigitalTwin.Water;

/// <summary>Which multiplier of a pattern holds when.</summary>
internal static class PatternClock
{
    /// <summary>Pattern periods passed at a time.</summary>
    public static long Period(WaterTimes times, double time) => (long)Math.Floor((time + times.PatternStart) / times.PatternStep);

    /// <summary>Multiplier in a period; patterns repeat.</summary>
    public static double Multiplier(Pattern pattern, long period) => pattern.Multipliers[period % pattern.Multipliers.Length];
}
