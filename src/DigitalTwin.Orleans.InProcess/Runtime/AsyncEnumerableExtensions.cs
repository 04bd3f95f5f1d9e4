using Orleans.InProcess.Streams;

namespace Orleans.Runtime;

/// <summary>Settings of enumerations that a grain's method returned.</summary>
public static class AsyncEnumerableExtensions
{
    /// <summary>How many elements are handed over at a time at most, where the grain has them ready; 100 unless said.</summary>
    public static IAsyncEnumerable<T> WithBatchSize<T>(this IAsyncEnumerable<T> self, int maxBatchSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBatchSize, 1);
        if (self is GrainStream<T> stream) stream.MaxBatchSize = maxBatchSize;
        return self;
    }
}
