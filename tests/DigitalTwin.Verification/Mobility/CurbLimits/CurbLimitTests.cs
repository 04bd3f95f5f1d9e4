using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Arrivals;
using DigitalTwin.Mobility.Parking.Choice;
using DigitalTwin.Mobility.Parking.Curbs;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Verification.Mobility.CurbLimits;

/// <summary>
/// What a time limit does to a kerb whose drivers would stay for exponential times of mean m. A limit L at all hours lets in the share 1 - exp(-L/m), whose mean stay is m - L exp(-L/m)/(1 - exp(-L/m)), so that Erlang's first formula
/// holds for that load. A limit from 8:00 to 18:00 lets in who comes at a with the probability 1 - exp(-T(a)/m): T is the limit until 16:00, and from then on the time until 8:00 and the limit.
/// </summary>
public class CurbLimitTests
{
    private const double Hour = 3600, Limit = 2 * Hour;
    private static readonly (string Name, int Bays, double Rate, double Mean)[] Kerbs = [("10 bays, limit 2 h, stays of 1 h", 10, 12 / Hour, Hour), ("10 bays, limit 2 h, stays of 4 h", 10, 25 / Hour, 4 * Hour), ("40 bays, limit 2 h, stays of 2 h", 40, 50 / Hour, 2 * Hour)];

    [Fact]
    public void A_time_limit_takes_the_long_stays_out_of_the_load()
    {
        var (table, rows) = (new VerificationTable(), 3 * Kerbs.Length + 8);
        foreach (var (name, bays, rate, mean) in Kerbs)
        {
            var kerb = QueueTrial.Lot(bays) with { Kind = FacilityKind.Kerb, Policies = [new CurbPolicy(CurbActivity.Parking) { LongestStay = Limit }] };
            var batch = 4000 / rate;
            var tallies = QueueTrial.Run(name, kerb, rate, new(mean, mean, TasteLaw.Exponential), default, 20 * mean, batch);
            var refused = Math.Exp(-Limit / mean);
            var load = rate * (1 - refused) * (mean - Limit * refused / (1 - refused));
            var lost = SearchTime.ErlangLoss(load, bays);
            Add("share that would stay too long", refused, t => (double)t.TurnedAwayNotPermitted / t.Arrivals);
            Add("of the others, share turned away", lost, t => (double)t.TurnedAwayFull / (t.Arrivals - t.TurnedAwayNotPermitted));
            Add("bays taken", load * (1 - lost), t => t.OccupiedTime / batch);

            void Add(string quantity, double published, Func<FacilityTally, double> measure)
            {
                var (found, _, half) = QueueTrial.Of(tallies, rows, measure);
                table.Add(name, quantity, published, found, half);
            }
        }
        ByHour(table, rows);
        table.AssertAll();
        if (ReadmeTable.IsWanted) ReadmeTable.Write("src/DigitalTwin.Mobility/README.md", "curb-limits", table.ToString());
    }

    private static void ByHour(VerificationTable table, int rows)
    {
        const double Mean = 3 * Hour;
        var kerb = QueueTrial.Lot(100_000) with { Kind = FacilityKind.Kerb, Policies = [new CurbPolicy(CurbActivity.Parking) { LongestStay = Limit, Hours = [new WeekTime(WeekTime.EveryDay, 8 * Hour, 18 * Hour)] }] };
        var clock = new LocalClock(new DateTimeOffset(2025, 7, 7, 0, 0, 0, TimeSpan.FromHours(8)));
        var model = new ParkingModel(new([kerb], []), [DriverGroups.Default[0]], clock);
        var state = model.InitialState();
        var (came, entered) = (new int[24], new int[24]);
        foreach (var arrival in new PoissonArrivals { Facility = 0, Id = "limit by day", Rates = [40 / Hour], Dwell = new(Mean, Mean, TasteLaw.Exponential) }.From(new KeyedRandom(20250708), clock))
        {
            if (arrival.Time >= 200 * 24 * Hour) break;
            var hour = (int)(clock.TimeOfDay(arrival.Time) / Hour);
            came[hour]++;
            if (model.Arrive(state, 0, arrival.Request, arrival.Time, QueueTrial.Nobody.Told) == ArrivalOutcome.Entered) entered[hour]++;
        }
        foreach (var hour in (int[])[1, 6, 7, 9, 15, 16, 17, 21])
        {
            var share = Admitted(hour, Mean);
            var half = NormalQuantile(rows) * Math.Sqrt(share * (1 - share) / came[hour]);
            table.Add($"limit 2 h from 8:00 to 18:00, stays of 3 h", $"share let in from {hour}:00 to {hour + 1}:00", share, (double)entered[hour] / came[hour], half);
        }
    }

    /// <summary>The mean of 1 - exp(-T(a)/m) over an hour in which T is constant, or falls by an hour.</summary>
    private static double Admitted(int hour, double mean)
    {
        if (hour is >= 8 and < 16) return 1 - Math.Exp(-Limit / mean);
        var longest = ((hour < 8 ? 8 : 32) - hour) * Hour + Limit;
        return 1 - mean / Hour * (Math.Exp(-(longest - Hour) / mean) - Math.Exp(-longest / mean));
    }

    // Of a two-sided interval that holds for all rows in 99 % of all cases.
    private static double NormalQuantile(int rows) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, 1 - 0.005 / rows);
}
