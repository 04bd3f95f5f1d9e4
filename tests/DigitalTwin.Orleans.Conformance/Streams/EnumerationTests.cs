using System.Runtime.CompilerServices;

namespace DigitalTwin.Orleans.Conformance.Streams;

public interface ICountingGrain : IGrainWithStringKey
{
    IAsyncEnumerable<int> CountTo(int last, CancellationToken cancel = default);

    IAsyncEnumerable<int> FailAfter(int last);

    Task<string> State();
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
}
