using DigitalTwin.Mobility.Parking;
using FsCheck;
using FsCheck.Fluent;
using static DigitalTwin.Mobility.Tests.Parking.MadeParking;

namespace DigitalTwin.Mobility.Tests.Parking;

public class LotPropertyTests
{
    private static void Always(Action<ParkingModel, Random> holds) =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => holds(AnyModel(new Random(seed)), new Random(seed + 1))).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_car_that_turned_up_was_turned_away_or_waits_or_gave_up_or_is_inside_or_has_left() => Always((model, random) =>
    {
        var state = model.InitialState();
        var count = new Count();
        var sum = default(FacilityTally);
        Drive(model, state, random, count, 300, (time, _) =>
        {
            var t = model.TakeTally(state, 0, time);
            sum = new FacilityTally
            {
                Arrivals = sum.Arrivals + t.Arrivals, Entered = sum.Entered + t.Entered, Departures = sum.Departures + t.Departures, Reneged = sum.Reneged + t.Reneged,
                TurnedAwayFull = sum.TurnedAwayFull + t.TurnedAway, Revenue = sum.Revenue + t.Revenue,
            };
            Assert.Equal(sum.Arrivals, sum.Entered + sum.TurnedAwayFull + sum.Reneged + state.Queue[0]);
            Assert.Equal((sum.Departures, sum.Reneged, sum.Revenue), (count.Left, count.Reneged, count.Paid));
            Assert.InRange(sum.Entered, sum.Departures + state.Occupied[0], long.MaxValue);
        });
        model.Advance(state, 0, 1e9, count);
        Assert.Equal((0, 0, 0), (state.Occupied[0], state.ChargersTaken[0], state.ChargersOn[0]));
        Assert.Equal(sum.Entered + model.TakeTally(state, 0, 1e9).Entered, count.Left);
    });

    [Fact]
    public void A_lot_whose_spaces_are_not_cut_never_holds_more_cars_than_spaces() => Always((model, random) =>
    {
        var state = model.InitialState();
        Drive(model, state, random, new Count(), 300, (_, _) =>
        {
            Assert.InRange(state.Occupied[0], 0, state.Capacity[0]);
            Assert.InRange(state.Queue[0], 0, model.Supply.Facilities[0].QueuePlaces ?? state.Capacity[0]);
            Assert.InRange(state.ChargersTaken[0], state.ChargersOn[0], model.Supply.Facilities[0].Chargers);
        }, resize: false);
    });

    [Fact]
    public void A_state_that_was_saved_goes_on_to_the_same_bits() => Always((model, random) =>
    {
        var seed = random.Next();
        var state = model.InitialState();
        Drive(model, state, random, new Count(), 100, (_, _) => { });
        var saved = Bytes(state);
        var again = model.InitialState();
        again.Load(new BinaryReader(new MemoryStream(saved)));
        Assert.Equal(saved, Bytes(again));
        var (first, second) = (new Diary(), new Diary());
        Drive(model, state, new Random(seed), first, 100, (_, _) => { }, from: 1e6);
        Drive(model, again, new Random(seed), second, 100, (_, _) => { }, from: 1e6);
        Assert.Equal(first.Lines, second.Lines);
        Assert.Equal(Bytes(state), Bytes(again));
    });

    [Fact]
    public void It_does_not_matter_how_often_a_lot_is_advanced_in_between() => Always((model, random) =>
    {
        var seed = random.Next();
        var (often, seldom) = (model.InitialState(), model.InitialState());
        var (first, second) = (new Diary(), new Diary());
        Drive(model, often, new Random(seed), first, 100, (_, _) => { }, pieces: 7);
        Drive(model, seldom, new Random(seed), second, 100, (_, _) => { }, pieces: 1);
        Assert.Equal(first.Lines, second.Lines);
    });

    [Fact]
    public void A_damaged_or_foreign_state_is_refused()
    {
        var model = Model(Lot(5));
        var state = model.InitialState();
        model.Arrive(state, 0, Car(1, 100), 0, new Count());
        var bytes = Bytes(state);
        for (var length = 0; length < bytes.Length; length += 7)
            Assert.Throws<InvalidDataException>(() => model.InitialState().Load(new BinaryReader(new MemoryStream(bytes, 0, length))));
        var two = new ParkingModel(new ParkingSupply([Lot(5), Lot(5) with { Id = "P-2" }], []), [Anybody], Clock);
        Assert.Contains("other roads or parking", Assert.Throws<InvalidDataException>(() => two.InitialState().Load(new BinaryReader(new MemoryStream(bytes)))).Message, StringComparison.Ordinal);
    }

    /// <summary>Arrivals, bookings, closures and changes at random times.</summary>
    private static void Drive(ParkingModel model, ParkingState state, Random random, IParkingEvents events, int steps, Action<double, ArrivalOutcome> after, bool resize = true, double from = 0, int pieces = 1)
    {
        var time = from;
        for (var i = 0; i < steps; i++)
        {
            var next = time + random.Next(0, 400);
            for (var piece = 1; piece <= pieces; piece++) model.Advance(state, 0, time + ((next - time) * piece / pieces), events);
            time = next;
            switch (random.Next(12))
            {
                case 0: state.SetClosed(0, !state.Closed[0], time); break;
                case 1 when resize: state.SetCapacity(0, random.Next(0, 12), time); break;
                case 2: model.Book(state, 0, i, time + random.Next(0, 500), time + 500 + random.Next(1, 2000), random.Next(2) == 0); break;
                case 3: state.SetHeldSpaces(0, random.Next(3), 0b10, time); break;
                case 4: state.SetSharedWith(0, (ulong)random.Next(4), time); break;
            }
            var outcome = model.Arrive(state, 0, Car(i, random.Next(0, 5000), random.Next(0, 600), random.Next(2), random.Next(4) == 0, random.Next(2) * 1e7, random.Next(6) == 0), time, events);
            after(time, outcome);
        }
    }

    private static ParkingModel AnyModel(Random random) => Model(
        Lot(random.Next(1, 12)) with
        {
            QueuePlaces = random.Next(0, 7) is var places and < 6 ? places : null,
            EntranceRate = random.Next(2) == 0 ? double.PositiveInfinity : 0.05,
            ExitRate = random.Next(2) == 0 ? double.PositiveInfinity : 0.05,
            Chargers = random.Next(2),
            ChargerPower = 7000,
            ChargersOpenToAll = random.Next(2) == 0,
            Access = random.Next(2) == 0 ? [] : [new(Daily("06:00", "10:00"), []), new(Daily("10:00", "06:00"), ["residents"])],
            Tariff = 0,
        }, Boards.Garage);

    private static byte[] Bytes(ParkingState state)
    {
        using var stream = new MemoryStream();
        state.Save(new BinaryWriter(stream));
        return stream.ToArray();
    }

    private sealed class Count : IParkingEvents
    {
        public long Left { get; private set; }

        public long Reneged { get; private set; }

        public long Paid { get; private set; }

        public void Parked(int facility, int driver, double time)
        {
        }

        void IParkingEvents.Reneged(int facility, int driver, double time) => Reneged++;

        void IParkingEvents.Left(int facility, int driver, double time, long paid) => (Left, Paid) = (Left + 1, Paid + paid);
    }
}
