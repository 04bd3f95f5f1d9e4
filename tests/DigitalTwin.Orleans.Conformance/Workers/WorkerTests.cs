using Orleans.Concurrency;

namespace DigitalTwin.Orleans.Conformance.Workers;

public interface IWorkerGrain : IGrainWithIntegerKey
{
    Task<Guid> Work(string signal);

    Task<Guid> Ask();
}

[StatelessWorker(3)]
public sealed class WorkerGrain : Grain, IWorkerGrain
{
    private readonly Guid worker = Guid.NewGuid();

    public async Task<Guid> Work(string signal)
    {
        Journal.Write(signal, "begun");
        await Signal.Of(signal).Wait();
        return worker;
    }

    public Task<Guid> Ask() => Task.FromResult(worker);
}

public sealed class WorkerTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task Calls_of_one_key_are_served_by_several_workers_but_by_no_more_than_allowed()
    {
        var grain = silo.Grains.GetGrain<IWorkerGrain>(1);
        var calls = Enumerable.Range(0, 9).Select(_ => grain.Work("work")).ToArray();
        var begun = await Journal.WaitFor("work", entries => entries.Length >= 3);
        Assert.Equal(3, begun.Length);
        Signal.Of("work").Raise();
        var workers = (await Task.WhenAll(calls)).Distinct().Count();
        Assert.Equal(3, workers);
    }

    /// <summary>A worker may still be busy with saying that it has answered when the next call comes.</summary>
    [Fact]
    public async Task One_caller_meets_the_same_few_workers_again_and_again()
    {
        var grain = silo.Grains.GetGrain<IWorkerGrain>(2);
        var met = new HashSet<Guid>();
        for (var i = 0; i < 50; i++) met.Add(await grain.Ask());
        Assert.InRange(met.Count, 1, 3);
    }
}
