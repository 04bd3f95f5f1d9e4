using System.Globalization;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Mobility.Demand;

/// <summary>The matrix of one purpose on some days of the week.</summary>
/// <param name="Purpose">Index of the purpose.</param>
/// <param name="Days">Days of the week, bit i is day i, Sunday 0.</param>
/// <param name="Trips">Cars a day between zones.</param>
/// <param name="Exponential">β that was given or found, 1/s or 1/m.</param>
/// <param name="MeanCost">Mean time, s, or distance, m, of the trips on empty roads; NaN for through traffic.</param>
public sealed record TripDistribution(int Purpose, byte Days, Furness Trips, double Exponential, double MeanCost)
{
    /// <summary>Whether trips could go elsewhere: with one zone to begin in, or one to end in, the sums leave nothing to a deterrence.</summary>
    public bool HasChoice => Origins.Count(o => o is not null) > 1 && Destinations.Count(d => d is not null) > 1;

    /// <summary>Which zones cannot send all their trips, in words, as in "'Z-1' sends 120 trips a day, but all that it can reach attracts 80"; null when all can, or nobody knows.</summary>
    public string? Shortage { get; init; }

    /// <summary>Sites of each zone at which its trips begin; null where none do.</summary>
    internal SiteShares?[] Origins { get; init; } = [];

    /// <summary>Sites of each zone at which its trips end; null where none do.</summary>
    internal SiteShares?[] Destinations { get; init; } = [];
}

/// <summary>Sites of a zone with their weights.</summary>
internal sealed class SiteShares(int[] sites, double[] weights)
{
    private readonly ShareTable shares = new(weights);

    /// <summary>The place that a draw chooses: the site by its weight, the place in it by what is left of the draw.</summary>
    public int At(double u, LandUseSites from)
    {
        var site = shares.At(u, out var within);
        return from.Zones[sites[site]].PlaceAt(within);
    }

    /// <summary>The first place, by the order of sites, that is not the one given; -1 when there is none.</summary>
    public int Another(int than, LandUseSites from)
    {
        for (var i = 0; i < sites.Length; i++)
            if (weights[i] > 0 && from.Zones[sites[i]].PlaceBut(than, 0) is var place and >= 0) return place;
        return -1;
    }
}

/// <summary>Makes the matrices of <see cref="LandUseDemand"/>.</summary>
internal sealed class TripDistributions(LandUseDemand demand, GravityZones zones)
{
    private const int MostTrials = 40, MostNamed = 5;

    private double[][]? costs;

    /// <summary>One matrix for each purpose and kind of day that has trips.</summary>
    public List<TripDistribution> Make(CancellationToken cancellation)
    {
        var made = new List<TripDistribution>();
        for (var purpose = 0; purpose < demand.PurposeNames.Count; purpose++)
        {
            foreach (var days in KindsOfDay(purpose))
            {
                var day = (DayOfWeek)System.Numerics.BitOperations.TrailingZeroCount(days);
                var (produces, attracts) = demand.Ends(purpose, day);
                var (total, drawn) = (produces.Sum(), attracts.Sum());
                // More is known of where trips begin than of where they end: attractions are scaled to productions.
                if (total > 0 && drawn > 0) made.Add(Distribute(purpose, days, produces, Array.ConvertAll(attracts, a => a * (total / drawn)), cancellation));
            }
        }
        return made;
    }

    /// <summary>Days of the week that have the same rates.</summary>
    private List<byte> KindsOfDay(int purpose)
    {
        var kinds = new SortedDictionary<string, byte>(StringComparer.Ordinal);
        for (var day = 0; day < 7; day++)
        {
            var rates = string.Join(' ', demand.Rates.Select((rate, row) => (rate, row)).Where(r => r.rate.Purpose == purpose && (r.rate.Days >> day & 1) != 0).Select(r => r.row));
            kinds[rates] = (byte)(kinds.GetValueOrDefault(rates) | 1 << day);
        }
        return [.. kinds.Values];
    }

    private TripDistribution Distribute(int purpose, byte days, double[] produces, double[] attracts, CancellationToken cancellation)
    {
        var (p, a) = (Summed(produces), Summed(attracts));
        var (from, to) = (Shares(produces), Shares(attracts));
        if (demand.PurposeNames[purpose] == LandUseDemand.Through)
        {
            var pairs = Rows((i, j) => i == j ? 0 : 1);
            var through = Furness.Balance(pairs, p, a);
            return new(purpose, days, through, 0, double.NaN) { Origins = from, Destinations = to, Shortage = Shortage(through) };
        }
        costs ??= FreeWays.Between(demand.Roads, zones.Node, demand.Deterrence.ByDistance, cancellation);
        var lonely = OnePlaceOnly(produces, attracts);
        var deterrence = demand.DeterrenceOf(purpose);
        var (beta, trips) = double.IsNaN(deterrence.Mean) ? (deterrence.Exponential, Balance(deterrence.Exponential, null)) : Calibrate(deterrence.Mean);
        return new(purpose, days, trips, beta, trips.MeanOf(costs)) { Origins = from, Destinations = to, Shortage = Shortage(trips) };

        Furness Balance(double exponential, Furness? start) =>
            Furness.Balance(Rows((i, j) => (zones.IsGate[i] && zones.IsGate[j]) || (i == j && lonely[i]) ? 0 : deterrence.Of(costs![i][j], exponential)), p, a, start: start);

        // β for a mean (Hyman 1969): the mean falls as β rises. It is doubled until the mean is passed, then found between by secants. A mean that no β gives leaves the nearest that balances.
        (double, Furness) Calibrate(double mean)
        {
            var flat = Balance(0, null);
            var (low, lowMean, best) = (0.0, flat.MeanOf(costs!), flat);
            if (!(lowMean > mean)) return (0, flat);
            // Beyond this e^(−βc) of the longest way is nothing in a double.
            var most = 600 / costs!.Max(row => row.Where(double.IsFinite).DefaultIfEmpty(1).Max());
            var (high, highMean) = (double.PositiveInfinity, 0.0);
            var trial = Math.Min(1 / mean, most);
            for (var i = 0; i < MostTrials; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                var trips = Balance(trial, best);
                var found = trips.MeanOf(costs!);
                if (!trips.IsBalanced) return (low, best);
                if (found > mean) (low, lowMean, best) = (trial, found, trips);
                else (high, highMean) = (trial, found);
                if (Math.Abs(found - mean) <= 1e-6 * mean) return (trial, trips);
                if (double.IsInfinity(high))
                {
                    if (trial == most) break;
                    trial = Math.Min(2 * trial, most);
                    continue;
                }
                var secant = low + (lowMean - mean) / (lowMean - highMean) * (high - low);
                // Ends of the bracket are not tried again: a tenth of it at least is gained.
                trial = Math.Clamp(secant, low + 0.1 * (high - low), high - 0.1 * (high - low));
            }
            return (low, best);
        }
    }

    private string? Shortage(Furness trips)
    {
        if (trips.Unmet is not { } unmet) return null;
        string[] names = [.. unmet.Rows.Select(zone => $"'{demand.Sites.Zones[Array.IndexOf(zones.ZoneOf, zone)].Id}'")];
        var which = string.Join(", ", names.Take(MostNamed)) + (names.Length > MostNamed ? $" and {names.Length - MostNamed} more" : "");
        return string.Create(CultureInfo.InvariantCulture,
            $"{which} {Plural.For(names.Length, "sends", "send")} {unmet.Productions:#,0.#} trips a day, but all that {Plural.For(names.Length, "it", "they")} can reach attracts {unmet.Attractions:#,0.#}");
    }

    private double[][] Rows(Func<int, int, double> value)
    {
        var rows = new double[zones.Count][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new double[zones.Count];
            for (var j = 0; j < rows.Length; j++) rows[i][j] = value(i, j);
        }
        return rows;
    }

    private double[] Summed(double[] ofSites)
    {
        var sums = new double[zones.Count];
        for (var i = 0; i < ofSites.Length; i++) sums[zones.ZoneOf[i]] += ofSites[i];
        return sums;
    }

    private SiteShares?[] Shares(double[] ofSites)
    {
        var members = new List<int>?[zones.Count];
        for (var i = 0; i < ofSites.Length; i++)
            if (ofSites[i] > 0) (members[zones.ZoneOf[i]] ??= []).Add(i);
        return Array.ConvertAll(members, m => m is null ? null : new SiteShares([.. m], [.. m.Select(i => ofSites[i])]));
    }

    /// <summary>Whether all that a zone's trips begin and end at is a single place, so that none stays inside it.</summary>
    private bool[] OnePlaceOnly(double[] produces, double[] attracts)
    {
        var (first, only) = (new int[zones.Count], new bool[zones.Count]);
        Array.Fill(first, -1);
        Array.Fill(only, true);
        for (var i = 0; i < zones.ZoneOf.Length; i++)
        {
            if (!(produces[i] > 0 || attracts[i] > 0)) continue;
            var zone = zones.ZoneOf[i];
            foreach (var place in demand.Sites.Zones[i].Places)
            {
                only[zone] &= first[zone] < 0 || place == first[zone];
                first[zone] = place;
            }
        }
        return only;
    }
}
