using System.Runtime.CompilerServices;

namespace DigitalTwin.Orleans.Conformance.Streams;

public interface ICountingGrain : IGrainWithStringKey
{
    IAsyncEnumerable<int> CountTo(int last, CancellationToken cancel = default);

    IAsyncEnumerable<int> FailAfter(int last);

    /// <summary>Gives two elements and then waits for a signal.</summary>
    IAsyncEnumerable<int> TwoAndThen(string signal, CancellationToken cancel = default);

    IAsyncEnumerable<string> Words(int count);

    Task<string> State();

    Task Leave();
}

public sealed class CountingGrain : Grain, ICountingGrain
{
    private string state = "not begun";

    public async IAsyncEnumerable<int> CountTo(int last, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        state = "running";
        try
        {
            for (var i = 1; i <= last; i++)
            {
                await Task.Yield();
                cancel.ThrowIfCancellationRequested();
                yield return i;
            }
        }
        finally
        {
            state = "ended";
        }
    }

    public async IAsyncEnumerable<int> FailAfter(int last)
    {
        for (var i = 1; i <= last; i++) yield return i;
        await Task.Yield();
        throw new InvalidDataException("enough");
    }

    public async IAsyncEnumerable<int> TwoAndThen(string signal, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        yield return 1;
        yield return 2;
        Signal.Of($"{signal} begun").Raise();
        try
        {
            await Signal.Of(signal).Wait().WaitAsync(cancel);
        }
        finally
        {
            Signal.Of($"{signal} ended").Raise();
        }
        yield return 3;
    }

    public async IAsyncEnumerable<string> Words(int count)
    {
        for (var i = 0; i < count; i++) yield return $"word {i}";
        await Task.CompletedTask;
    }

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task<string> State() => Task.FromResult(state);
}

public sealed class EnumerationTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(250)]
    public async Task Every_element_arrives_in_its_order(int last)
    {
        var seen = new List<int>();
        await foreach (var i in silo.Grains.GetGrain<ICountingGrain>($"all {last}").CountTo(last)) seen.Add(i);
        Assert.Equal(Enumerable.Range(1, last), seen);
    }

    [Fact]
    public async Task A_reader_who_leaves_early_ends_the_grains_method()
    {
        var grain = silo.Grains.GetGrain<ICountingGrain>("early");
        await foreach (var i in grain.CountTo(int.MaxValue))
            if (i == 3) break;
        Assert.Equal("ended", await grain.State());
    }

    [Fact]
    public async Task An_error_comes_after_the_elements_before_it()
    {
        var seen = new List<int>();
        var error = await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var i in silo.Grains.GetGrain<ICountingGrain>("failing").FailAfter(3).WithBatchSize(2)) seen.Add(i);
        });
        Assert.Equal("enough", error.Message);
        Assert.Equal([1, 2, 3], seen);
    }

    [Fact]
    public async Task Elements_that_are_ready_do_not_wait_for_those_that_are_not()
    {
        var seen = new List<int>();
        await foreach (var i in silo.Grains.GetGrain<ICountingGrain>("waiting").TwoAndThen("two: go"))
        {
            seen.Add(i);
            if (i == 2) Signal.Of("two: go").Raise();
        }
        Assert.Equal([1, 2, 3], seen);
    }

    [Fact]
    public async Task A_grain_takes_calls_while_it_is_enumerated()
    {
        var grain = silo.Grains.GetGrain<ICountingGrain>("open");
        await using var reader = grain.CountTo(5).WithBatchSize(1).GetAsyncEnumerator();
        Assert.True(await reader.MoveNextAsync());
        Assert.Equal("running", await grain.State());
        var seen = new List<int> { reader.Current };
        while (await reader.MoveNextAsync()) seen.Add(reader.Current);
        Assert.Equal([1, 2, 3, 4, 5], seen);
        Assert.Equal("ended", await grain.State());
    }

    [Fact]
    public async Task A_readers_cancellation_ends_the_wait_and_the_grains_method()
    {
        using var source = new CancellationTokenSource();
        var seen = new List<int>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var i in silo.Grains.GetGrain<ICountingGrain>("cancelled").TwoAndThen("cancelled: never").WithCancellation(source.Token))
            {
                seen.Add(i);
                if (i != 2) continue;
                _ = Signal.Of("cancelled: never begun").Wait().ContinueWith(_ => source.Cancel(), TaskScheduler.Default);
            }
        });
        Assert.Equal([1, 2], seen);
        await Signal.Of("cancelled: never ended").Wait();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1_000)]
    public async Task The_size_of_batches_changes_nothing_but_the_pace(int size)
    {
        var seen = new List<string>();
        await foreach (var word in silo.Grains.GetGrain<ICountingGrain>($"batches of {size}").Words(100).WithBatchSize(size)) seen.Add(word);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"word {i}"), seen);
    }

    [Fact]
    public async Task Every_enumeration_begins_anew()
    {
        var words = silo.Grains.GetGrain<ICountingGrain>("again").Words(3);
        for (var i = 0; i < 2; i++)
        {
            var seen = 0;
            await foreach (var word in words) Assert.Equal($"word {seen++}", word);
            Assert.Equal(3, seen);
        }
    }

    [Fact]
    public async Task An_enumeration_ends_with_the_activation_that_it_belongs_to()
    {
        var grain = silo.Grains.GetGrain<ICountingGrain>("leaving");
        await using var reader = grain.CountTo(int.MaxValue).WithBatchSize(1).GetAsyncEnumerator();
        Assert.True(await reader.MoveNextAsync());
        await grain.Leave();
        Assert.Equal("not begun", await grain.State());
        await Assert.ThrowsAsync<EnumerationAbortedException>(async () =>
        {
            while (await reader.MoveNextAsync()) { }
        });
    }
}
