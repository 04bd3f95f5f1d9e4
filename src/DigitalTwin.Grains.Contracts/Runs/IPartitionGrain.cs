using System.Collections.Immutable;

namespace DigitalTwin.Grains.Contracts.Runs;

/// <summary>
/// A part of a domain in one run: holds its model and its state and advances it, near the run that drives it. Its memory is all it has: it keeps nothing, and one that
/// was lost says so, whereupon its run goes on from the last checkpoint. Key: <c>experiment/stretch/domain/part</c>.
/// </summary>
[Alias("dt.partition-grain")]
public interface IPartitionGrain : IGrainWithStringKey
{
    /// <summary>Makes the partition anew, at time 0.</summary>
    /// <returns>For each quantity that its domain produces, which elements of the index set are this partition's.</returns>
    [Alias("prepare"), ResponseTimeout("00:30:00")]
    Task<PartitionShape> PrepareAsync(PartitionOrder order, CancellationToken cancellation);

    /// <summary>Advances it over one step.</summary>
    /// <param name="ticket">The ticket of the order that it was prepared with.</param>
    /// <param name="input">What it is told before the step.</param>
    /// <param name="cancellation">Ends it within the step; it may then only be loaded or prepared again.</param>
    [Alias("advance"), ResponseTimeout("00:30:00")]
    Task<PartitionOutput> AdvanceAsync(string ticket, PartitionInput input, CancellationToken cancellation);

    /// <summary>Its whole state, bit by bit; null when it was lost.</summary>
    [Alias("save"), ResponseTimeout("00:05:00")]
    Task<PartitionState?> SaveAsync(string ticket, CancellationToken cancellation);

    /// <summary>Takes on a state.</summary>
    /// <returns>False when it was lost.</returns>
    [Alias("load"), ResponseTimeout("00:05:00")]
    Task<bool> LoadAsync(string ticket, PartitionState state, CancellationToken cancellation);

    /// <summary>Lets go of the model and ends the activation.</summary>
    [Alias("release")]
    Task ReleaseAsync(string ticket);
}

/// <summary>Which partition is to be made.</summary>
/// <param name="Ticket">Unique to the taking up of a run: calls with another ticket are meant for a partition that is gone.</param>
/// <param name="Experiment">Id of the experiment.</param>
/// <param name="Order">What the experiment does.</param>
/// <param name="Variant">The variant whose plan is followed.</param>
/// <param name="Replication">Which replication, from 1.</param>
/// <param name="Domain">The domain.</param>
/// <param name="Part">Which part of it, from 0.</param>
[GenerateSerializer, Immutable, Alias("dt.partition-order")]
public sealed record PartitionOrder(
    [property: Id(0)] string Ticket,
    [property: Id(1)] string Experiment,
    [property: Id(2)] ExperimentOrder Order,
    [property: Id(3)] string Variant,
    [property: Id(4)] int Replication,
    [property: Id(5)] string Domain,
    [property: Id(6)] int Part);

/// <summary>What a partition gives.</summary>
/// <param name="Elements">For each quantity that its domain produces, its elements of the index set.</param>
[GenerateSerializer, Immutable, Alias("dt.partition-shape")]
public sealed record PartitionShape([property: Id(0)] ImmutableArray<int[]> Elements);

/// <summary>A partition's state, as bytes that nobody changes.</summary>
/// <param name="Bytes">The bytes.</param>
[GenerateSerializer, Immutable, Alias("dt.partition-state")]
public sealed record PartitionState([property: Id(0)] byte[] Bytes);
