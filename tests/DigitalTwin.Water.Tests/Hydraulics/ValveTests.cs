using DigitalTwin.Water.Hydraulics;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Tests.Hydraulics;

public class ValveTests
{
    // r ──p── a ──valve── b ──q── s, with a demand at b.
    private static (WaterState State, NetworkBuilder Net, SolveReport Report) Line(
        LinkKind kind, double setting, double low = 20, double demand = 0.02, double minor = 0, Curve? curve = null)
    {
        var builder = new NetworkBuilder();
        if (curve is not null) builder.Curves.Add(curve);
        builder.Reservoir("r", 100).Reservoir("s", low).Junction("a", 10).Junction("b", 5, demand)
            .Pipe("p", "r", "a").Valve("v", kind, "a", "b", setting, 0.3, minor, curve is null ? -1 : 0).Pipe("q", "b", "s");
        var (state, report) = builder.Solve();
        Assert.True(report.Converged);
        return (state, builder, report);
    }

    [Fact]
    public void A_pressure_reducing_valve_holds_the_pressure_below_it()
    {
        var (state, net, _) = Line(LinkKind.PressureReducing, 30);
        Assert.Equal(30, state.Pressure(net.Node("b")), 1e-4);
        Assert.Equal(LinkStatus.Active, state.Status[net.Link("v")]);
    }

    [Fact]
    public void A_pressure_reducing_valve_without_pressure_to_reduce_is_open()
    {
        var (state, net, _) = Line(LinkKind.PressureReducing, 95);
        Assert.Equal(LinkStatus.Open, state.Status[net.Link("v")]);
        Assert.Equal(state.Head[net.Node("a")], state.Head[net.Node("b")], 1e-4);
    }

    [Fact]
    public void A_pressure_reducing_valve_closes_against_reverse_flow()
    {
        var (state, net, _) = Line(LinkKind.PressureReducing, 30, low: 150, demand: 0);
        Assert.Equal(LinkStatus.Closed, state.Status[net.Link("v")]);
        Assert.Equal(0, state.Flow[net.Link("v")], 1e-5);
    }

    [Fact]
    public void A_pressure_sustaining_valve_holds_the_pressure_above_it()
    {
        var (state, net, _) = Line(LinkKind.PressureSustaining, 80);
        Assert.Equal(80, state.Pressure(net.Node("a")), 1e-4);
        Assert.Equal(LinkStatus.Active, state.Status[net.Link("v")]);
    }

    [Fact]
    public void A_pressure_breaker_takes_its_setting()
    {
        var (state, net, _) = Line(LinkKind.PressureBreaker, 25);
        Assert.Equal(25, state.Head[net.Node("a")] - state.Head[net.Node("b")], 1e-4);
    }

    [Fact]
    public void A_flow_control_valve_passes_its_setting_and_no_more()
    {
        var (state, net, _) = Line(LinkKind.FlowControl, 0.05);
        Assert.Equal(0.05, state.Flow[net.Link("v")], 1e-6);
        Assert.Equal(LinkStatus.Active, state.Status[net.Link("v")]);
    }

    [Fact]
    public void A_flow_control_valve_that_cannot_supply_its_setting_says_so()
    {
        var (state, net, report) = Line(LinkKind.FlowControl, 5);
        Assert.Equal(LinkStatus.CannotSupplyFlow, state.Status[net.Link("v")]);
        Assert.Equal([net.Link("v")], report.StrainedValves);
        Assert.Contains("Cannot hold their settings at 0:00:00: valve v", string.Join('\n', report.Sentences(net.Build())), StringComparison.Ordinal);
    }

    [Fact]
    public void A_throttle_loses_its_coefficient_times_the_velocity_head()
    {
        var (state, net, _) = Line(LinkKind.Throttle, 40);
        var velocity = state.Flow[net.Link("v")] / (Math.PI * 0.09 / 4);
        Assert.Equal(40 * velocity * velocity / (2 * 9.8145), state.Head[net.Node("a")] - state.Head[net.Node("b")], 0.005);
    }

    [Fact]
    public void A_general_purpose_valve_follows_its_curve()
    {
        var curve = new Curve("c", CurveKind.HeadLoss, [0, 0.05, 0.1, 0.3], [0, 2, 10, 60]);
        var (state, net, _) = Line(LinkKind.GeneralPurpose, double.NaN, curve: curve);
        var q = state.Flow[net.Link("v")];
        Assert.InRange(q, 0.1, 0.3);
        Assert.Equal(10 + (q - 0.1) * 250, state.Head[net.Node("a")] - state.Head[net.Node("b")], 1e-3);
    }

    [Fact]
    public void A_positional_valve_half_open_on_a_straight_curve_loses_four_times_as_much()
    {
        var (full, net, _) = Line(LinkKind.Positional, 100, minor: 10);
        var (half, _, _) = Line(LinkKind.Positional, 50, minor: 10);
        double K(WaterState s) => (s.Head[net.Node("a")] - s.Head[net.Node("b")]) / Math.Pow(s.Flow[net.Link("v")], 2);
        Assert.Equal(4, K(half) / K(full), 1e-4);
    }

    [Fact]
    public void A_check_valve_lets_nothing_back()
    {
        var builder = new NetworkBuilder().Reservoir("low", 10).Reservoir("high", 50).Junction("a", 0)
            .Pipe("cv", "low", "a", checkValve: true).Pipe("p", "high", "a");
        var (state, _) = builder.Solve();
        Assert.Equal(LinkStatus.Closed, state.Status[builder.Link("cv")]);
        Assert.Equal(50, state.Head[builder.Node("a")], 1e-3);
    }

    [Fact]
    public void An_operator_may_fix_a_valve_and_give_it_back_its_setting()
    {
        var (state, net, _) = Line(LinkKind.PressureReducing, 30);
        var model = new WaterModel(state.Network);
        var own = model.InitialState();
        own.SetStatus(net.Link("v"), open: true);
        model.Solve(own);
        Assert.True(own.Pressure(net.Node("b")) > 31);
        own.SetSetting(net.Link("v"), 30);
        model.Solve(own);
        Assert.Equal(30, own.Pressure(net.Node("b")), 1e-4);
    }
}
