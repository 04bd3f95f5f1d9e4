using System.Data.Common;

namespace Orleans.Configuration;

/// <summary>When the silos of a cluster count one of them as dead. A single silo counts none.</summary>
public sealed class ClusterMembershipOptions
{
    /// <summary>How long a silo may take to answer a probe; s.</summary>
    public TimeSpan ProbeTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many probes in a row may go unanswered.</summary>
    public int NumMissedProbesLimit { get; set; } = 3;

    /// <summary>How often a silo writes down that it lives; s.</summary>
    public TimeSpan IAmAliveTablePublishTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many such signs in a row may be missing.</summary>
    public int NumMissedTableIAmAliveLimit { get; set; } = 3;
}

/// <summary>The database in which the silos of a cluster find each other.</summary>
public sealed class AdoNetClusteringSiloOptions
{
    /// <summary>The name of the database's driver.</summary>
    public string Invariant { get; set; } = "";

    /// <summary>How to reach the database.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Where connections come from, in the place of a connection string.</summary>
    public DbDataSource? DataSource { get; set; }
}

/// <summary>The database in which a client finds the silos of a cluster.</summary>
public sealed class AdoNetClusteringClientOptions
{
    /// <summary>The name of the database's driver.</summary>
    public string Invariant { get; set; } = "";

    /// <summary>How to reach the database.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Where connections come from, in the place of a connection string.</summary>
    public DbDataSource? DataSource { get; set; }
}

/// <summary>The database that keeps the states of grains.</summary>
public sealed class AdoNetGrainStorageOptions
{
    /// <summary>The name of the database's driver.</summary>
    public string Invariant { get; set; } = "";

    /// <summary>How to reach the database.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Where connections come from, in the place of a connection string.</summary>
    public DbDataSource? DataSource { get; set; }
}

/// <summary>The database that keeps reminders.</summary>
public sealed class AdoNetReminderTableOptions
{
    /// <summary>The name of the database's driver.</summary>
    public string Invariant { get; set; } = "";

    /// <summary>How to reach the database.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Where connections come from, in the place of a connection string.</summary>
    public DbDataSource? DataSource { get; set; }
}
