using DigitalTwin.Water.Hydraulics;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Tests.Hydraulics;

public class BalanceTests
{
    // A street grid of loops with two reservoirs.
    private static NetworkBuilder Streets(int side, WaterOptions? options = null)
    {
        var builder = new NetworkBuilder { Options = options ?? new WaterOptions { Accuracy = 1e-8 } };
        builder.Reservoir("west", 60).Reservoir("east", 55);
        for (var i = 0; i < side * side; i++) builder.Junction($"j{i}", 5 * Math.Sin(i), 0.002 * (1 + Math.Cos(i)));
        for (var i = 0; i < side * side; i++)
        {
            if (i % side + 1 < side) builder.Pipe($"h{i}", $"j{i}", $"j{i + 1}", 200 + i % 9, 0.15 + 0.01 * (i % 11), 90 + i % 40, i % 3);
            if (i + side < side * side) builder.Pipe($"v{i}", $"j{i + side}", $"j{i}", 150 + i % 7, 0.12 + 0.01 * (i % 13), 100, 0);
        }
        return builder.Pipe("in", "west", "j0", 500, 0.5, 120).Pipe("in2", $"j{side * side - 1}", "east", 500, 0.4, 120);
    }

    [Theory]
    [InlineData(HeadLossFormula.HazenWilliams)]
    [InlineData(HeadLossFormula.DarcyWeisbach)]
    [InlineData(HeadLossFormula.ChezyManning)]
    public void Mass_is_conserved_at_every_junction_and_energy_in_every_pipe(HeadLossFormula formula)
    {
        var builder = Streets(7, new WaterOptions { Accuracy = 1e-9, HeadLoss = formula });
        var network = builder.Build();
        if (formula != HeadLossFormula.HazenWilliams)
        {
            for (var k = 0; k < network.Links.Count; k++) network.Links.Roughness[k] = formula == HeadLossFormula.DarcyWeisbach ? 0.0003 : 0.012;
        }
        var model = new WaterModel(network);
        var state = model.InitialState();
        Assert.True(model.Solve(state).Converged);
        var (links, balance) = (network.Links, new double[network.Nodes.Count]);
        for (var i = 0; i < balance.Length; i++) balance[i] = -state.Outflow(i);
        for (var k = 0; k < links.Count; k++)
        {
            balance[links.From[k]] -= state.Flow[k];
            balance[links.To[k]] += state.Flow[k];
            var loss = state.Head[links.From[k]] - state.Head[links.To[k]];
            // EPANET's foot-based constants differ from the textbooks' by what these tolerances say, 0.6 % for Manning's 1.49.
            var tolerance = formula == HeadLossFormula.ChezyManning ? 0.006 : 2e-5;
            Assert.Equal(Expected(network, k, state.Flow[k]), loss, tolerance * Math.Abs(loss) + 1e-6);
        }
        Assert.All(balance, excess => Assert.InRange(Math.Abs(excess), 0, 1e-9));
    }

    // The formulas as the textbooks print them in SI (Larock, Jeppson and Watters 2000, ch. 2), rounded constants and all.
    private static double Expected(WaterNetwork network, int k, double q)
    {
        var (length, d, rough) = (network.Links.Length[k], network.Links.Diameter[k], network.Links.Roughness[k]);
        var (a, g) = (Math.Abs(q), 32.2 * 0.3048);
        var minor = 0.02517 / 0.3048 * network.Links.MinorLoss[k] / Math.Pow(d, 4) * a * a;
        var friction = network.Options.HeadLoss switch
        {
            HeadLossFormula.HazenWilliams => 10.667 * length * Math.Pow(a / rough, 1.852) / Math.Pow(d, 4.871),
            HeadLossFormula.ChezyManning => 10.29 * rough * rough * length * a * a / Math.Pow(d, 5.333),
            _ => DarcyWeisbach.FrictionFactor(a, rough / d, network.Options.Viscosity * d).F * length / d * a * a * 16 / (Math.PI * Math.PI * Math.Pow(d, 4)) / (2 * g),
        };
        if (network.Options.HeadLoss == HeadLossFormula.DarcyWeisbach && 4 * a / (Math.PI * d * network.Options.Viscosity) <= 2000)
            friction = 128 * network.Options.Viscosity * length * a / (Math.PI * g * Math.Pow(d, 4));
        return Math.Sign(q) * (friction + minor);
    }

    [Fact]
    public void Two_models_of_one_network_give_the_same_bits()
    {
        var model = new WaterModel(Streets(9).Build());
        var other = model.Share();
        var (a, b) = (model.InitialState(), other.InitialState());
        model.Solve(a);
        other.Solve(b);
        Assert.Equal(a.Head, b.Head);
        Assert.Equal(a.Flow, b.Flow);
    }

    [Fact]
    public void Iterations_allocate_nothing()
    {
        var model = new WaterModel(Streets(10).Build());
        long Allocated(double change)
        {
            var state = model.InitialState();
            model.Solve(state);
            state.DemandFactor.AsSpan().Fill(change);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var report = model.Solve(state);
            var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.InRange(report.Iterations, change == 1 ? 1 : 3, change == 1 ? 2 : 20);
            return bytes;
        }

        Allocated(1);
        Assert.Equal(Allocated(1), Allocated(1.7));
    }

    [Fact]
    public void A_network_without_a_source_is_refused_with_a_sentence()
    {
        var builder = new NetworkBuilder().Junction("a", 0).Junction("b", 0).Pipe("p", "a", "b");
        var refusal = Assert.Throws<DigitalTwin.Numerics.Diagnostics.InputException>(() => new WaterModel(builder.Build()));
        Assert.Contains("no tank or reservoir", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_closed_pipe_cuts_off_is_named()
    {
        var (_, report) = new NetworkBuilder().Reservoir("r", 50).Junction("a", 0, 0.01).Junction("b", 0, 0.01)
            .Pipe("p", "r", "a").Pipe("q", "a", "b", open: false).Solve();
        Assert.Equal([1], report.DeficientNodes);
        Assert.Equal([1], report.DisconnectedNodes);
    }

    [Fact]
    public void A_node_that_no_equation_ties_down_is_named()
    {
        var builder = new NetworkBuilder().Reservoir("r", 50).Junction("a", 0, 0.01).Junction("b", 0).Junction("c", 0)
            .Pipe("p", "r", "a").Valve("v", LinkKind.PressureReducing, "b", "c", 10).Pipe("q", "c", "a");
        var (state, report) = builder.Solve();
        // Only the valve leads to b, so it cannot regulate: it is left open and says so.
        Assert.Equal(LinkStatus.CannotHoldPressure, state.Status[builder.Link("v")]);
        Assert.Equal([builder.Link("v")], report.StrainedValves);
    }

    [Fact]
    public void A_part_that_nothing_ties_to_a_source_is_named_and_the_rest_is_solved()
    {
        var builder = new NetworkBuilder().Reservoir("r", 50).Junction("a", 0, 0.01).Junction("x", 0, 0.001).Junction("y", 0)
            .Pipe("p", "r", "a").Pipe("q", "x", "y");
        var (state, report) = builder.Solve();
        Assert.Contains(report.IllConditionedNode, new[] { 1, 2 });
        Assert.Equal([1], report.DisconnectedNodes);
        Assert.Contains("Nothing ties node", string.Join('\n', report.Sentences(builder.Build())), StringComparison.Ordinal);
        Assert.Equal(0.01, state.Flow[0], 1e-9);
        Assert.InRange(state.Head[0], 40, 50);
    }

    [Fact]
    public void A_demand_that_is_no_number_is_reported_and_does_not_poison_what_follows()
    {
        var model = new WaterModel(Streets(4).Build());
        var state = model.InitialState();
        state.ExtraDemand[3] = double.NaN;
        Assert.False(model.Solve(state).Converged);
        state.ExtraDemand[3] = 0;
        Assert.True(model.Solve(state).Converged);
        Assert.All(state.Head, head => Assert.True(double.IsFinite(head)));
    }
}
