namespace DigitalTwin.Cluster.Tests;

/// <summary>A test of several silos: it needs PostgreSQL and Orleans' packages, and is skipped with a sentence where one of them is missing.</summary>
public sealed class ClusterFactAttribute : PostgresFactAttribute
{
    /// <summary>Looks for both.</summary>
    public ClusterFactAttribute()
    {
        if (Binding.IsInProcess) Skip = "The in-process binding of Orleans knows one silo; silos that share a cluster are tested with Orleans' packages (-p:OrleansBinding=Package).";
    }
}

/// <summary>A test of what the in-process binding says when it is asked for a cluster.</summary>
public sealed class InProcessFactAttribute : FactAttribute
{
    /// <summary>Looks which binding is in use.</summary>
    public InProcessFactAttribute()
    {
        if (!Binding.IsInProcess) Skip = "Orleans' packages are in use, and they do form clusters.";
    }
}

/// <summary>Which Orleans the tests run on.</summary>
internal static class Binding
{
    /// <summary>True for our own implementation for one process.</summary>
    public static bool IsInProcess { get; } = typeof(Grain).Assembly.GetName().Name == "DigitalTwin.Orleans.InProcess";
}
