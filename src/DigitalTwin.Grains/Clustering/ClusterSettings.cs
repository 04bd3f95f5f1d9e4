using System.Net;
using DigitalTwin.Numerics.Diagnostics;
using Npgsql;

namespace DigitalTwin.Grains.Clustering;

/// <summary>What a silo or a client has to be told to belong to a cluster.</summary>
public sealed record ClusterSettings
{
    /// <summary>The connection string of the PostgreSQL database that the silos share, in Npgsql's words (<c>Host=…;Database=…;Username=…</c>).</summary>
    public required string Database { get; init; }

    /// <summary>The silos that give the same name form one cluster.</summary>
    public string Cluster { get; init; } = "digital-twin";

    /// <summary>Under this name the state of grains is kept; a later cluster of the same service finds it again.</summary>
    public string Service { get; init; } = "digital-twin";

    /// <summary>The address at which the other silos and the clients reach this silo, and the only one it listens on.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The TCP port for the other silos; 0 takes a free one.</summary>
    public int SiloPort { get; init; }

    /// <summary>The TCP port for clients; 0 takes a free one.</summary>
    public int GatewayPort { get; init; }

    /// <summary>How long a silo may be silent before the others declare it dead and take its grains over.</summary>
    public TimeSpan DeclaredDeadAfter { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The settings themselves when they can be used.</summary>
    /// <exception cref="InputException">Every setting that cannot be used, one sentence each.</exception>
    public ClusterSettings Checked()
    {
        var problems = Mistakes().Select(sentence => new Problem(Severity.Error, "cluster", 0, 0, sentence)).ToList();
        return problems.Count == 0 ? this : throw new InputException(problems);
    }

    private IEnumerable<string> Mistakes()
    {
        if (DatabaseMistake() is { } mistake) yield return mistake;
        if (string.IsNullOrWhiteSpace(Cluster)) yield return "The name of the cluster is empty; silos with the same name form one cluster.";
        if (string.IsNullOrWhiteSpace(Service)) yield return "The name of the service is empty; the state of grains is kept under it.";
        if (SiloPort is < 0 or > 65_535) yield return $"The silo port {SiloPort} is none; accepted is 1 to 65535, or 0 for a free one.";
        if (GatewayPort is < 0 or > 65_535) yield return $"The gateway port {GatewayPort} is none; accepted is 1 to 65535, or 0 for a free one.";
        if (SiloPort != 0 && SiloPort == GatewayPort) yield return $"The silo and the gateway cannot both listen on port {SiloPort}.";
        if (DeclaredDeadAfter < TimeSpan.FromSeconds(1)) yield return $"A silo that is declared dead after {DeclaredDeadAfter.TotalSeconds} s would not outlive a pause; accepted is 1 s and more.";
    }

    /// <summary>What is wrong with the connection string; its values, a password among them, are not repeated.</summary>
    private string? DatabaseMistake()
    {
        const string example = "accepted is, for example, 'Host=localhost;Database=twin;Username=twin'.";
        try
        {
            var parts = new NpgsqlConnectionStringBuilder(Database);
            return string.IsNullOrWhiteSpace(parts.Host) ? $"The connection string of the cluster's database names no host; {example}" : null;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            return $"The connection string of the cluster's database cannot be read: a word in it is unknown or a value is malformed; {example}";
        }
    }
}
