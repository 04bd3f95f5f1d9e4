using DigitalTwin.Mobility.Routing;

namespace DigitalTwin.Mobility.Tests.Routing;

public class RoutePlannerTests
{
    [Fact]
    public void Answers_are_the_same_for_any_number_of_threads_and_those_of_single_searches()
    {
        var network = MadeCities.Random(11, 120, 420, 0.1, centroids: 10);
        var graph = new RoutingGraph(network);
        var times = MadeCities.Times(network, 11, 3, 0.02);
        RouteRequest[] requests = [.. Enumerable.Range(0, 1000).Select(i => new RouteRequest(RoadPoint.Node(i * 7 % 120), i % 2 == 0 ? RoadPoint.Node(i * 31 % 120) : RoadPoint.EndOf(i * 11 % 420), i))];
        var (search, answers) = (new RouteSearch(graph), new RouteSet());
        foreach (var threads in new[] { 1, 2, 5 })
        {
            var planner = new RoutePlanner(graph, threads);
            planner.Plan(requests.AsMemory(0, 40), times, answers);
            planner.Plan(requests, times, answers);
            Assert.Equal(1000, answers.Count);
            for (var i = 0; i < requests.Length; i++)
            {
                Assert.Equal(search.Find(requests[i].From, requests[i].To, requests[i].Departure, times), answers.Seconds[i]);
                Assert.Equal(search.Route.ToArray(), answers[i].ToArray());
            }
        }
    }

    [Fact]
    public void A_batch_can_be_given_up()
    {
        var network = MadeCities.Random(11, 20, 60, 0, 0);
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => new RoutePlanner(new RoutingGraph(network), 2).Plan(new RouteRequest[100], TravelTimes.Free(network), new RouteSet(), cancel.Token));
    }
}
