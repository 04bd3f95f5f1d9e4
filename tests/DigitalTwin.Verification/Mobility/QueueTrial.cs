using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Arrivals;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Numerics.Statistics;

namespace DigitalTwin.Verification.Mobility;

/// <summary>One lot fed by Poisson arrivals for a long time, cut into batches after a warm-up, so that the mean of each measure has a confidence interval (batch means; Law 2015, 9.5.3).</summary>
internal static class QueueTrial
{
    public const double Dwell = 1000;

    private static readonly LocalClock Clock = new(new DateTimeOffset(2025, 7, 7, 0, 0, 0, TimeSpan.FromHours(8)));

    public static ParkingFacility Lot(int spaces) => new()
    {
        Id = "lot", Kind = FacilityKind.Lot, Link = 0, ExitNode = 0, Longitude = 114.4, Latitude = 30.5, Capacity = spaces,
    };

    /// <summary>Runs it and takes a tally for each batch.</summary>
    /// <param name="name">Name of the case: the key of its draws, so that cases are independent.</param>
    /// <param name="lot">Lot.</param>
    /// <param name="rate">Arrivals per s.</param>
    /// <param name="dwell">Dwell, s.</param>
    /// <param name="patience">Patience, s.</param>
    /// <param name="warmUp">s.</param>
    /// <param name="batch">Length of a batch, s.</param>
    /// <param name="batches">How many.</param>
    public static IReadOnlyList<FacilityTally> Run(string name, ParkingFacility lot, double rate, Taste dwell, Taste patience, double warmUp, double batch, int batches = 20)
    {
        var model = new ParkingModel(new ParkingSupply([lot], []), [DriverGroups.Default[0]], Clock);
        var state = model.InitialState();
        var arrivals = new PoissonArrivals { Facility = 0, Id = name, Rates = [rate], Dwell = dwell, Patience = patience };
        var tallies = new List<FacilityTally>();
        var end = warmUp;
        foreach (var arrival in arrivals.From(new KeyedRandom(20250708), Clock))
        {
            while (arrival.Time > end)
            {
                model.Advance(state, 0, end, Nobody.Told);
                tallies.Add(model.TakeTally(state, 0, end));
                if (tallies.Count > batches) return tallies[1..];
                end += batch;
            }
            model.Arrive(state, 0, arrival.Request, arrival.Time, Nobody.Told);
        }
        throw new InvalidOperationException("The arrivals ended.");
    }

    /// <summary>Mean over batches, and the halves of its 99 % interval and of that which holds for as many measures at once as a table has (Bonferroni).</summary>
    public static (double Mean, double Half, double HalfOfAll) Of(IReadOnlyList<FacilityTally> tallies, int measures, Func<FacilityTally, double> measure)
    {
        var sample = Sample.Of([.. tallies.Select(measure)]);
        double half(double confidence) => (sample.IntervalOfMean(confidence)!.Value.High - sample.IntervalOfMean(confidence)!.Value.Low) / 2;
        return (sample.Mean, half(0.99), half(1 - (0.01 / measures)));
    }

    internal sealed class Nobody : IParkingEvents
    {
        public static Nobody Told { get; } = new();

        public void Parked(int facility, int driver, double time)
        {
        }

        public void Reneged(int facility, int driver, double time)
        {
        }

        public void Left(int facility, int driver, double time, long paid)
        {
        }
    }
}
