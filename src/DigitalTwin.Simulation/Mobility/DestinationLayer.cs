using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>Where people wanted to go, through time: how long they searched for a space there, how far they walked, how many gave up. Buildings or zones, as the map's demand has them.</summary>
internal sealed class DestinationLayer(MobilitySite site)
{
    private readonly SearchSums searches = new(site.Demand.Places.Count);
    private readonly StepSums gaveUp = new(site.Demand.Places.Count);

    public void Add(MobilityNow now)
    {
        searches.Add(now.ParkedFor, now.SearchTimeFor, now.WayTimeFor, now.WalkFor);
        gaveUp.Add(now.GaveUpFor);
    }

    /// <summary>Ends a row and begins the next.</summary>
    public void Record()
    {
        searches.Record();
        gaveUp.Record();
    }

    public ResultLayer Of(double[] times)
    {
        int[] picked = [.. Enumerable.Range(0, site.Demand.Places.Count).Where(p => site.PlaceGeometry(p) is not null)];
        return LayerRows.Layer("demand_place", new("Destinations", "目的地"), picked, p => site.Demand.Places.Ids[p], site.PlaceGeometry,
            LayerRows.Field("search_share", "%", new("Share of the way spent searching", "寻位时间占行程比例"), KpiDirection.More, times, searches.SearchShare, picked),
            LayerRows.Field("search_time", "s", new("Search time", "寻位时间"), KpiDirection.More, times, searches.SearchTime, picked),
            LayerRows.Field("walk", "m", new("Walk from space to destination", "停车后步行距离"), KpiDirection.More, times, searches.Walk, picked),
            LayerRows.Field("gave_up", "1", new("Drivers who gave up", "放弃停车人数"), KpiDirection.More, times, gaveUp.Rows, picked));
    }

    public void Save(BinaryWriter writer)
    {
        searches.Save(writer);
        gaveUp.Save(writer);
    }

    public void Load(BinaryReader reader)
    {
        searches.Load(reader);
        gaveUp.Load(reader);
    }
}
