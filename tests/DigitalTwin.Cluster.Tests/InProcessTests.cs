using DigitalTwin.Grains.Clustering;
using DigitalTwin.Numerics.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace DigitalTwin.Cluster.Tests;

public class InProcessTests
{
    private static readonly ClusterSettings Settings = new() { Database = "Host=127.0.0.1;Database=twin" };

    [InProcessFact]
    public void The_in_process_binding_refuses_a_cluster_and_says_how_to_get_one()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { DisableDefaults = true });
        var refused = Assert.Throws<InputException>(() => builder.UseOrleans(silo => silo.JoinCluster(Settings)));
        Assert.Contains("OrleansBinding=Package", refused.Message);
    }

    [InProcessFact]
    public void The_in_process_binding_connects_to_no_cluster_either()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { DisableDefaults = true });
        var refused = Assert.Throws<InputException>(() => builder.UseClusterClient(Settings));
        Assert.Contains("OrleansBinding=Package", refused.Message);
    }
}
