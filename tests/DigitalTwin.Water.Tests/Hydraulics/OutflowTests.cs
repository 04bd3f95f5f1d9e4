using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Tests.Hydraulics;

public class OutflowTests
{
    [Fact]
    public void An_emitter_flows_with_a_power_of_the_pressure()
    {
        var net = new NetworkBuilder().Reservoir("r", 40).Junction("a", 5, emitter: 0.002).Pipe("p", "r", "a");
        var (state, _) = net.Solve();
        Assert.Equal(0.002 * Math.Sqrt(state.Pressure(0)), state.EmitterFlow[0], 1e-7);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_emitter_draws_water_in_only_where_backflow_is_allowed(bool backflow)
    {
        var net = new NetworkBuilder { Options = new WaterOptions { Accuracy = 1e-8, EmitterBackflow = backflow } };
        net.Reservoir("r", 10).Junction("hill", 30, emitter: 0.002).Pipe("p", "r", "hill");
        var (state, _) = net.Solve();
        Assert.Equal(backflow ? -0.002 * Math.Sqrt(-state.Pressure(0)) : 0, state.EmitterFlow[0], 1e-6);
    }

    [Theory]
    [InlineData(50, 1.0)]
    [InlineData(15, 0.5)]
    [InlineData(-5, 0.0)]
    public void Pressure_driven_demand_is_a_power_of_the_share_of_pressure(double head, double about)
    {
        var net = new NetworkBuilder
        {
            Options = new WaterOptions { Accuracy = 1e-6, DemandModel = DemandModel.PressureDriven, MinimumPressure = 5, RequiredPressure = 45 },
        };
        net.Reservoir("r", head).Junction("a", 0, 0.001).Pipe("p", "r", "a", 10, 0.5);
        var (state, report) = net.Solve();
        Assert.True(report.Converged);
        var expected = 0.001 * Math.Sqrt(Math.Clamp((state.Pressure(0) - 5) / 40, 0, 1));
        Assert.Equal(expected, state.Demand[0], 3e-6);
        Assert.Equal(about, state.Demand[0] / 0.001, 0.02);
    }

    [Fact]
    public void Leakage_follows_FAVAD()
    {
        var net = new NetworkBuilder().Reservoir("r", 50).Junction("a", 0).Junction("b", 10)
            .Pipe("p", "r", "a", 10, 1).Pipe("q", "a", "b", 1000, 0.3, leak: 1e-7, growth: 1e-9);
        var (state, report) = net.Solve();
        Assert.True(report.Converged);
        for (var i = 0; i < 2; i++)
        {
            var h = state.Pressure(i);
            var expected = 0.6 * Math.Sqrt(2 * 9.8145 * h) * 500 * (1e-7 + 1e-9 * h);
            Assert.Equal(expected, state.LeakageFlow[i], 3e-6);
        }
    }

    [Fact]
    public void A_burst_flows_like_an_orifice_and_draws_nothing_in()
    {
        var net = new NetworkBuilder().Reservoir("r", 40).Junction("a", 0).Junction("hill", 60).Pipe("p", "r", "a").Pipe("q", "a", "hill");
        var model = new WaterModel(net.Build());
        var state = model.InitialState();
        state.BurstArea[0] = state.BurstArea[1] = 0.002;
        Assert.True(model.Solve(state).Converged);
        Assert.Equal(0.6 * 0.002 * Math.Sqrt(2 * 9.80665 * state.Pressure(0)), state.BurstFlow[0], 1e-6);
        Assert.Equal(0, state.BurstFlow[1], 1e-6);
        state.BurstArea[0] = 0;
        model.Solve(state);
        Assert.Equal(0, state.BurstFlow[0]);
    }

    [Fact]
    public void Demand_is_categories_times_patterns_times_factors_plus_what_is_added()
    {
        var net = new NetworkBuilder { Options = new WaterOptions { DemandMultiplier = 2 } };
        net.Patterns.Add(new Pattern("day", [1, 0.5]));
        net.Reservoir("r", 50).Junction("a", 0, 0.01, 0).Pipe("p", "r", "a");
        var model = new WaterModel(net.Build());
        var state = model.InitialState();
        state.DemandFactor[0] = 1.5;
        state.ExtraDemand[0] = 0.003;
        state.Time = 3600;
        model.Solve(state);
        Assert.Equal(0.01 * 0.5 * 2 * 1.5 + 0.003, state.Demand[0], 1e-15);
        Assert.Equal(state.Demand[0], state.SystemDemand, 1e-15);
        Assert.Equal(state.Demand[0], state.Flow[0], 1e-12);
    }
}
