using Orleans.Placement;

namespace Orleans.Concurrency;

/// <summary>A grain whose activations are alike: several serve one key at the same time, and which one is left to the silo.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StatelessWorkerAttribute : PlacementAttribute
{
    /// <summary>As many activations as the machine has processors.</summary>
    public StatelessWorkerAttribute() : this(-1) { }

    /// <summary>At most so many activations of one key.</summary>
    public StatelessWorkerAttribute(int maxLocalWorkers) => MaxLocalWorkers = maxLocalWorkers;

    /// <summary>At most so many activations of one key. Idle ones go with the collection of idle activations, whatever the second argument says.</summary>
    public StatelessWorkerAttribute(int maxLocalWorkers, bool removeIdleWorkers) : this(maxLocalWorkers) => RemoveIdleWorkers = removeIdleWorkers;

    /// <summary>The most activations of one key; not above zero: as many as the machine has processors.</summary>
    public int MaxLocalWorkers { get; }

    /// <summary>Whether idle workers end before the collection age.</summary>
    public bool RemoveIdleWorkers { get; }
}
