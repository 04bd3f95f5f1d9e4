using DigitalTwin.Mobility.Routing;
using FsCheck;
using FsCheck.Fluent;

namespace DigitalTwin.Mobility.Tests.Routing;

public class LandmarkTests
{
    /// <summary>A bound that was made of free flow never exceeds the way that is driven, whatever has been closed since, and, times the least ratio, whatever limit was raised; from link to link it falls by no more than the link takes.</summary>
    [Fact]
    public void Bounds_hold_after_closures_and_after_limits_were_raised() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60).WithQuietOnSuccess(true), Prop.ForAll(ArbMap.Default.ArbFor<uint>(), seed =>
        {
            var network = MadeCities.Random(seed, 25, 80, 0.1, centroids: 2);
            var landmarks = new RoutingGraph(network).Landmarks;
            foreach (var leastFactor in new[] { 1, 0.7, 0.1 })
            {
                var times = MadeCities.Times(network, seed, 1, closedShare: 0.2, leastFactor);
                Assert.InRange(times.LeastRatio, leastFactor * 0.99, 1);
                var goal = new int[landmarks.Width];
                for (var to = 0; to < 25; to++)
                {
                    Landmarks.Clear(goal);
                    landmarks.Join(goal, to);
                    double Bound(int node) => landmarks.Bound(node, goal) * Landmarks.Tick * times.LeastRatio;
                    Assert.Equal(0, Bound(to));
                    for (var link = 0; link < 80; link++)
                        if (double.IsFinite(times.At(link, 0))) Assert.True(Bound(network.Links.From[link]) <= times.At(link, 0) * (1 + 1e-12) + Bound(network.Links.To[link]));
                }
                for (var from = 0; from < 25; from++)
                {
                    var earliest = MadeCities.Earliest(network, RoadPoint.Node(from), 0, times);
                    for (var to = 0; to < 25; to++)
                    {
                        Landmarks.Clear(goal);
                        landmarks.Join(goal, to);
                        var way = MadeCities.At(network, earliest, RoadPoint.Node(from), RoadPoint.Node(to));
                        if (double.IsFinite(way)) Assert.True(landmarks.Bound(from, goal) * Landmarks.Tick * times.LeastRatio <= way * (1 + 1e-12));
                    }
                }
            }
        }));
}
