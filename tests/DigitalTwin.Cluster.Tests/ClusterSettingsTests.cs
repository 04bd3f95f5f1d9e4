using System.Net;
using DigitalTwin.Grains.Clustering;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cluster.Tests;

public class ClusterSettingsTests
{
    [Fact]
    public void Every_setting_that_cannot_be_used_is_named_at_once()
    {
        var settings = new ClusterSettings
        {
            Database = "Username=twin",
            Cluster = " ",
            Service = "",
            SiloPort = 70_000,
            GatewayPort = -1,
            DeclaredDeadAfter = TimeSpan.FromMilliseconds(20),
        };
        var problems = Assert.Throws<InputException>(settings.Checked).Problems;
        Assert.Collection(problems,
            p => Assert.Contains("names no host", p.Sentence),
            p => Assert.Contains("name of the cluster is empty", p.Sentence),
            p => Assert.Contains("name of the service is empty", p.Sentence),
            p => Assert.Contains("silo port 70000", p.Sentence),
            p => Assert.Contains("gateway port -1", p.Sentence),
            p => Assert.Contains("0.02 s", p.Sentence));
    }

    [Theory]
    [InlineData("Host=localhost;Password=hunter2;Colour=blue")]
    [InlineData("Host=localhost;Port=many;Password=hunter2")]
    [InlineData("Password=hunter2;;=;")]
    public void A_connection_string_that_cannot_be_read_is_refused_without_repeating_its_password(string database)
    {
        var refused = Assert.Throws<InputException>(new ClusterSettings { Database = database }.Checked);
        Assert.Contains("'Host=localhost;Database=twin;Username=twin'", refused.Message);
        Assert.DoesNotContain("hunter2", refused.Message);
    }

    [Fact]
    public void One_port_does_not_serve_silos_and_clients()
    {
        var settings = new ClusterSettings { Database = "Host=localhost", SiloPort = 11_111, GatewayPort = 11_111 };
        Assert.Contains("both listen on port 11111", Assert.Throws<InputException>(settings.Checked).Message);
    }

    [Fact]
    public void By_default_a_silo_is_reachable_from_its_own_machine_only()
    {
        var settings = new ClusterSettings { Database = "Host=localhost;Database=twin" }.Checked();
        Assert.Equal(IPAddress.Loopback, settings.Address);
        Assert.Equal((0, 0), (settings.SiloPort, settings.GatewayPort));
    }
}
