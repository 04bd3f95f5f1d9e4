using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Demand.Tables;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Randomness;
using FsCheck;
using FsCheck.Fluent;

namespace DigitalTwin.Mobility.Tests.Demand;

/// <summary>Sums are kept, by purpose and hour; and who makes a trip keeps his draws whatever changes elsewhere.</summary>
public class DemandSumsTests
{
    private static readonly string[] Purposes = ["work", "shopping"];
    private static readonly double[] Hours = [0.1, 0.4, 0.3, 0.2];

    private static DemandModel Matrix(IEnumerable<(int From, int To, int Hour, double Trips, string Purpose)> cells, double factor = 1)
    {
        using var file = new MadeFile("origin,destination,from,until,trips,purpose\n" + string.Concat(cells.Select(c => FormattableString.Invariant($"N{c.From},N{c.To},{c.Hour:00}:00,{c.Hour + 1:00}:00,{c.Trips},{c.Purpose}\n"))), "od.csv");
        var (places, problems) = (new PlaceBook(MadeDemand.Ring()), new ProblemList());
        var matrix = OdCsv.Read(file.Path, new Dictionary<string, string>(), [], places, new("purpose", Purposes), new("group of drivers", ["all"]), problems);
        Assert.Empty(problems);
        return new(places.ToPlaces(), [.. Purposes.Select(p => new TripPurpose(p) { Dwell = [new(Departure.EveryDay, DwellDistribution.Lognormal(3600, 1800))] })], ["all"], [], [matrix!], factor);
    }

    private static (int From, int To, int Hour, double Trips, string Purpose)[] Cells(uint seed, bool isWhole)
    {
        var random = new KeyedRandom(seed);
        return [.. from i in Enumerable.Range(0, 12) from purpose in Purposes
                   let at = (ulong)(2 * i + (purpose == "work" ? 0 : 1))
                   select (i % 4, (i % 4 + 1 + i / 4) % 4, 6 + random.Below(12, 1, at), isWhole ? random.Below(40, 2, at) : 40 * random.Uniform(2, at), purpose)];
    }

    private static TripTable Day(DemandModel model, ulong seed = 3) => model.Trips(new KeyedRandom(seed), MadeDemand.Tuesday, 0, 86400);

    private static Dictionary<string, string> Rows(TripTable trips) => Enumerable.Range(0, trips.Count)
        .ToDictionary(t => trips.Ids[t], t => FormattableString.Invariant($"{trips.Origin[t]} {trips.Destination[t]} {trips.Departure[t]:R} {trips.Dwell[t]:R} {trips.Purpose[t]} {trips.Group[t]} {trips.Returns[t]}"));

    [Fact]
    public void Whole_numbers_of_trips_are_driven_to_the_car_by_pair_purpose_and_hour() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(40).WithQuietOnSuccess(true), Prop.ForAll(ArbMap.Default.ArbFor<uint>(), seed =>
        {
            var cells = Cells(seed, isWhole: true);
            var model = Matrix(cells);
            var trips = Day(model);
            var made = Enumerable.Range(0, trips.Count).GroupBy(t => (trips.Places.Node[trips.Origin[t]], trips.Places.Node[trips.Destination[t]], (int)(trips.Departure[t] / 3600), Purposes[trips.Purpose[t]])).ToDictionary(g => g.Key, g => g.Count());
            Assert.Equal(cells.Sum(c => c.Trips), trips.Count);
            foreach (var cell in cells) Assert.Equal(cell.Trips, made.GetValueOrDefault((cell.From, cell.To, cell.Hour, cell.Purpose)));
            for (var purpose = 0; purpose < 2; purpose++) Assert.Equal(cells.Where(c => c.Purpose == Purposes[purpose]).Sum(c => c.Trips), model.Expected(DayOfWeek.Tuesday)[purpose], 1e-9);
        }));

    [Fact]
    public void No_cell_is_more_than_one_car_from_its_number_and_a_change_of_one_leaves_all_others_as_they_were() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(40).WithQuietOnSuccess(true), Prop.ForAll(ArbMap.Default.ArbFor<uint>(), seed =>
        {
            var cells = Cells(seed, isWhole: false);
            var before = Rows(Day(Matrix(cells)));
            var changed = (int)(seed % (uint)cells.Length);
            string IdOf(int cell) => $"N{cells[cell].From}>N{cells[cell].To}/{cells[cell].Hour:00}:00/{cells[cell].Purpose}/";
            for (var cell = 0; cell < cells.Length; cell++) Assert.InRange(before.Keys.Count(id => id.StartsWith(IdOf(cell), StringComparison.Ordinal)), Math.Floor(cells[cell].Trips), Math.Floor(cells[cell].Trips) + 1);
            var after = Rows(Day(Matrix(cells.Select((c, i) => i == changed ? c with { Trips = c.Trips + 7 } : c))));
            Assert.Equal(before.Count + 7, after.Count);
            foreach (var (id, row) in before) Assert.Equal(row, after[id]);
            foreach (var id in after.Keys.Where(id => !before.ContainsKey(id))) Assert.StartsWith(IdOf(changed), id, StringComparison.Ordinal);
        }));

    private static LandUseDemand LandUse(double extraPeople = 0)
    {
        var book = new PlaceBook(MadeDemand.Ring());
        for (var n = 0; n < 4; n++) book.Add($"P{n}", MadeDemand.Longitude[n], MadeDemand.Latitude[n], n);
        DayProfile profile = new(Departure.EveryDay, [.. Hours.Select((share, hour) => ((6.0 + hour) * 3600, (7.0 + hour) * 3600, share))]);
        return new()
        {
            Name = "rates.csv", Roads = MadeDemand.Ring(), Places = book.ToPlaces(),
            Sites = new()
            {
                Zones = [.. Enumerable.Range(0, 4).Select(n => new DemandZone($"Z{n}", n))], LandUse = ["residential", "residential", "office", "shops"], Attributes = ["people", "jobs"],
                Values = [[8000 + extraPeople, 5000, double.NaN, double.NaN], [double.NaN, double.NaN, 6000, 900]],
            },
            Rates =
            [
                new(0, "residential", "people", 1000, 400, 0, Departure.EveryDay, "assumed"), new(0, "*", "jobs", 1, 0, 0.7, Departure.EveryDay, "assumed"),
                new(1, "residential", "people", 1000, 250, 0, Departure.EveryDay, "assumed"), new(1, "shops", "jobs", 1, 0, 3, Departure.EveryDay, "assumed"),
            ],
            PurposeNames = Purposes, Profiles = [[profile], [profile]], Deterrence = new(false, 0.002),
        };
    }

    private static DemandModel Model(LandUseDemand demand) => new(demand.Places, [.. Purposes.Select(p => new TripPurpose(p))], ["all"], [], [demand]);

    [Fact]
    public void Rates_times_units_are_the_trips_of_each_purpose_and_profiles_those_of_each_hour()
    {
        var demand = LandUse();
        double[] expected = [0.4 * 13000, 0.25 * 13000];
        var sums = Model(demand).Expected(DayOfWeek.Tuesday);
        for (var purpose = 0; purpose < 2; purpose++)
        {
            var matrix = demand.Distributions.Single(d => d.Purpose == purpose);
            Assert.True(matrix.Trips.IsBalanced);
            var all = Enumerable.Range(0, 16).Sum(k => matrix.Trips[k / 4, k % 4]);
            Assert.Equal(expected[purpose], all, 1e-8 * all);
            Assert.Equal(expected[purpose], sums[purpose], 1e-9 * all);
        }
        var trips = Day(Model(demand));
        for (var purpose = 0; purpose < 2; purpose++)
        {
            // ⌊x + U⌋ is less than one from x in each of the 16 cells; hours are then a multinomial draw, within 4 deviations.
            var count = trips.Purpose.Count(p => p == purpose);
            Assert.InRange(count, expected[purpose] - 16, expected[purpose] + 16);
            for (var hour = 0; hour < 4; hour++)
            {
                var made = Enumerable.Range(0, trips.Count).Count(t => trips.Purpose[t] == purpose && (int)(trips.Departure[t] / 3600) == 6 + hour);
                Assert.InRange(made, count * Hours[hour] - 4 * Math.Sqrt(count * Hours[hour] * (1 - Hours[hour])), count * Hours[hour] + 4 * Math.Sqrt(count * Hours[hour] * (1 - Hours[hour])));
            }
        }
    }

    [Fact]
    public void More_people_in_one_zone_leave_every_trip_that_both_towns_have_as_it_was()
    {
        var (before, after) = (Rows(Day(Model(LandUse()))), Rows(Day(Model(LandUse(extraPeople: 500)))));
        Assert.All(before.Keys.Where(after.ContainsKey), id => Assert.Equal(before[id], after[id]));
        // The offices fill up more, so that some pairs share other trips; nearly all trips are in both towns.
        Assert.True(before.Keys.Count(after.ContainsKey) > 0.97 * before.Count);
        Assert.InRange(after.Count - before.Count, 500 * 0.65 - 32, 500 * 0.65 + 32);
    }
}
