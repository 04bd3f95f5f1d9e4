using System.Globalization;
using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Estimation;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Maps.Calibration;

/// <summary>Where the cars of estimated demand come from: an occupancy does not say it.</summary>
internal static class CarOrigins
{
    /// <summary>The nodes of the main network that lie farthest from the map's middle towards sixteen points of the compass: where roads lead out of it.</summary>
    public static string[] Edge(RoadNetwork roads)
    {
        var (book, nodes) = (new PlaceBook(roads), roads.Nodes);
        int[] joined = [.. Enumerable.Range(0, nodes.Count).Where(n => book.IsJoined(n) && nodes.IsThrough[n] && !double.IsNaN(nodes.Longitude[n] + nodes.Latitude[n]))];
        if (joined.Length == 0) return [];
        var narrower = Math.Cos(joined.Average(n => nodes.Latitude[n]) * Math.PI / 180);
        return [.. Enumerable.Range(0, 16).Select(i => i * Math.PI / 8).Select(angle => joined.MaxBy(n => nodes.Longitude[n] * narrower * Math.Sin(angle) + nodes.Latitude[n] * Math.Cos(angle))).Distinct().Select(n => nodes.Ids[n])];
    }

    /// <summary>A sentence about origins whose streets cannot let out the cars of the busiest slot: they would come late, and the lots would fill late; null when all can.</summary>
    public static string? TooNarrow(RoadNetwork roads, IReadOnlyList<EstimateCsv.Lot> lots, IReadOnlyList<string> origins)
    {
        var most = 0.0;
        for (var day = 0; day < 7; day++)
        {
            var on = lots.Where(lot => (lot.Days >> day & 1) != 0).Select(lot => lot.Estimate).ToArray();
            for (var slot = 0; on.Length > 0 && slot < on[0].Arrivals.Length; slot++) most = Math.Max(most, on.Sum(e => e.Arrivals[slot]) / on[0].Slot / origins.Count);
        }
        var book = new PlaceBook(roads);
        double Out(string origin)
        {
            var sum = 0.0;
            foreach (var link in roads.Out(book.NodeOf(book.Find(origin, false, out _)))) sum += roads.Links.Capacity[link];
            return sum;
        }

        string[] narrow = [.. origins.Where(origin => Out(origin) < most)];
        return narrow.Length == 0 ? null : string.Create(CultureInfo.InvariantCulture,
            $"In the busiest half hour {most * 3600:0} cars/h come from each origin, more than the streets at {string.Join(", ", narrow.Take(5))}{(narrow.Length > 5 ? ", …" : "")} let out: they come late, and lots fill later than recorded. Name more origins, on wider streets.");
    }

    /// <summary>What a map's new demand can name, for what its old demand or its roads name: the place of a gate or zone, which goes with the old demand, is told by its longitude and latitude.</summary>
    /// <exception cref="InputException">One is nowhere; a sentence for each.</exception>
    /// <param name="old">Places of the old demand, or null.</param>
    /// <param name="roads">Roads.</param>
    /// <param name="origins">What was named.</param>
    public static string[] Named(Mobility.Demand.Places? old, RoadNetwork roads, IReadOnlyList<string> origins)
    {
        var problems = new ProblemList();
        var book = new PlaceBook(roads);
        string[] named = [.. origins.Select(origin =>
        {
            if (old?.Find(origin) is { } row and >= 0 && !double.IsNaN(old.Longitude[row]))
                return string.Create(CultureInfo.InvariantCulture, $"{old.Longitude[row]:0.#######} {old.Latitude[row]:0.#######}");
            if (book.Find(origin, old is null, out var sentence) < 0) problems.Error("", 0, 0, $"--origin: {sentence}{(old is null ? "" : NearestName.Hint(origin, old.Ids))}");
            return origin;
        })];
        problems.ThrowIfErrors();
        return named;
    }
}
