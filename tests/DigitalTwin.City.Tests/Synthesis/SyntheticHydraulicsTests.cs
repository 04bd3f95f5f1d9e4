using DigitalTwin.Cities.Synthesis;
using DigitalTwin.Water;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Cities.Tests.Synthesis;

public class SyntheticHydraulicsTests
{
    [Theory]
    [InlineData(800, 20250708, 48)]
    [InlineData(1000, 1, 48)]
    [InlineData(150, 3, 48)]
    [InlineData(2500, 2, 24)]
    public void The_taps_of_a_synthetic_city_have_their_pressure_at_every_hour(int junctions, ulong seed, int hours) => Check(junctions, seed, hours);

    private static void Check(int junctions, ulong seed, int hours)
    {
        var network = MapSynthesis.MakeNetwork(new() { Seed = seed, Junctions = junctions, Name = "made" }).ToNetwork();
        var model = new WaterModel(network);
        var state = model.InitialState();
        var (least, most, fastest) = (double.PositiveInfinity, 0.0, 0.0);
        var (low, high) = (new double[network.Tanks.Count], new double[network.Tanks.Count]);
        Array.Fill(low, double.PositiveInfinity);
        model.Advance(state, hours * 3600, (s, report) =>
        {
            Assert.True(report.IsClean, string.Join(' ', report.Sentences(network)));
            for (var i = 0; i < network.Nodes.JunctionCount; i++)
            {
                var pressure = s.Head[i] - network.Nodes.Elevation[i];
                (least, most) = (Math.Min(least, pressure), Math.Max(most, pressure));
            }
            for (var k = 0; k < network.Links.Count; k++)
                if (network.Links.Kinds[k] == LinkKind.Pipe)
                    fastest = Math.Max(fastest, Math.Abs(s.Flow[k]) / (Math.PI / 4 * network.Links.Diameter[k] * network.Links.Diameter[k]));
            for (var t = 0; t < low.Length; t++)
            {
                var level = s.Head[network.Tanks[t].Node] - network.Nodes.Elevation[network.Tanks[t].Node];
                (low[t], high[t]) = (Math.Min(low[t], level), Math.Max(high[t], level));
            }
        });
        Assert.InRange(least, 20, 60);
        Assert.InRange(most, 20, 60);
        Assert.InRange(fastest, 0.05, 2.0);
        for (var t = 0; t < low.Length; t++)
        {
            if (network.Tanks[t].Area == 0) continue;
            Assert.InRange(low[t], network.Tanks[t].MinLevel + 0.5, network.Tanks[t].MaxLevel);
            Assert.True(high[t] - low[t] > 1.5, "The tank breathes.");
        }
    }
}
