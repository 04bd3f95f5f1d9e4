using DigitalTwin.Grains.Contracts.Runs;
using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Simulation.Experiments;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Studies;

namespace DigitalTwin.Grains.Runs;

/// <summary>What the grains of one experiment share in a process: the study, the workbench, how many threads they may use, and where outcomes go.</summary>
public sealed class ExperimentDesk
{
    private readonly KeyedRandom random;
    private readonly Dictionary<string, Branch> branches = new(StringComparer.Ordinal);
    private readonly int partitions;
    private Exception? fault;

    /// <summary>A desk.</summary>
    /// <param name="study">The study.</param>
    /// <param name="variants">Names of the variants wanted; all when empty.</param>
    /// <param name="options">Partitions and checkpoints.</param>
    /// <param name="threads">As many partitions compute at a time as it has places; desks may share it.</param>
    /// <param name="outcomes">Where outcomes go.</param>
    public ExperimentDesk(Study study, IReadOnlyCollection<string> variants, ExperimentOptions options, SemaphoreSlim threads, IOutcomes outcomes)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(options);
        (Study, Threads, Outcomes, partitions) = (study, threads, outcomes, options.Partitions);
        random = new KeyedRandom(study.Scenario.Seed);
        Bench = new Workbench(options);
        Tree = study.Tree(variants);
        Note(Tree);
    }

    /// <summary>The study.</summary>
    public Study Study { get; }

    /// <summary>The tree of its variants.</summary>
    public Branch Tree { get; }

    /// <summary>Where stretches are worked on.</summary>
    public Workbench Bench { get; }

    /// <summary>A place for every partition that computes.</summary>
    public SemaphoreSlim Threads { get; }

    /// <summary>Where outcomes go.</summary>
    public IOutcomes Outcomes { get; }

    /// <summary>The first thing that went wrong in this process, with all that is known of it; null when nothing has.</summary>
    public Exception? Fault => Volatile.Read(ref fault);

    /// <summary>Keeps what went wrong, for whoever started the experiment in this process.</summary>
    public void Note(Exception error) => Interlocked.CompareExchange(ref fault, error, null);

    /// <summary>The stretch that an order speaks of.</summary>
    public Stretch Stretch(StretchOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return branches.TryGetValue(order.Branch, out var branch) ? new Stretch(branch, order.Replication, order.FromStep, order.After)
            : throw new ExperimentException($"The experiment '{order.Experiment}' has no branch '{order.Branch}'.");
    }

    /// <summary>A new partition at time 0.</summary>
    public IPartition CreatePartition(PartitionOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return Study.Plan(order.Variant).Domains.Single(d => d.Name == order.Domain).CreatePartition(order.Part, partitions, random.ForReplication(order.Replication));
    }

    /// <summary>How many partitions a domain has.</summary>
    public int PartitionCount(IDomain domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        return domain.PartitionCount(partitions);
    }

    private void Note(Branch branch)
    {
        branches[branch.Name] = branch;
        foreach (var child in branch.Children) Note(child);
    }
}

/// <summary>Where the outcomes of an experiment's runs go.</summary>
public interface IOutcomes
{
    /// <summary>What is kept of runs that have ended.</summary>
    Task<IReadOnlyList<RunOutcome>> KeptAsync(CancellationToken cancellation);

    /// <summary>Takes in a run at the end of its tail; returns when it need not be kept in memory any more.</summary>
    Task<RunOutcome> TakeAsync(CityRun run, Stretch tail);
}
