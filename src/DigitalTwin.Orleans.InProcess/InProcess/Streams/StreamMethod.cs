using System.Reflection;
using Orleans.InProcess.Calls;
using Orleans.Runtime;

namespace Orleans.InProcess.Streams;

/// <summary>A method that returns <see cref="IAsyncEnumerable{T}"/>. Nothing is sent until somebody enumerates.</summary>
internal sealed class StreamMethod<TArguments, T>(MethodInfo method, Delegate invoker) : GrainMethod(method)
{
    private readonly Invoker<TArguments, IAsyncEnumerable<T>> invoker = (Invoker<TArguments, IAsyncEnumerable<T>>)invoker;

    public IAsyncEnumerable<T> Send(GrainReference target, TArguments arguments, CancellationToken cancel) =>
        new GrainStream<T>(target, (grain, token) => invoker(grain, ref arguments, token), cancel);
}

/// <summary>What the caller of such a method gets: it may be enumerated several times, and each time calls the method anew.</summary>
internal sealed class GrainStream<T>(GrainReference target, Func<object, CancellationToken, IAsyncEnumerable<T>> open, CancellationToken callers) : IAsyncEnumerable<T>
{
    public int MaxBatchSize { get; set; } = 100;

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new StreamReader<T>(target, new Enumeration<T>(open, MaxBatchSize), callers, cancellationToken);
}
