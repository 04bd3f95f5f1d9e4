namespace Orleans.Configuration;

/// <summary>Which cluster and service a silo belongs to.</summary>
public sealed class ClusterOptions
{
    /// <summary>The cluster's name.</summary>
    public string ClusterId { get; set; } = "dev";

    /// <summary>The service's name: part of the identity of stored state.</summary>
    public string ServiceId { get; set; } = "dev";
}

/// <summary>How calls are handled.</summary>
public abstract class MessagingOptions
{
    /// <summary>How long a caller waits for an answer, where the method does not say otherwise; s.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);
}

/// <summary>How calls are handled in a silo.</summary>
public sealed class SiloMessagingOptions : MessagingOptions;

/// <summary>When activations end.</summary>
public sealed class GrainCollectionOptions
{
    /// <summary>How long an activation may be idle before it is collected.</summary>
    public TimeSpan CollectionAge { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often idle activations are looked for.</summary>
    public TimeSpan CollectionQuantum { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long an activation may take to begin.</summary>
    public TimeSpan ActivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an activation may take to end.</summary>
    public TimeSpan DeactivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Ages of single classes, by the class's full name.</summary>
    public Dictionary<string, TimeSpan> ClassSpecificCollectionAge { get; set; } = [];
}

/// <summary>The addresses of a silo. In one process none is opened.</summary>
public sealed class EndpointOptions
{
    /// <summary>The address that others reach the silo by.</summary>
    public System.Net.IPAddress? AdvertisedIPAddress { get; set; }

    /// <summary>The port for other silos.</summary>
    public int SiloPort { get; set; } = 11111;

    /// <summary>The port for clients.</summary>
    public int GatewayPort { get; set; } = 30000;
}
