using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Loop;

/// <summary>
/// A field of physics as the loop sees it: what it gives and takes, how it splits into partitions and how it is measured.
/// A domain is immutable and shared by all runs of an experiment; what moves is in its partitions and in its meter.
/// </summary>
public interface IDomain
{
    /// <summary>Its name, as in asset ids and quantities.</summary>
    string Name { get; }

    /// <summary>What it gives.</summary>
    IReadOnlyList<Quantity> Produces { get; }

    /// <summary>What it takes.</summary>
    IReadOnlyList<Consumption> Consumes { get; }

    /// <summary>Into how many partitions it splits when at most <paramref name="most"/> are wanted: at least one. However many, the results have the same bits.</summary>
    int PartitionCount(int most);

    /// <summary>One of the <see cref="PartitionCount"/> partitions, new, for one run, at time 0.</summary>
    IPartition CreatePartition(int part, int most, KeyedRandom random);

    /// <summary>A new meter for one run.</summary>
    IMeter CreateMeter();
}

/// <summary>
/// A part of a domain that advances on its own within a step. This is the one interface that the loop drives: an object here, a grain on a cluster;
/// so what goes in and out are values, and state travels as bytes.
/// </summary>
public interface IPartition
{
    /// <summary>For each quantity that its domain produces, which elements of the index set are this partition's.</summary>
    IReadOnlyList<int[]> Elements { get; }

    /// <summary>Advances over one step.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; the partition may then only be loaded again or thrown away.</exception>
    ValueTask<StepOutput> AdvanceAsync(StepInput input, CancellationToken cancellation);

    /// <summary>Its whole state, bit by bit.</summary>
    ValueTask<ReadOnlyMemory<byte>> SaveAsync();

    /// <summary>Takes on a state that a partition of the same domain and split has saved.</summary>
    ValueTask LoadAsync(ReadOnlyMemory<byte> state);
}

/// <summary>What a partition is told before a step.</summary>
/// <param name="Window">The step.</param>
/// <param name="Quantities">The consumed quantities, whole arrays in the order of <see cref="IDomain.Consumes"/>.</param>
/// <param name="Actions">The scenario's actions that fall into this step and concern the domain, in the order of time.</param>
public sealed record StepInput(StepWindow Window, IReadOnlyList<ReadOnlyMemory<double>> Quantities, IReadOnlyList<DueAction> Actions);

/// <summary>What a partition says after a step; the arrays stay the partition's and hold until it advances again.</summary>
/// <param name="Quantities">For each produced quantity the values of <see cref="IPartition.Elements"/>.</param>
/// <param name="Log">What happened.</param>
public sealed record StepOutput(IReadOnlyList<double[]> Quantities, IReadOnlyList<LogEntry> Log);

/// <summary>An action of a scenario at its time.</summary>
/// <param name="Time">s since the scenario's start.</param>
/// <param name="Domain">The domain that handles it: <c>water</c>.</param>
/// <param name="Name">The action: <c>burst</c>.</param>
/// <param name="Targets">The assets it concerns, each with its id.</param>
/// <param name="Values">Quantities and numbers by parameter name, SI.</param>
/// <param name="Words">Words and texts by parameter name.</param>
/// <param name="Undo">True for the end of an action that has an <c>until</c>.</param>
public sealed record DueAction(
    double Time, string Domain, string Name, IReadOnlyList<string> Targets, IReadOnlyDictionary<string, double> Values, IReadOnlyDictionary<string, string> Words, bool Undo)
{
    /// <summary>When it began, s since the scenario's start: at its end that tells which of several it is that ends.</summary>
    public double Begun { get; init; } = Time;
}

/// <summary>
/// What is measured of a domain in one run: KPIs, series and layers, from the quantities that all its partitions have given, in the order of
/// their index sets and therefore with the same bits however the domain was split.
/// </summary>
public interface IMeter
{
    /// <summary>Takes in a finished step, and tells what only the whole domain can notice.</summary>
    IReadOnlyList<LogEntry> Observe(StepWindow step, Exchange exchange);

    /// <summary>All KPIs of the domain.</summary>
    IReadOnlyList<KpiValue> Kpis();

    /// <summary>City-wide series.</summary>
    IReadOnlyList<TimeSeries> Series();

    /// <summary>Layers of assets.</summary>
    IReadOnlyList<ResultLayer> Layers();

    /// <summary>What another run must know to go on from a recorded instant.</summary>
    IReadOnlyList<StateFrame> States() => [];

    /// <summary>Writes what it has measured so far.</summary>
    void Save(BinaryWriter writer);

    /// <summary>Goes on from what was written.</summary>
    void Load(BinaryReader reader);
}
