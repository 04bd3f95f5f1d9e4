using System.Runtime.CompilerServices;
using Orleans.Placement;

namespace DigitalTwin.Cluster.Tests;

/// <summary>A grain that knows which silo it is on and keeps a number.</summary>
[Alias("DigitalTwin.Cluster.Tests.IPlaceGrain")]
public interface IPlaceGrain : IGrainWithStringKey
{
    /// <summary>The silo that the activation is on.</summary>
    [Alias("Where")]
    Task<string> WhereAsync();

    /// <summary>Keeps a number; returns the one before.</summary>
    [Alias("Keep")]
    Task<int> KeepAsync(int number);

    /// <summary>The number as this activation knows it.</summary>
    [Alias("Kept")]
    Task<int> KeptAsync();

    /// <summary>Forgets the number.</summary>
    [Alias("Forget")]
    Task ForgetAsync();

    /// <summary>The sum of what other places keep, asked one after the other.</summary>
    [Alias("Sum")]
    Task<int> SumAsync(IReadOnlyList<string> others);

    /// <summary>Counts up to a number.</summary>
    [Alias("Count")]
    IAsyncEnumerable<int> CountAsync(int to, CancellationToken cancellation = default);

    /// <summary>Fails with a sentence.</summary>
    [Alias("Fail")]
    Task FailAsync(string sentence);
}

/// <summary>What a place keeps.</summary>
[GenerateSerializer]
[Alias("DigitalTwin.Cluster.Tests.PlaceState")]
public sealed class PlaceState
{
    /// <summary>The number.</summary>
    [Id(0)]
    public int Number { get; set; }
}

/// <inheritdoc cref="IPlaceGrain"/>
[RandomPlacement]
public sealed class PlaceGrain([PersistentState("place")] IPersistentState<PlaceState> place) : Grain, IPlaceGrain
{
    /// <inheritdoc/>
    public Task<string> WhereAsync() => Task.FromResult(RuntimeIdentity);

    /// <inheritdoc/>
    public async Task<int> KeepAsync(int number)
    {
        var before = place.State.Number;
        place.State.Number = number;
        await place.WriteStateAsync();
        return before;
    }

    /// <inheritdoc/>
    public Task<int> KeptAsync() => Task.FromResult(place.State.Number);

    /// <inheritdoc/>
    public Task ForgetAsync() => place.ClearStateAsync();

    /// <inheritdoc/>
    public async Task<int> SumAsync(IReadOnlyList<string> others)
    {
        var sum = place.State.Number;
        foreach (var other in others) sum += await GrainFactory.GetGrain<IPlaceGrain>(other).KeptAsync();
        return sum;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<int> CountAsync(int to, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var i = 1; i <= to && !cancellation.IsCancellationRequested; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    /// <inheritdoc/>
    public Task FailAsync(string sentence) => Task.FromException(new InvalidOperationException(sentence));
}
