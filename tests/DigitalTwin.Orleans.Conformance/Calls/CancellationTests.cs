namespace DigitalTwin.Orleans.Conformance.Calls;

public interface ICancellableGrain : IGrainWithStringKey
{
    Task<int> WaitForCancellation(CancellationToken cancel);

    Task<int> PassOn(ICancellableGrain other, CancellationToken cancel = default);

    Task<bool> Ignore(CancellationToken cancel);
}

public sealed class CancellableGrain : Grain, ICancellableGrain
{
    public async Task<int> WaitForCancellation(CancellationToken cancel)
    {
        var name = this.GetPrimaryKeyString();
        var own = TaskScheduler.Current;
        using var heard = cancel.Register(() => Signal.Of($"{name} heard").Raise(ReferenceEquals(own, TaskScheduler.Current) ? "in its turn" : "elsewhere"));
        Signal.Of($"{name} begun").Raise();
        try
        {
            await Signal.Of($"{name} never").Wait().WaitAsync(cancel);
        }
        finally
        {
            Signal.Of($"{name} ended").Raise();
        }
        return 0;
    }

    public Task<int> PassOn(ICancellableGrain other, CancellationToken cancel) => other.WaitForCancellation(cancel);

    public Task<bool> Ignore(CancellationToken cancel) => Task.FromResult(cancel.IsCancellationRequested);
}

public sealed class CancellationTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task A_callers_cancellation_reaches_the_grain_and_ends_the_wait()
    {
        using var source = new CancellationTokenSource();
        var call = silo.Grains.GetGrain<ICancellableGrain>("cancelled").WaitForCancellation(source.Token);
        await Signal.Of("cancelled begun").Wait();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await Signal.Of("cancelled ended").Wait();
    }

    [Fact]
    public async Task A_cancellation_passes_from_grain_to_grain()
    {
        using var source = new CancellationTokenSource();
        var call = silo.Grains.GetGrain<ICancellableGrain>("passing").PassOn(silo.Grains.GetGrain<ICancellableGrain>("passed"), source.Token);
        await Signal.Of("passed begun").Wait();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await Signal.Of("passed ended").Wait();
    }

    [Fact]
    public async Task A_token_that_is_never_cancelled_disturbs_nothing()
    {
        using var source = new CancellationTokenSource();
        var grain = silo.Grains.GetGrain<ICancellableGrain>("undisturbed");
        Assert.False(await grain.Ignore(source.Token));
        Assert.False(await grain.Ignore(default));
    }

    [Fact]
    public async Task A_call_that_waits_for_its_turn_can_be_cancelled()
    {
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        var grain = silo.Grains.GetGrain<ICancellableGrain>("queued");
        var running = grain.WaitForCancellation(first.Token);
        await Signal.Of("queued begun").Wait();
        var waiting = grain.Ignore(second.Token);
        await second.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await first.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }
}
