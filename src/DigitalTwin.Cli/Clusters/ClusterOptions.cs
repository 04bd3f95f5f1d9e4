using System.CommandLine;
using System.Net;
using DigitalTwin.Grains.Clustering;

namespace DigitalTwin.Cli.Clusters;

/// <summary>The options of the commands that have to do with a cluster.</summary>
internal static class ClusterOptions
{
    /// <summary>Names the cluster's database for every command of a shell, so that a password need not stand in a command line.</summary>
    public const string Variable = "TWIN_CLUSTER";

    private const string Connection = "in Npgsql's words, as in 'Host=db;Database=twin;Username=twin'";

    /// <summary><c>--cluster CONNECTION</c>.</summary>
    public static Option<string?> Cluster { get; } = new("--cluster") { Description = $"The PostgreSQL database of the cluster, {Connection}; 'env' takes it from {Variable}." };

    /// <summary><c>--cluster-store CONNECTION</c>.</summary>
    public static Option<string?> Store { get; } = new("--cluster-store") { Description = "The PostgreSQL database of the cluster's store; that of the cluster when left out." };

    /// <summary><c>--cluster-name NAME</c>.</summary>
    public static Option<string> Name { get; } = new("--cluster-name") { Description = "Silos that give the same name form one cluster.", DefaultValueFactory = _ => "digital-twin" };

    /// <summary><c>--address IP</c>.</summary>
    public static Option<IPAddress> Address { get; } = new("--address")
    {
        Description = "The address at which others reach this silo, and the only one it listens on.",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = result =>
        {
            if (IPAddress.TryParse(result.Tokens[0].Value, out var address)) return address;
            result.AddError($"--address is '{result.Tokens[0].Value}'; an IP address is accepted, as in 192.168.1.7.");
            return null;
        },
    };

    /// <summary><c>--silo-port N</c>.</summary>
    public static Option<int> SiloPort { get; } = new("--silo-port") { Description = "TCP port for the other silos; a free one when left out." };

    /// <summary><c>--gateway-port N</c>.</summary>
    public static Option<int> GatewayPort { get; } = new("--gateway-port") { Description = "TCP port for clients; a free one when left out." };

    /// <summary>The settings that a command line gives; null when it names no cluster.</summary>
    public static ClusterSettings? Settings(ParseResult parsed) => Database(parsed) is not { } database ? null
        : new() { Database = database, Cluster = parsed.GetValue(Name)! };

    /// <summary>The settings of a silo.</summary>
    public static ClusterSettings? SiloSettings(ParseResult parsed) => Settings(parsed) is not { } settings ? null
        : settings with { Address = parsed.GetValue(Address)!, SiloPort = parsed.GetValue(SiloPort), GatewayPort = parsed.GetValue(GatewayPort) };

    /// <summary>The connection string of the store.</summary>
    public static string StoreOf(ParseResult parsed, ClusterSettings settings) => parsed.GetValue(Store) ?? settings.Database;

    private static string? Database(ParseResult parsed) =>
        parsed.GetValue(Cluster) is "env" ? Environment.GetEnvironmentVariable(Variable) ?? "" : parsed.GetValue(Cluster);
}
