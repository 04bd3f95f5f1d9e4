using DigitalTwin.Grains.Contracts.Runs;
using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Grains.Runs;

/// <summary>A partition that is a grain, as the loop drives it.</summary>
internal sealed class GrainPartition : IPartition
{
    private readonly IPartitionGrain grain;
    private readonly PartitionOrder order;

    private GrainPartition(IPartitionGrain grain, PartitionOrder order, PartitionShape shape) => (this.grain, this.order, Elements) = (grain, order, shape.Elements);

    public IReadOnlyList<int[]> Elements { get; }

    private string Name => $"{order.Domain}/{order.Part}";

    /// <summary>Has the grain make its partition.</summary>
    public static async Task<GrainPartition> PrepareAsync(IGrainFactory grains, string stretch, PartitionOrder order, CancellationToken cancellation)
    {
        var grain = grains.GetGrain<IPartitionGrain>($"{order.Experiment}/{stretch}/{order.Domain}/{order.Part}");
        var shape = await Reached(() => grain.PrepareAsync(order, cancellation), $"{order.Domain}/{order.Part}", cancellation).ConfigureAwait(false);
        return new GrainPartition(grain, order, shape);
    }

    public async ValueTask<StepOutput> AdvanceAsync(StepInput input, CancellationToken cancellation)
    {
        PartitionOutput output;
        try
        {
            output = await grain.AdvanceAsync(order.Ticket, Travel.Message(input), cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            // The model's own failures are answers; what is thrown comes from the way to it.
            throw new PartitionLostException(Name, fault);
        }
        return output.Condition switch
        {
            PartitionCondition.Advanced => Travel.Output(output),
            PartitionCondition.Lost => throw new PartitionLostException(Name, null),
            _ => throw new ExperimentException($"{Name} of {order.Variant}, replication {order.Replication}, failed in the step that begins at {input.Window.Start:0} s: {output.Failure}"),
        };
    }

    public async ValueTask<ReadOnlyMemory<byte>> SaveAsync() =>
        await Reached(() => grain.SaveAsync(order.Ticket, CancellationToken.None), Name, default).ConfigureAwait(false) is { } state ? state.Bytes : throw new PartitionLostException(Name, null);

    public async ValueTask LoadAsync(ReadOnlyMemory<byte> state)
    {
        var loaded = await Reached(() => grain.LoadAsync(order.Ticket, new PartitionState(Travel.Array(state)), CancellationToken.None), Name, default).ConfigureAwait(false);
        if (!loaded) throw new PartitionLostException(Name, null);
    }

    /// <summary>Has the grain let go; whether it is still there does not matter.</summary>
    public async Task ReleaseAsync()
    {
        try
        {
            await grain.ReleaseAsync(order.Ticket).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A grain that cannot be reached holds nothing any more, or is collected when idle.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    private static async Task<T> Reached<T>(Func<Task<T>> call, string name, CancellationToken cancellation)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            throw new PartitionLostException(name, fault);
        }
    }
}
