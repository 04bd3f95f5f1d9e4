using DigitalTwin.Grains.Contracts.Runs;
using DigitalTwin.Simulation.Loop;
using Orleans.Placement;

namespace DigitalTwin.Grains.Runs;

/// <summary>Holds one partition of a run in memory and advances it. It lives beside its run, so that arrays need not travel; what keeps it is the run's checkpoint.</summary>
[PreferLocalPlacement]
public sealed class PartitionGrain(ExperimentDesks desks) : Grain, IPartitionGrain
{
    private string? ticket;
    private ExperimentDesk? desk;
    private IPartition? partition;

    /// <inheritdoc/>
    public async Task<PartitionShape> PrepareAsync(PartitionOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        LetGo();
        desk = await desks.AtAsync(order.Experiment, order.Order, cancellation);
        partition = desk.CreatePartition(order);
        ticket = order.Ticket;
        return new PartitionShape([.. partition.Elements]);
    }

    /// <inheritdoc/>
    public async Task<PartitionOutput> AdvanceAsync(string ticket, PartitionInput input, CancellationToken cancellation)
    {
        if (ticket != this.ticket) return PartitionOutput.Lost;
        await desk!.Threads.WaitAsync(cancellation);
        try
        {
            return Travel.Message(await partition!.AdvanceAsync(Travel.Input(input), cancellation));
        }
#pragma warning disable CA1031 // Whatever goes wrong in a model is an answer: the run ends with one sentence, and is not tried again.
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            desk.Note(fault);
            return new PartitionOutput(PartitionCondition.Failed, [], [], fault.Message);
        }
        finally
        {
            desk.Threads.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<PartitionState?> SaveAsync(string ticket, CancellationToken cancellation) =>
        ticket == this.ticket ? new PartitionState(Travel.Array(await partition!.SaveAsync())) : null;

    /// <inheritdoc/>
    public async Task<bool> LoadAsync(string ticket, PartitionState state, CancellationToken cancellation)
    {
        if (ticket != this.ticket) return false;
        await partition!.LoadAsync(state.Bytes);
        return true;
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(string ticket)
    {
        // A run that was taken up again has prepared it anew by now.
        if (this.ticket is null || ticket == this.ticket)
        {
            LetGo();
            this.DeactivateOnIdle();
        }
        return Task.CompletedTask;
    }

    private void LetGo() => (ticket, desk, partition) = (null, null, null);
}
