using DigitalTwin.Grains.Contracts.Runs;
using DigitalTwin.Grains.Runs;

namespace DigitalTwin.Grains.Tests.Runs;

/// <summary>Stands in the way of the grains of runs: counts the steps of partitions, and does something before one of them.</summary>
internal sealed class Meddler : IIncomingGrainCallFilter
{
    private int advances;

    /// <summary>Steps that partitions were asked for.</summary>
    public int Advances => Volatile.Read(ref advances);

    /// <summary>Done instead of a step, when it gives an answer; its argument counts steps from 1.</summary>
    public Func<int, IIncomingGrainCallContext, PartitionOutput?> Instead { get; set; } = (_, _) => null;

    /// <summary>The contexts of the runs that were called.</summary>
    public List<IGrainContext> Runs { get; } = [];

    public static Task<RunSilo> SiloAsync(Meddler? meddler = null, Action<ISiloBuilder>? more = null) =>
        RunSilo.StartAsync(TimeProvider.System, null, default, silo =>
        {
            if (meddler is not null) silo.AddIncomingGrainCallFilter(meddler);
            more?.Invoke(silo);
        });

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.Grain is RunGrain)
            lock (Runs) Runs.Add(context.TargetContext);
        if (context.Grain is PartitionGrain && context.MethodName == nameof(IPartitionGrain.AdvanceAsync) && Instead(Interlocked.Increment(ref advances), context) is { } answer)
        {
            context.Result = answer;
            return;
        }
        await context.Invoke();
    }
}
