using DigitalTwin.Cities.Synthesis;
using DigitalTwin.Water;
using Xunit.Abstractions;

namespace DigitalTwin.Verification.Cities.SyntheticTenThousand;

/// <summary>
/// A synthetic city of 10,000 junctions through two days on our engine: every hour balanced, every tap between 20 and 60 m, every tank between its
/// levels and breathing. The bounds are those of Chinese practice (at least 0.14 MPa at the ends; pipes and fittings for 0.6 MPa in districts).
/// </summary>
public class SyntheticTenThousandTests(ITestOutputHelper output)
{
    [Fact]
    public void Eight_quarters_with_stations_and_tanks_of_their_own_supply_every_tap()
    {
        var network = MapSynthesis.MakeNetwork(new() { Seed = 10_000, Junctions = 10_000, Name = "ten-thousand" }).ToNetwork();
        var model = new WaterModel(network);
        var state = model.InitialState();
        var (least, most, solutions, iterations) = (double.PositiveInfinity, 0.0, 0, 0);
        var swing = network.Tanks.Select(_ => (Low: double.PositiveInfinity, High: double.NegativeInfinity)).ToArray();
        model.Advance(state, 48 * 3600, (s, report) =>
        {
            Assert.True(report.IsClean, string.Join(' ', report.Sentences(network)));
            (solutions, iterations) = (solutions + 1, iterations + report.Iterations);
            for (var i = 0; i < network.Nodes.JunctionCount; i++)
            {
                var pressure = s.Head[i] - network.Nodes.Elevation[i];
                (least, most) = (Math.Min(least, pressure), Math.Max(most, pressure));
            }
            for (var t = 0; t < swing.Length; t++)
            {
                var level = s.Head[network.Tanks[t].Node] - network.Nodes.Elevation[network.Tanks[t].Node];
                swing[t] = (Math.Min(swing[t].Low, level), Math.Max(swing[t].High, level));
            }
        });
        output.WriteLine($"{solutions} solutions, {iterations} iterations, pressures {least:F1} to {most:F1} m");
        Assert.InRange(least, 20, 60);
        Assert.InRange(most, 20, 60);
        for (var t = 0; t < swing.Length; t++)
        {
            if (network.Tanks[t].Area == 0) continue;
            Assert.InRange(swing[t].Low, network.Tanks[t].MinLevel, network.Tanks[t].MaxLevel);
            Assert.True(swing[t].High - swing[t].Low > 1);
        }
    }
}
