using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Demand;

/// <summary>
/// A place that is new in a city whose demand follows from the use of land: its trips are those that begin or end at it when the whole city's are drawn with it. The others' trips stay what they were, so
/// that a city with it and one without differ by its trips alone.
/// </summary>
public sealed class AddedSite
{
    private readonly DemandModel demand;
    private readonly int at, row;
    private readonly DemandModel? extended;

    /// <summary>Adds a site to a city's demand.</summary>
    /// <param name="demand">The city's.</param>
    /// <param name="id">Id of the new place.</param>
    /// <param name="longitude">Degrees east.</param>
    /// <param name="latitude">Degrees north.</param>
    /// <param name="landUse">Its use, as the rates name it.</param>
    /// <param name="numbers">Its numbers by attribute, as the rates count them; those that no rate counts do nothing.</param>
    public AddedSite(DemandModel demand, string id, double longitude, double latitude, string landUse, IReadOnlyDictionary<string, double> numbers)
    {
        ArgumentNullException.ThrowIfNull(demand);
        ArgumentNullException.ThrowIfNull(numbers);
        (this.demand, row) = (demand, demand.Places.Count);
        at = demand.Places.Nearest(longitude, latitude);
        if (at < 0 || demand.Sources.OfType<LandUseDemand>().FirstOrDefault() is not { } source) return;
        var old = demand.Places;
        var places = new Places
        {
            Ids = [.. old.Ids, id], Longitude = [.. old.Longitude, longitude], Latitude = [.. old.Latitude, latitude], Node = [.. old.Node, old.Node[at]],
            Facility = old.Facility is null ? null : [.. old.Facility, -1],
        };
        extended = demand.With(places, new LandUseDemand
        {
            Name = source.Name, Roads = source.Roads, Places = places, Sites = Extended(source.Sites, id, row, landUse, numbers), Rates = source.Rates, PurposeNames = source.PurposeNames,
            Profiles = source.Profiles, Deterrence = source.Deterrence, Means = source.Means,
        });
    }

    /// <summary>The city's place at which its trips begin and end; -1 when there is none.</summary>
    public int Place => at;

    /// <summary>Whether trips can be made: the city's demand follows from the use of land.</summary>
    public bool MakesTrips => extended is not null;

    /// <summary>The new place's trips of a period, in the order of departure. They begin and end at the city's place that is nearest to it: the roads have no other.</summary>
    /// <param name="random">Seed of the run.</param>
    /// <param name="clock">Local time of second 0.</param>
    /// <param name="first">First second, included.</param>
    /// <param name="end">Last second, excluded.</param>
    /// <param name="cancellation">Ends the work.</param>
    public TripTable Trips(KeyedRandom random, LocalClock clock, double first, double end, CancellationToken cancellation = default)
    {
        var all = (extended ?? demand).Trips(random, clock, first, end, cancellation);
        int[] own = [.. Enumerable.Range(0, all.Count).Where(t => all.Origin[t] == row || all.Destination[t] == row).Where(t => Old(all.Origin[t]) != Old(all.Destination[t]))];
        return new TripTable
        {
            Places = demand.Places,
            Ids = Array.ConvertAll(own, t => all.Ids[t]),
            Origin = Array.ConvertAll(own, t => Old(all.Origin[t])),
            Destination = Array.ConvertAll(own, t => Old(all.Destination[t])),
            Departure = Array.ConvertAll(own, t => all.Departure[t]),
            Dwell = Array.ConvertAll(own, t => all.Dwell[t]),
            Returns = Array.ConvertAll(own, t => all.Returns[t]),
            Purpose = Array.ConvertAll(own, t => all.Purpose[t]),
            Group = Array.ConvertAll(own, t => all.Group[t]),
            Purposes = all.Purposes,
            Groups = all.Groups,
        };
    }

    private int Old(int place) => place == row ? at : place;

    private static LandUseSites Extended(LandUseSites sites, string id, int row, string landUse, IReadOnlyDictionary<string, double> numbers) => new()
    {
        Zones = [.. sites.Zones, new DemandZone(id, row)],
        LandUse = [.. sites.LandUse, landUse],
        Attributes = sites.Attributes,
        Values = [.. sites.Values.Select((column, a) => (double[])[.. column, numbers.GetValueOrDefault(sites.Attributes[a], double.NaN)])],
        ThroughIn = sites.ThroughIn.Count > 0 ? [.. sites.ThroughIn, 0] : [],
        ThroughOut = sites.ThroughOut.Count > 0 ? [.. sites.ThroughOut, 0] : [],
    };
}
