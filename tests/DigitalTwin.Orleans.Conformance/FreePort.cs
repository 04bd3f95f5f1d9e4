using System.Net;
using System.Net.Sockets;

namespace DigitalTwin.Orleans.Conformance;

/// <summary>Ports of this machine that nobody listens on. The other binding opens them.</summary>
internal static class FreePort
{
    private static readonly HashSet<int> Given = [];

    public static int Next()
    {
        while (true)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var port = ((IPEndPoint)probe.LocalEndpoint).Port;
            lock (Given)
                if (Given.Add(port))
                    return port;
        }
    }
}
