using DigitalTwin.Numerics.Geodesy;

namespace DigitalTwin.Weather.Stations;

/// <summary>
/// (Y5) How much each of the nearest stations counts at each place: w_s = d_s^-2 / sum d^-2 (Shepard 1968, Proc. 23rd ACM National Conference,
/// p. 517), so that the value at a station is the station's, and no value leaves the range of the stations'. A place depends on the stations only,
/// never on other places.
/// </summary>
internal sealed class StationWeights
{
    /// <summary>Nearer than this, a place is at the station, m.</summary>
    private const double Same = 1;

    public StationWeights(IReadOnlyList<WeatherStation> stations, IReadOnlyList<WeatherPlace> places, int nearest)
    {
        PerPlace = Math.Min(nearest, stations.Count);
        Station = new int[places.Count * PerPlace];
        Weight = new double[places.Count * PerPlace];
        Elevation = new double[places.Count];
        var distance = new double[stations.Count];
        var order = new int[stations.Count];
        for (var p = 0; p < places.Count; p++)
        {
            for (var s = 0; s < stations.Count; s++)
                (distance[s], order[s]) = (SphereDistance.Between(places[p].Longitude, places[p].Latitude, stations[s].Longitude, stations[s].Latitude), s);
            Array.Sort(order, (a, b) => distance[a] != distance[b] ? distance[a].CompareTo(distance[b]) : a.CompareTo(b));
            Weigh(p, order, distance);
            Elevation[p] = places[p].Elevation;
            if (!double.IsNaN(Elevation[p])) continue;
            Elevation[p] = 0;
            for (var k = 0; k < PerPlace; k++) Elevation[p] += Weight[(p * PerPlace) + k] * stations[Station[(p * PerPlace) + k]].Elevation;
        }
    }

    /// <summary>Stations that count at a place.</summary>
    public int PerPlace { get; }

    /// <summary>Stations by place, nearest first.</summary>
    public int[] Station { get; }

    /// <summary>Their weights; those of a place sum to 1.</summary>
    public double[] Weight { get; }

    /// <summary>Elevation of each place, m.</summary>
    public double[] Elevation { get; }

    /// <summary>The weighted mean of the stations that know a value; NaN when none does.</summary>
    /// <param name="values">One value per station.</param>
    /// <param name="place">The place.</param>
    public double Blend(ReadOnlySpan<double> values, int place)
    {
        double sum = 0, total = 0;
        for (int k = place * PerPlace, end = k + PerPlace; k < end; k++)
        {
            var value = values[Station[k]];
            if (double.IsNaN(value)) continue;
            sum += Weight[k] * value;
            total += Weight[k];
        }
        return total > 0 ? sum / total : double.NaN;
    }

    private void Weigh(int place, int[] order, double[] distance)
    {
        var at = place * PerPlace;
        double sum = 0;
        for (var k = 0; k < PerPlace; k++)
        {
            Station[at + k] = order[k];
            var d = distance[order[k]];
            Weight[at + k] = distance[order[0]] < Same ? (k == 0 ? 1 : 0) : 1 / (d * d);
            sum += Weight[at + k];
        }
        for (var k = 0; k < PerPlace; k++) Weight[at + k] /= sum;
    }
}
