using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Arrivals;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Mobility.Parking.Tariffs;
using DigitalTwin.Numerics.Randomness;
using static DigitalTwin.Mobility.Tests.Parking.MadeParking;

namespace DigitalTwin.Mobility.Tests.Parking;

/// <summary>Lots without roads, as the README shows them.</summary>
public class StandaloneLotTests
{
    private static readonly double[] PerHour = [.. Enumerable.Range(0, 24).Select(hour => (hour is >= 8 and < 20 ? 60 : 6) / 3600.0)];

    private static readonly ParkingFacility Lot07 = Lot(120) with { Id = "P-07", QueuePlaces = 10, EntranceRate = 1 / 8.0, Tariff = 0 };

    private static PoissonArrivals Cars(int facility = 0, string id = "P-07") => new()
    {
        Facility = facility, Id = id, Rates = PerHour, Dwell = new Taste(5400, 4000, TasteLaw.LogNormal), Patience = new Taste(600, 600, TasteLaw.Exponential),
    };

    [Fact]
    public void A_day_of_a_garage_needs_no_roads()
    {
        var tariff = TariffBuilder.Build(new TariffSource
        {
            Id = "garage",
            Plan = new PlanSource
            {
                FreeTime = 900, FreeRule = FreeTimeRule.LostWhenExceeded, CapPerDay = 40,
                Windows = [new WindowSource(default, WeekTime.Always, [new StepSource(default, 0, 3600, 5), new StepSource(default, 3600, 1800, 3)])],
            },
        });
        var model = new ParkingModel(new ParkingSupply([Lot07], [tariff]), DriverGroups.Default, Clock);
        var state = model.InitialState();
        model.Run(state, Cars().From(new KeyedRandom(7), Clock), until: 86400);
        var day = model.TakeTally(state, 0, 86400);
        Assert.InRange(day.Arrivals, 700, 890); // 792 on average
        Assert.Equal(day.Arrivals, day.Entered + day.TurnedAwayFull + day.Reneged + state.Queue[0]);
        Assert.InRange(day.OccupiedTime / day.Entered, 4800, 6000);
        Assert.InRange((double)day.Revenue / day.Departures, 500, 1500);
    }

    [Fact]
    public void Arrivals_follow_the_time_of_day()
    {
        var cars = Cars().From(new KeyedRandom(7), Clock).TakeWhile(a => a.Time < 10 * 86400).ToList();
        Assert.InRange(cars.Count(a => Clock.TimeOfDay(a.Time) is >= 28800 and < 72000), 7200 - 255, 7200 + 255);
        Assert.InRange(cars.Count(a => Clock.TimeOfDay(a.Time) is < 28800 or >= 72000), 720 - 81, 720 + 81);
        Assert.True(cars.Zip(cars.Skip(1)).All(pair => pair.First.Time < pair.Second.Time));
    }

    [Fact]
    public void A_higher_rate_brings_the_same_cars_and_more()
    {
        var few = Cars() with { Rates = [0.005, 0.02] };
        var more = Cars() with { Rates = [0.015, 0.02] };
        var first = few.From(new KeyedRandom(7), Clock).TakeWhile(a => a.Time < 86400).ToList();
        var second = more.From(new KeyedRandom(7), Clock).TakeWhile(a => a.Time < 86400).ToHashSet();
        Assert.True(second.Count > first.Count + 300);
        Assert.All(first, car => Assert.Contains(car, second));
    }

    [Fact]
    public void Facilities_are_advanced_on_any_thread_to_the_same_bits()
    {
        var supply = new ParkingSupply([.. Enumerable.Range(0, 8).Select(i => Lot07 with { Id = $"P-{i}", Capacity = 30 + i, Tariff = -1 })], []);
        var model = new ParkingModel(supply, [Anybody], Clock);
        var streams = Enumerable.Range(0, 8).Select(i => Cars(i, $"P-{i}").From(new KeyedRandom(3), Clock).TakeWhile(a => a.Time <= 86400).ToList()).ToList();
        var (together, apart) = (model.InitialState(), model.InitialState());
        model.Run(together, PoissonArrivals.Merge(streams), 86400);
        Parallel.For(0, 8, i =>
        {
            foreach (var car in streams[i]) model.Arrive(apart, i, car.Request, car.Time, new Diary());
            model.Advance(apart, i, 86400, new Diary());
        });
        Assert.Equal(Bytes(together), Bytes(apart));
    }

    [Fact]
    public void A_lot_at_work_asks_for_no_memory()
    {
        var model = Model(Lot(50) with { QueuePlaces = 10, EntranceRate = 0.1, Access = [new(Daily("06:00", "05:00"), [])], Reserves = [new(3, ["residents"], Daily("08:00", "18:00"))], Tariff = 0 }, Boards.Garage);
        var state = model.InitialState();
        var cars = Cars().From(new KeyedRandom(5), Clock).TakeWhile(a => a.Time <= 3 * 86400).ToArray();
        var half = cars.Length / 2;
        var nobody = new Nobody();
        void Feed(ReadOnlySpan<ParkingArrival> some)
        {
            foreach (var car in some) model.Arrive(state, 0, car.Request with { Driver = -1 }, car.Time, nobody);
        }

        Feed(cars.AsSpan(0, half));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Feed(cars.AsSpan(half));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16_384); // a list may grow once more
    }

    [Fact]
    public void A_run_may_begin_with_more_cars_than_spaces()
    {
        var diary = new Diary();
        var model = Model(Lot(2));
        var state = model.InitialState(1000);
        for (var i = 1; i <= 3; i++) model.Place(state, 0, Car(i < 3 ? -1 : 3, 100 * i), 1000);
        Assert.Equal(3, state.Occupied[0]);
        Assert.Equal(ArrivalOutcome.Full, model.Arrive(state, 0, Car(4, 10), 1150, diary));
        Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(5, 10), 1200, diary));
        model.Advance(state, 0, 2000, diary);
        Assert.Equal(["parked 5 at 1200", "left 5 at 1210 paid 0", "left 3 at 1300 paid 0"], diary.Lines);
    }

    private static byte[] Bytes(ParkingState state)
    {
        using var stream = new MemoryStream();
        state.Save(new BinaryWriter(stream));
        return stream.ToArray();
    }

    private sealed class Nobody : IParkingEvents
    {
        public void Parked(int facility, int driver, double time) => throw new InvalidOperationException("Nobody is told of nobody.");

        public void Reneged(int facility, int driver, double time) => throw new InvalidOperationException("Nobody is told of nobody.");

        public void Left(int facility, int driver, double time, long paid) => throw new InvalidOperationException("Nobody is told of nobody.");
    }
}
