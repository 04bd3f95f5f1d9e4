using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Arrivals;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Verification.Mobility;

/// <summary>A lot fed by Poisson arrivals that follow the time of day, looked at at regular instants.</summary>
internal static class SimulatedLot
{
    public static readonly DateTimeOffset Monday = new(2025, 6, 2, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Cars in the lot at every look, the first at midnight after <paramref name="warmUp"/> days, and the cars that came and that were let in from then on.</summary>
    /// <param name="name">Key of the draws.</param>
    /// <param name="spaces">Spaces.</param>
    /// <param name="rates">Arrivals per s in equal parts of the day.</param>
    /// <param name="dwell">Dwell, s.</param>
    /// <param name="days">Days.</param>
    /// <param name="look">Time between looks, s.</param>
    /// <param name="warmUp">Days before.</param>
    public static (int[] Cars, int Came, int Entered, int[] EnteredByHour) Run(string name, int spaces, IReadOnlyList<double> rates, Taste dwell, int days, double look, int warmUp = 2)
    {
        var clock = new LocalClock(Monday);
        var model = new ParkingModel(new([QueueTrial.Lot(spaces)], []), [DriverGroups.Default[0]], clock);
        var state = model.InitialState();
        var (cars, came, entered, byHour) = (new List<int>(), 0, 0, new int[24]);
        var (begin, end) = (86400.0 * warmUp, 86400.0 * (warmUp + days));
        void LookUntil(double time)
        {
            for (var next = begin + cars.Count * look; next <= time && next < end; next = begin + cars.Count * look)
            {
                model.Advance(state, 0, next, QueueTrial.Nobody.Told);
                cars.Add(state.Occupied[0]);
            }
        }

        foreach (var arrival in new PoissonArrivals { Facility = 0, Id = name, Rates = rates, Dwell = dwell }.From(new KeyedRandom(20250708), clock))
        {
            LookUntil(Math.Min(arrival.Time, end));
            if (arrival.Time >= end) break;
            var outcome = model.Arrive(state, 0, arrival.Request, arrival.Time, QueueTrial.Nobody.Told);
            if (arrival.Time < begin) continue;
            came++;
            if (outcome != ArrivalOutcome.Entered) continue;
            entered++;
            byHour[(int)(clock.TimeOfDay(arrival.Time) / 3600)]++;
        }
        return ([.. cars], came, entered, byHour);
    }
}
