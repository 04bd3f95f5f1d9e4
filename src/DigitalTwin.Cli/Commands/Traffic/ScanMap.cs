using DigitalTwin.Mobility.Assignment.Analysis;
using DigitalTwin.Simulation.Results.GeoPackage;

namespace DigitalTwin.Cli.Commands.Traffic;

/// <summary>The links of a scan with what closing them costs, for a GIS; both directions of a closure have its numbers.</summary>
internal static class ScanMap
{
    public static void Write(string path, DateTimeOffset stamp, LinkPlaces places, IReadOnlyList<Closure> closures, ScanSummary summary)
    {
        var network = places.Network;
        var ranked = summary.All.ToDictionary(c => c.Links, StringComparer.Ordinal);
        var rows = closures.SelectMany(closure => closure.Links.Select(link => (Link: link, Cost: ranked[closure.Name(network)]))).ToArray();
        FeatureLayer.Write(path, stamp, places.AreDegrees,
        [
            new("links", "Links by what closing them costs", [.. rows.Select(row => places.Line(row.Link))],
            [
                FeatureColumn.Words("link", "Name", i => network.LinkIds[rows[i].Link]),
                FeatureColumn.Words("links", "What was closed together", i => rows[i].Cost.Links),
                FeatureColumn.Numbers("rank", "Place in the table, by time lost", i => rows[i].Cost.Rank),
                FeatureColumn.Numbers("time_lost", "Time that those lose who still travel", i => rows[i].Cost.TimeLost),
                FeatureColumn.Numbers("time_lost_percent", "The same by the total time of the base, %", i => rows[i].Cost.TimeLostPercent),
                FeatureColumn.Numbers("cost_lost", "Generalised cost that they lose, as time", i => rows[i].Cost.CostLost),
                FeatureColumn.Numbers("distance_more", "Way that they drive more, in the unit of length", i => rows[i].Cost.DistanceMore),
                FeatureColumn.Numbers("trips_cut_off", "Trips that no path carries any more", i => rows[i].Cost.TripsCutOff),
                FeatureColumn.Numbers("base_volume", "Flow of what was closed in the base, passenger-car units", i => rows[i].Cost.BaseVolume),
            ]),
        ]);
    }
}
