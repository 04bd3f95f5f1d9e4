using System.Collections.Immutable;
using DigitalTwin.Grains.Contracts.Telemetry;

namespace DigitalTwin.Storage.Journal;

/// <summary>Quality and origin of a reading in one small number: quality in the two lowest bits, origin above.</summary>
internal static class Flags
{
    public static long Of(Observation observation) => (long)observation.Quality | ((long)observation.Origin << 2);

    public static Quality Quality(long flags) => (Quality)(flags & 3);

    public static Origin Origin(long flags) => (Origin)(flags >> 2);
}

/// <summary>Arrays that were never given are empty.</summary>
internal static class ImmutableArrayExtensions
{
    public static ImmutableArray<T> OrEmpty<T>(this ImmutableArray<T> array) => array.IsDefault ? [] : array;
}
