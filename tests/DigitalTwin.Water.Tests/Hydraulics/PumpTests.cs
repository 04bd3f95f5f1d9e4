using DigitalTwin.Water.Hydraulics;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Tests.Hydraulics;

public class PumpTests
{
    private static NetworkBuilder Lift(Curve? curve, double demand, double watts = 0, double speed = 1, int efficiency = -1)
    {
        var builder = new NetworkBuilder();
        if (curve is not null) builder.Curves.Add(curve);
        builder.Curves.Add(new Curve("e", CurveKind.Efficiency, [0, 0.05, 0.1], [50, 80, 60]));
        return builder.Reservoir("well", 0).Junction("a", 0).Junction("b", 10, demand)
            .Pump("u", "well", "a", curve is null ? -1 : 0, watts, speed, efficiency).Pipe("p", "a", "b", 10, 1, 140);
    }

    private static double Gain(NetworkBuilder net, WaterState state) => state.Head[net.Node("a")] - state.Head[net.Node("well")];

    [Fact]
    public void A_pump_with_one_point_gives_a_third_more_head_at_no_flow_and_none_at_twice_the_flow()
    {
        var curve = new Curve("c", CurveKind.PumpHead, [0.05], [60]);
        var (design, _) = Lift(curve, 0.05).Solve();
        Assert.Equal(60, Gain(Lift(curve, 0.05).Also(n => n.Build()), design), 1e-6);
        var (idle, _) = Lift(curve, 1e-9).Solve();
        Assert.Equal(80.0004, Gain(Lift(curve, 0).Also(n => n.Build()), idle), 1e-3);
        var (most, _) = Lift(curve, 0.1).Solve();
        Assert.Equal(0, Gain(Lift(curve, 0.1).Also(n => n.Build()), most), 1e-3);
    }

    [Fact]
    public void A_pump_with_three_points_passes_through_them()
    {
        var curve = new Curve("c", CurveKind.PumpHead, [0, 0.04, 0.09], [100, 75, 20]);
        foreach (var (q, h) in new[] { (0.04, 75.0), (0.09, 20.0) })
        {
            var net = Lift(curve, q);
            Assert.Equal(h, Gain(net.Also(n => n.Build()), net.Solve().State), 1e-6);
        }
    }

    [Fact]
    public void A_pump_with_many_points_follows_straight_lines_between_them()
    {
        var curve = new Curve("c", CurveKind.PumpHead, [0.01, 0.04, 0.07, 0.1], [90, 80, 60, 10]);
        var net = Lift(curve, 0.055);
        Assert.Equal(70, Gain(net.Also(n => n.Build()), net.Solve().State), 1e-6);
    }

    [Fact]
    public void Speed_moves_a_pump_along_the_affinity_laws()
    {
        var curve = new Curve("c", CurveKind.PumpHead, [0.05], [60]);
        var net = Lift(curve, 0.04, speed: 0.8);
        Assert.Equal(0.64 * 60, Gain(net.Also(n => n.Build()), net.Solve().State), 1e-6);
    }

    [Fact]
    public void A_constant_power_pump_lifts_in_inverse_proportion_to_its_flow()
    {
        var (slow, fast) = (Lift(null, 0.02, watts: 20000), Lift(null, 0.04, watts: 20000));
        var (a, b) = (Gain(slow.Also(n => n.Build()), slow.Solve().State), Gain(fast.Also(n => n.Build()), fast.Solve().State));
        Assert.Equal(2, a / b, 1e-6);
        Assert.Equal(20000 / (9810 * 0.02), a, 0.2);
    }

    [Fact]
    public void A_constant_power_pump_into_a_dead_end_comes_to_rest_however_that_rounds()
    {
        for (var head = 1; head <= 60; head++)
        {
            var net = new NetworkBuilder().Reservoir("well", head / 3.0).Junction("a", 0).Junction("b", 0).Junction("c", 0)
                .Pipe("p", "well", "a").Pump("u", "a", "b", watts: 5000).Pipe("dead end", "b", "c");
            var (state, report) = net.Solve();
            Assert.True(report.Converged);
            Assert.InRange(Math.Abs(state.Flow[net.Link("u")]), 0, 1e-9);
            Assert.InRange(report.Iterations, 1, 4);
        }
    }

    [Fact]
    public void A_pump_asked_for_more_head_than_it_has_is_shut_off()
    {
        var net = new NetworkBuilder();
        net.Curves.Add(new Curve("c", CurveKind.PumpHead, [0.05], [60]));
        net.Reservoir("well", 0).Reservoir("hill", 100).Junction("a", 0).Pump("u", "well", "a", 0).Pipe("p", "a", "hill");
        var (state, report) = net.Solve();
        Assert.Equal(LinkStatus.CannotDeliverHead, state.Status[net.Link("u")]);
        Assert.Equal([net.Link("u")], report.StrainedPumps);
    }

    [Fact]
    public void Energy_is_weight_lifted_over_efficiency_and_costs_its_price()
    {
        var curve = new Curve("c", CurveKind.PumpHead, [0.05], [60]);
        var net = Lift(curve, 0.05, efficiency: 1);
        net.Energy = new EnergyOptions { Price = 0.2 };
        net.Times = new WaterTimes { Duration = 7200 };
        var model = new WaterModel(net.Build());
        var state = model.InitialState();
        model.Run(state);
        var used = state.PumpEnergy[0];
        Assert.Equal(2, used.HoursOnline, 1e-12);
        Assert.Equal(2 * 9.81 * 0.05 * 60 / 0.8, used.Energy, 0.1);
        Assert.Equal(0.2 * used.Energy, used.Cost, 1e-9);
        Assert.Equal(0.05 * 7200, used.Volume, 1e-3);
        Assert.Equal(used.PeakPower, state.PeakPower);
    }
}

internal static class Fluent
{
    public static T Also<T>(this T value, Action<T> act)
    {
        act(value);
        return value;
    }
}
