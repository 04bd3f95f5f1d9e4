using System.Net;
using Orleans.Runtime;

namespace Orleans.InProcess.Silos;

/// <summary>What the one silo of a process is called.</summary>
internal sealed class SiloNames : ILocalSiloDetails
{
    /// <summary>An address that nobody can reach: no port is opened.</summary>
    public static SiloAddress Local { get; } = SiloAddress.New(new IPEndPoint(IPAddress.Loopback, 0), 1);

    public string Name => "InProcess";

    public SiloAddress SiloAddress => Local;
}
