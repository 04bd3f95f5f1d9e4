using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Mobility.Assignment.Analysis;
using static DigitalTwin.Mobility.Tests.Assignment.MadeNetworks;

namespace DigitalTwin.Mobility.Tests.Assignment.Analysis;

public class ConvergenceLogTests
{
    [Fact]
    public void The_objective_falls_to_that_of_the_report()
    {
        var town = new SolvedTown(4, 1e-8);
        var (state, said) = (town.Model.InitialState(), new List<double>());
        var report = town.Model.Solve(state, _ => said.Add(ConvergenceLog.Objective(town.Model, state)!.Value));
        Assert.Equal(report.Iterations + 1, said.Count);
        Assert.Equal(report.Objective, said[^1], 1e-12 * report.Objective);
        Assert.True(said[0] > said[^1]);
        Assert.All(said, objective => Assert.True(objective >= report.Objective * (1 - 1e-7)));
    }

    [Theory]
    [InlineData(AssignmentMethod.FrankWolfe)]
    [InlineData(AssignmentMethod.BiconjugateFrankWolfe)]
    public void It_is_known_for_flows_by_link_where_there_is_one_class(AssignmentMethod method)
    {
        var network = Of(2, 2, [new(1, 2, 1, 1, 1, 1, Toll: 3), new(1, 2, 1, 1, 1, 1)]);
        var model = new AssignmentModel(network, [Cars(2, (1, 2, 6)) with { TollFactor = 0.5 }], new() { Gap = 1e-6, Method = method });
        var (state, last) = (model.InitialState(), 0.0);
        var report = model.Solve(state, _ => last = ConvergenceLog.Objective(model, state)!.Value);
        Assert.Equal(report.Objective, last, 1e-12 * last);

        var two = new AssignmentModel(network, [Cars(2, (1, 2, 6)), Cars(2, (1, 2, 1))], new() { Gap = 1e-2, Method = method });
        state = two.InitialState();
        two.Solve(state, _ => Assert.Null(ConvergenceLog.Objective(two, state)));
    }
}
