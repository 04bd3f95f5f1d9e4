namespace DigitalTwin.Mobility.Estimation;

/// <summary>A recorded occupancy cut into days and slots: the usual day, and how single days differ from it.</summary>
internal sealed class OccupancyDays
{
    private const int FewestSlots = 4, FewestDays = 5;

    /// <summary>How long a count must stand still before it is doubted, s.</summary>
    private const double Still = 3 * 3600;

    private readonly List<(long Day, double[] Cars)> days = [];
    private readonly double slot;
    private readonly TimeSpan offset;

    public OccupancyDays(IReadOnlyList<(DateTimeOffset At, double Cars)> occupancy, TimeSpan offset, EstimationOptions options)
    {
        (slot, this.offset) = (options.Slot, offset);
        var slots = (int)Math.Round(86400 / slot);
        foreach (var (at, cars) in occupancy)
        {
            if (!(cars >= 0) || !double.IsFinite(cars)) continue;
            var place = (long)Math.Round(Seconds(at) / slot);
            var day = place / slots;
            if ((options.Days >> (int)((day + 1) % 7) & 1) == 0) continue;
            if (days.Count == 0 || days[^1].Day != day)
            {
                var empty = new double[slots];
                Array.Fill(empty, double.NaN);
                days.Add((day, empty));
            }
            days[^1].Cars[(int)(place % slots)] = cars;
        }
        Doubt(slots);
        days.RemoveAll(d => d.Cars.Count(c => !double.IsNaN(c)) < FewestSlots);
        Usual = [.. Enumerable.Range(0, slots).Select(s => Mean(days.Select(d => d.Cars[s])))];
        Scale = Mean(Usual);
    }

    /// <summary>Slots whose readings were passed over because a counter stood still.</summary>
    public int Unmoved { get; private set; }

    /// <summary>Days with readings.</summary>
    public int Count => days.Count;

    /// <summary>Mean number of cars at each slot of the day, NaN where nobody ever looked.</summary>
    public double[] Usual { get; }

    /// <summary>Mean of <see cref="Usual"/>.</summary>
    public double Scale { get; }

    /// <summary>Whether there are deviations to learn from: days enough that their mean is not each of them, and occupancies that move.</summary>
    public bool TellsFading => Count >= FewestDays && Correlation(1) > 0;

    /// <summary>Mean stay by Little's law, s: cars that were there over cars that came, on the days and slots with readings; NaN when none came.</summary>
    public double ByLittle(IReadOnlyList<(DateTimeOffset At, double Cars)> entries)
    {
        var known = days.Select(d => d.Day).ToHashSet();
        var slots = Usual.Length;
        var came = entries.Where(e => known.Contains((long)Math.Floor(Seconds(e.At) / 86400))).Sum(e => e.Cars);
        // Slots that nobody looked at are taken to be as usual at the slots beside them.
        var stood = days.Sum(d => Filled(d.Cars).Sum() * slot);
        return came > 0 && slots > 0 ? stood / came : double.NaN;
    }

    /// <summary>
    /// How badly a mean stay explains the way in which deviations fade (E4). In an M(t)/G/∞ queue two numbers of cars that lie h apart correlate, on average, as the share of the stay that is longer than h: ∫ S(u) du from h on, over the
    /// mean. The day's own scale is taken out first, which lowers all correlations alike, and a mood of the day raises them: the best constant share of either is allowed for.
    /// </summary>
    public double FadingMismatch(StayCurve stay)
    {
        var most = Math.Min((int)(4 * 3600 / slot), Usual.Length / 3);
        var (expected, found, left) = (new double[most], new double[most], 1.0);
        for (var lag = 1; lag <= most; lag++)
        {
            left -= stay.Between((lag - 1) * slot, lag * slot) * slot / stay.Mean;
            (expected[lag - 1], found[lag - 1]) = (Math.Max(0, left), Correlation(lag));
        }
        var (product, square, sum) = (0.0, 0.0, 0.0);
        for (var i = 0; i < most; i++)
        {
            product += (found[i] - expected[i]) * (1 - expected[i]);
            square += (1 - expected[i]) * (1 - expected[i]);
        }
        var constant = square > 0 ? Math.Clamp(product / square, -0.5, 0.9) : 0;
        for (var i = 0; i < most; i++)
        {
            var difference = found[i] - constant - (1 - constant) * expected[i];
            sum += difference * difference;
        }
        return sum;
    }

    /// <summary>
    /// Passes over what a counter said while it stood still: the very same number for hours in which the median of all days moves by three standard deviations of a Poisson number and a fifth of its peak. A lot that is as full as it ever was may stand still.
    /// </summary>
    private void Doubt(int slots)
    {
        double[] median = [.. Enumerable.Range(0, slots).Select(s => Median(days.Select(d => d.Cars[s])))];
        var (peak, fullest, fewest) = (median.Where(m => !double.IsNaN(m)).DefaultIfEmpty(0).Max(), days.SelectMany(d => d.Cars).Where(c => !double.IsNaN(c)).DefaultIfEmpty(0).Max(), (int)(Still / slot));
        var moves = Math.Max(3 * Math.Sqrt(peak), 0.2 * peak);
        foreach (var (_, cars) in days)
        {
            for (var first = 0; first < slots;)
            {
                var (next, low, high) = (first + 1, median[first], median[first]);
                while (next < slots && cars[next] == cars[first]) (low, high, next) = (Math.Min(low, median[next]), Math.Max(high, median[next]), next + 1);
                if (next - first > fewest && high - low > moves && cars[first] < fullest)
                {
                    Array.Fill(cars, double.NaN, first + 1, next - first - 1);
                    Unmoved += next - first - 1;
                }
                first = next;
            }
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Where(v => !double.IsNaN(v)).Order()];
        return sorted.Length == 0 ? double.NaN : sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }

    private double Correlation(int lag)
    {
        var (product, square, pairs) = (0.0, 0.0, 0);
        foreach (var deviation in Deviations.Value)
        {
            for (var s = lag; s < deviation.Length; s++)
            {
                var (a, b) = (deviation[s - lag], deviation[s]);
                if (double.IsNaN(a) || double.IsNaN(b)) continue;
                product += a * b;
                square += (a * a + b * b) / 2;
                pairs++;
            }
        }
        return pairs == 0 || square == 0 ? 0 : product / square;
    }

    private Lazy<List<double[]>> Deviations => deviations ??= new(() => [.. days.Select(d =>
    {
        var (product, square) = (0.0, 0.0);
        for (var s = 0; s < Usual.Length; s++)
        {
            if (double.IsNaN(d.Cars[s])) continue;
            product += d.Cars[s] * Usual[s];
            square += Usual[s] * Usual[s];
        }
        var scale = square > 0 ? product / square : 1;
        return Array.ConvertAll([.. Enumerable.Range(0, Usual.Length)], (int s) => d.Cars[s] - scale * Usual[s]);
    })]);

    private Lazy<List<double[]>>? deviations;

    private double[] Filled(double[] cars) => [.. cars.Select((c, s) => !double.IsNaN(c) ? c : !double.IsNaN(Usual[s]) ? Usual[s] : Scale)];

    private double Seconds(DateTimeOffset at) => (at.UtcTicks + offset.Ticks) / (double)TimeSpan.TicksPerSecond;

    private static double Mean(IEnumerable<double> values)
    {
        var (sum, count) = (0.0, 0);
        foreach (var value in values)
        {
            if (double.IsNaN(value)) continue;
            sum += value;
            count++;
        }
        return count == 0 ? double.NaN : sum / count;
    }
}
