using System.Globalization;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Demand;

/// <summary>
/// Trips that follow from the use of land: what each site produces and attracts by purpose (D4) is joined by a doubly constrained gravity model over free-flow costs (D7, D8), becomes whole cars by keyed draws (D1) and departs by
/// the purpose's profile (D5). Through traffic goes from gate to gate. The matrices are made when they are first asked for, or by <see cref="Distributions"/>.
/// </summary>
public sealed class LandUseDemand : DemandSource
{
    /// <summary>Purpose of through traffic.</summary>
    public const string Through = "through";

    private readonly Lazy<IReadOnlyList<TripDistribution>> distributions;
    private readonly Lazy<GravityZones> zones;

    /// <summary>Creates a shell for an object initialiser.</summary>
    public LandUseDemand()
    {
        zones = new(() => GravityZones.Of(Sites!, Places!));
        distributions = new(() => new TripDistributions(this, zones.Value).Make(CancellationToken.None));
    }

    /// <summary>Roads over which costs are.</summary>
    public required RoadNetwork Roads { get; init; }

    /// <summary>Places that the sites' zones point to.</summary>
    public required Places Places { get; init; }

    /// <summary>What makes trips.</summary>
    public required LandUseSites Sites { get; init; }

    /// <summary>Cars a day by use of land.</summary>
    public required IReadOnlyList<TripRate> Rates { get; init; }

    /// <summary>Names of the purposes, as rates count them.</summary>
    public required IReadOnlyList<string> PurposeNames { get; init; }

    /// <summary>When trips depart, by purpose: the first profile that holds on a day; no profile, no trips.</summary>
    public required IReadOnlyList<IReadOnlyList<DayProfile>> Profiles { get; init; }

    /// <summary>How far trips go.</summary>
    public required Deterrence Deterrence { get; init; }

    /// <summary>Mean of the cost that trips of each purpose shall have, s or m; NaN, or nothing at all, for that of <see cref="Deterrence"/>.</summary>
    public IReadOnlyList<double> Means { get; init; } = [];

    /// <summary>How far trips of a purpose go.</summary>
    public Deterrence DeterrenceOf(int purpose) =>
        purpose < Means.Count && !double.IsNaN(Means[purpose]) ? Deterrence with { Mean = Means[purpose] } : Deterrence;

    /// <summary>The matrices by purpose and kind of day, made now when they are not yet.</summary>
    public IReadOnlyList<TripDistribution> Distributions => distributions.Value;

    /// <summary>Productions and attractions of each site for a purpose on a day of the week.</summary>
    public (double[] Produces, double[] Attracts) Ends(int purpose, DayOfWeek day)
    {
        var (produces, attracts) = (new double[Sites.Count], new double[Sites.Count]);
        if (purpose < PurposeNames.Count && PurposeNames[purpose] == Through)
        {
            for (var i = 0; i < Sites.ThroughIn.Count; i++) (produces[i], attracts[i]) = (Sites.ThroughIn[i], Sites.ThroughOut[i]);
            return (produces, attracts);
        }
        foreach (var rate in Rates)
        {
            if (rate.Purpose != purpose || (rate.Days >> (int)day & 1) == 0) continue;
            var column = -1;
            for (var a = 0; a < Sites.Attributes.Count; a++)
                if (Sites.Attributes[a] == rate.Attribute) column = a;
            if (column < 0) continue;
            for (var i = 0; i < Sites.Count; i++)
            {
                if (!rate.Holds(Sites.LandUse[i]) || double.IsNaN(Sites.Values[column][i])) continue;
                produces[i] += rate.Produces * (Sites.Values[column][i] / rate.Amount);
                attracts[i] += rate.Attracts * (Sites.Values[column][i] / rate.Amount);
            }
        }
        return (produces, attracts);
    }

    internal override void Draw(DemandPeriod period, TripSheet sheet)
    {
        var latest = Profiles.SelectMany(p => p).SelectMany(p => p.Bands).Select(b => b.Until).DefaultIfEmpty(0).Max();
        foreach (var day in period.Days(0, latest))
            foreach (var distribution in Distributions)
                if (day.IsIn(distribution.Days) && ProfileOf(distribution.Purpose, day.Date.DayOfWeek) is { } profile) Draw(distribution, profile, day, period, sheet);
    }

    private void Draw(TripDistribution distribution, DayProfile profile, DemandDay day, DemandPeriod period, TripSheet sheet)
    {
        var purpose = PurposeNames[distribution.Purpose];
        var key = TripDraws.Join(KeyedRandom.Stream("demand.land-use", purpose), (ulong)day.Date.DayNumber);
        var factor = period.FactorOf(distribution.Purpose);
        var stated = StatedTrip.Of(distribution.Purpose);
        for (var i = 0; i < zones.Value.Count; i++)
        {
            period.Cancellation.ThrowIfCancellationRequested();
            if (distribution.Origins[i] is not { } origins) continue;
            for (var j = 0; j < zones.Value.Count; j++)
            {
                if (distribution.Destinations[j] is not { } destinations || distribution.Trips[i, j] is var trips && !(trips > 0)) continue;
                var stream = TripDraws.Join(TripDraws.Join(zones.Value.Keys[i], zones.Value.Keys[j]), key);
                var vehicles = new TripDraws(period.Random, stream, 0).Count(trips * factor);
                for (var vehicle = 0; vehicle < vehicles; vehicle++)
                {
                    var draws = new TripDraws(period.Random, stream, (ulong)vehicle);
                    var departure = day.Midnight + profile.At(draws.Uniform(TripDraw.Departure));
                    if (!period.Holds(departure)) continue;
                    var (from, to) = (origins.At(draws.Uniform(TripDraw.Origin), Sites), destinations.At(draws.Uniform(TripDraw.Destination), Sites));
                    // Who would go where he is goes elsewhere in the zone; where it has one destination, that one's visitor comes from elsewhere in it.
                    if (from == to && destinations.Another(from, Sites) is var other) (from, to) = other >= 0 ? (from, other) : (origins.Another(to, Sites), to);
                    if (from < 0) continue;
                    var id = string.Create(CultureInfo.InvariantCulture, $"{zones.Value.Ids[i]}>{zones.Value.Ids[j]}/{purpose}/{vehicle + 1}{day.Suffix}");
                    sheet.Add(id, from, to, departure, day.Date.DayOfWeek, stated, draws);
                }
            }
        }
    }

    private DayProfile? ProfileOf(int purpose, DayOfWeek day)
    {
        foreach (var profile in Profiles[purpose])
            if ((profile.Days >> (int)day & 1) != 0) return profile;
        return null;
    }

    /// <inheritdoc/>
    public override double[] Expected(DayOfWeek day, int purposes)
    {
        var expected = new double[purposes + 1];
        for (var purpose = 0; purpose < PurposeNames.Count; purpose++)
            if (ProfileOf(purpose, day) is not null && Ends(purpose, day) is var (produces, attracts) && attracts.Any(a => a > 0)) expected[purpose] += produces.Sum();
        return expected;
    }

    /// <inheritdoc/>
    public override void AddOrigins(double[] weights)
    {
        for (var purpose = 0; purpose < PurposeNames.Count; purpose++)
        {
            if (PurposeNames[purpose] == Through) continue;
            var produces = Ends(purpose, DayOfWeek.Wednesday).Produces;
            for (var i = 0; i < produces.Length; i++)
                if (produces[i] > 0) Sites.Zones[i].Spread(produces[i], weights);
        }
    }
}
