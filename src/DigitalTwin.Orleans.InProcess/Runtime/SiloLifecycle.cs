namespace Orleans.Runtime;

/// <summary>The stages by which a silo starts and stops.</summary>
public interface ISiloLifecycle : ILifecycleObservable
{
    /// <summary>The highest stage that has started.</summary>
    int HighestCompletedStage { get; }

    /// <summary>The lowest stage that has stopped.</summary>
    int LowestStoppedStage { get; }
}

/// <summary>Something to do once when a silo starts.</summary>
public interface IStartupTask
{
    /// <summary>Does it; an error stops the start.</summary>
    Task Execute(CancellationToken cancellationToken);
}
