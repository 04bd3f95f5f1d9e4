using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Mobility.Tests.Roads;

/// <summary>Small road networks for tests: nodes N0, N1 …, links L0, L1 … of 500 m, one lane, 50 km/h, 0.5 vehicles/s unless changed.</summary>
internal static class MadeRoads
{
    public static RoadNetwork Of(int nodes, (int From, int To)[] links, (int, int)[]? banned = null, double length = 500, double speed = 50 / 3.6, double capacity = 0.5, double lanes = 1)
    {
        double[] Each(double value) => [.. Enumerable.Repeat(value, links.Length)];
        return new RoadNetwork(
            new RoadNodes
            {
                Ids = [.. Enumerable.Range(0, nodes).Select(i => $"N{i}")],
                Longitude = [.. Enumerable.Repeat(double.NaN, nodes)],
                Latitude = [.. Enumerable.Repeat(double.NaN, nodes)],
                IsThrough = [.. Enumerable.Repeat(true, nodes)],
            },
            new RoadLinks
            {
                Ids = [.. Enumerable.Range(0, links.Length).Select(i => $"L{i}")],
                From = [.. links.Select(l => l.From)],
                To = [.. links.Select(l => l.To)],
                Length = Each(length),
                Lanes = Each(lanes),
                FreeSpeed = Each(speed),
                Capacity = Each(capacity),
                GreenShare = Each(1),
                Storage = Each(lanes * length / 7.5),
                Class = [.. Enumerable.Repeat(RoadClass.Secondary, links.Length)],
                Course = new double[]?[links.Length],
                Names = [.. Enumerable.Repeat("", links.Length)],
            },
            banned ?? []);
    }
}
