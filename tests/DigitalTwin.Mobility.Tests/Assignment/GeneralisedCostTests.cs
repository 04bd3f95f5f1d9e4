using DigitalTwin.Mobility.Assignment;
using static DigitalTwin.Mobility.Tests.Assignment.MadeNetworks;

namespace DigitalTwin.Mobility.Tests.Assignment;

public class GeneralisedCostTests
{
    private static readonly AssignmentOptions Fine = new() { Gap = 1e-12 };

    [Fact]
    public void A_toll_turns_away_as_many_as_its_time_is_worth()
    {
        // Alike roads of 10 + x with 30 trips; a toll of 4 at 0.5 an unit turns one away.
        var network = Of(2, 2, [new(1, 2, 10, 0.1, Toll: 4), new(1, 2, 10, 0.1)]);
        var model = new AssignmentModel(network, [Cars(2, (1, 2, 30)) with { TollFactor = 0.5 }], Fine);
        var state = model.InitialState();
        var report = model.Solve(state);
        Assert.Equal([14.0, 16.0], state.Volume.Select(v => Math.Round(v, 9)));
        Assert.Equal(14 * 24 + 16 * 26, report.TotalTime, 1e-8);
        Assert.Equal(report.TotalTime + 14 * 2, report.TotalCost, 1e-8);
    }

    [Fact]
    public void Distance_costs_what_its_factor_says()
    {
        var network = Of(2, 2, [new(1, 2, 10, 0.1, Length: 6), new(1, 2, 10, 0.1, Length: 2)]);
        var model = new AssignmentModel(network, [Cars(2, (1, 2, 30)) with { DistanceFactor = 0.5 }], Fine);
        var state = model.InitialState();
        Assert.Equal(14 * 6 + 16 * 2, model.Solve(state).TotalDistance, 1e-8);
    }

    [Fact]
    public void Who_values_time_pays_the_toll_and_who_does_not_drives_round()
    {
        // The bridge takes x, the way round 40 and the toll of 10 is worth 2 to the hasty and 30 to the thrifty.
        var network = Of(2, 2, [new(1, 2, 1e-9, 1e9, Toll: 10), new(1, 2, 40)]);
        var model = new AssignmentModel(network, [Cars(2, (1, 2, 20)) with { Name = "hasty", TollFactor = 0.2 }, Cars(2, (1, 2, 20)) with { Name = "thrifty", TollFactor = 3 }], Fine);
        var state = model.InitialState();
        model.Solve(state);
        Assert.Equal(20, state.Vehicles[0][0], 1e-9);
        Assert.Equal(0, state.Vehicles[1][0], 1e-9);
        Assert.Equal(20, state.Vehicles[1][1], 1e-9);
    }

    [Fact]
    public void A_lorry_takes_the_road_of_as_many_cars_as_its_units_say()
    {
        // 10 + x = 15 + y/2 with 30 passenger-car units, whoever brings them.
        MadeLink[] roads = [new(1, 2, 10, 0.1), new(1, 2, 15, 1.0 / 30)];
        var model = new AssignmentModel(Of(2, 2, roads), [Cars(2, (1, 2, 20)), Cars(2, (1, 2, 4)) with { Name = "lorries", CarUnits = 2.5 }], Fine);
        var state = model.InitialState();
        var report = model.Solve(state);
        Assert.Equal(40.0 / 3, state.Volume[0], 1e-9);
        Assert.Equal(24, report.Trips);
        Assert.Equal(24, state.Vehicles[0].Sum() + state.Vehicles[1].Sum(), 1e-9);
        Assert.Equal(30, state.Volume.Sum(), 1e-9);
    }

    [Fact]
    public void Banned_links_are_closed_to_their_class_only()
    {
        var network = Of(2, 2, [new(1, 2, 1, 0.1), new(1, 2, 5, 0.1)]);
        var model = new AssignmentModel(network, [Cars(2, (1, 2, 3)), Cars(2, (1, 2, 2)) with { Name = "lorries", BannedLinks = [0] }], Fine);
        var state = model.InitialState();
        model.Solve(state);
        Assert.Equal([3.0, 0], state.Vehicles[0]);
        Assert.Equal([0.0, 2], state.Vehicles[1]);
    }

    [Theory]
    [InlineData(AssignmentMethod.Bush, 1e-12)]
    [InlineData(AssignmentMethod.FrankWolfe, 1e-4)]
    [InlineData(AssignmentMethod.ConjugateFrankWolfe, 1e-4)]
    [InlineData(AssignmentMethod.BiconjugateFrankWolfe, 1e-4)]
    public void Every_method_finds_the_same_for_several_classes(AssignmentMethod method, double gap)
    {
        MadeLink[] links = [new(1, 3, 2, 0.15, 4, 10), new(3, 2, 3, 0.15, 4, 12, Toll: 1), new(1, 4, 4, 0.15, 4, 20), new(4, 2, 2, 0.15, 4, 15), new(3, 4, 1, 0.15, 4, 5)];
        var model = new AssignmentModel(Of(4, 2, links), [Cars(2, (1, 2, 15)) with { TollFactor = 1 }, Cars(2, (1, 2, 4)) with { Name = "lorries", CarUnits = 2, BannedLinks = [4] }], new() { Gap = gap, Method = method, MostIterations = 20_000 });
        var report = model.Solve(model.InitialState());
        Assert.True(report.Converged);
        // The objective is above its least value by no more than what travellers pay above the cheapest paths.
        Assert.InRange(report.Objective - Reference(), -1e-9, gap * 2 * report.TotalCost);

        double Reference()
        {
            var exact = new AssignmentModel(model.Network, model.Classes, Fine);
            return exact.Solve(exact.InitialState()).Objective;
        }
    }

    [Fact]
    public void The_conical_function_doubles_the_time_at_capacity_and_shares_traffic_as_its_curve_says()
    {
        // Two alike roads and 2 c trips: each is at capacity, where the cone is 2 for every α (Spiess 1990).
        MadeLink[] alike = [new(1, 2, 7, 0.15, 4, 100), new(1, 2, 7, 0.15, 4, 100)];
        var model = new AssignmentModel(Of(2, 2, alike), [Cars(2, (1, 2, 200))], Fine with { Function = TravelTimeFunction.Conical });
        var state = model.InitialState();
        var report = model.Solve(state);
        Assert.Equal(14, state.Time[0], 1e-9);
        Assert.Equal(100, state.Volume[0], 1e-6);

        // The objective is the area below the curve: Simpson's rule over the same cone.
        double Cone(double v) => 2 + Math.Sqrt(16 * (1 - v) * (1 - v) + 49.0 / 36) - 4 * (1 - v) - 7.0 / 6;
        var area = Enumerable.Range(0, 1000).Sum(i => (Cone(i / 1000.0) + 4 * Cone((i + 0.5) / 1000) + Cone((i + 1) / 1000.0)) / 6000);
        Assert.Equal(2 * 7 * 100 * area, report.Objective, 1e-6);
    }

    [Fact]
    public void The_system_optimum_of_the_cone_is_where_marginal_costs_meet()
    {
        MadeLink[] links = [new(1, 2, 5, 0.15, 6, 40), new(1, 2, 8, 0.15, 3, 60)];
        var model = new AssignmentModel(Of(2, 2, links), [Cars(2, (1, 2, 90))], Fine with { Function = TravelTimeFunction.Conical, Goal = AssignmentGoal.SystemOptimum });
        var state = model.InitialState();
        var report = model.Solve(state);
        Assert.Equal(report.TotalTime, report.Objective, 1e-9);
        Assert.Equal(Marginal(0), Marginal(1), 1e-6);
        var selfish = new AssignmentModel(model.Network, model.Classes, Fine with { Function = TravelTimeFunction.Conical });
        Assert.True(report.TotalTime < selfish.Solve(selfish.InitialState()).TotalTime);

        double Marginal(int link)
        {
            var (x, h) = (state.Volume[link], 1e-4);
            return ((x + h) * model.Time(state, link, x + h) - (x - h) * model.Time(state, link, x - h)) / (2 * h);
        }
    }

    [Fact]
    public void Times_that_do_not_grow_load_the_cheapest_road_alone()
    {
        var network = Of(2, 2, [new(1, 2, 0, 0.15, 4), new(1, 2, 3, 0), new(1, 2, 2, 0.5, 0)]);
        var model = new AssignmentModel(network, [Cars(2, (1, 2, 9))], Fine);
        var state = model.InitialState();
        Assert.True(model.Solve(state).Converged);
        Assert.Equal([9.0, 0, 0], state.Volume);
        Assert.Equal([0.0, 3, 3], state.Time);
    }

    [Fact]
    public void What_cannot_be_computed_with_is_refused_in_a_sentence()
    {
        Assert.Contains("capacity of link 1-2", Refusal(() => _ = new AssignmentModel(Of(2, 2, [new(1, 2, 1, 1, 1, 0)]), [Cars(2)])), StringComparison.Ordinal);
        Assert.Contains("between 3 zones", Refusal(() => _ = new AssignmentModel(Of(2, 2, [new(1, 2, 1)]), [Cars(3)])), StringComparison.Ordinal);
        Assert.Contains("cost cars less than nothing", Refusal(() => _ = new AssignmentModel(Of(2, 2, [new(1, 2, 1, Toll: -5)]), [Cars(2) with { TollFactor = 1 }])), StringComparison.Ordinal);

        static string Refusal(Action act) => Assert.Throws<ArgumentException>(act).Message;
    }
}
