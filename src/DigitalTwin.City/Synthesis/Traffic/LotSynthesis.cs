using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Cities.Maps.Parking;
using DigitalTwin.Mobility.Parking;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Synthesis.Traffic;

/// <summary>
/// Writes the lots of quarters by the use of land: garages under estates for residents and their guests, lots of offices with spaces for guests and, some of them, shared with residents at night, public lots and garages at shops,
/// a shopping centre, a hospital, a lot to park and ride. Each is sized for what stands at its fullest time, some too small, some too large, so that here and there a lot fills up.
/// </summary>
internal sealed class LotSynthesis(GeoJsonWriter writer, RoadSynthesis roads)
{
    private const int SmallestLot = 24, LargestLot = 600;
    private static readonly IReadOnlyList<WeekTime> OfficeHours = Hours("Mo-Fr 06:30-20:30"), Nights = Hours("Su-Th 18:30-08:00; Fr 18:30-24:00; Sa 00:00-24:00; Su 00:00-18:30"), ShopHours = Hours("07:00-24:00");

    private int count;

    /// <summary>Number of lots.</summary>
    public int Count => count;

    /// <summary>Spaces in all of them.</summary>
    public long Spaces { get; private set; }

    /// <summary>Spaces with a charger.</summary>
    public long Chargers { get; private set; }

    public void Add(Quarter quarter, QuarterRoads streets, QuarterSites sites, int firstStreet, ZonePlan zone, Draws draws, int first)
    {
        var (people, jobs, shops) = (zone.Corners.Sum(i => (double)quarter.Use.People[i]), zone.Corners.Sum(i => sites.Jobs[i]), zone.Corners.Sum(i => sites.ShopArea[i]));
        var isMall = zone.Corners.Contains(sites.Mall);
        var mall = isMall ? QuarterSites.MallArea(quarter.Grid) : 0;
        var workers = jobs * CarRates.WorkPerJob * CarRates.WorkStanding;
        var shoppers = ShopPeak(shops - mall);
        Make("estate", people * CarRates.HomePerPerson * CarRates.HomeStanding * draws.Between(first, 0.7, 1.15), i => quarter.Use.People[i], Estate);
        Make("office", (workers + jobs * CarRates.BusinessPerJob * CarRates.BusinessStanding) * draws.Between(first + 1, 0.8, 1.12), i => sites.Jobs[i], Office);
        Make("public", (shoppers + 0.18 * workers) * draws.Between(first + 2, 0.65, 1.1), i => sites.ShopArea[i], Public);
        if (isMall) Make("mall", ShopPeak(mall) * 0.85, i => i == sites.Mall ? 1 : 0, Centre);
        if (zone.Corners.Contains(sites.Hospital)) Make("hospital", QuarterSites.Beds(quarter.Grid) * CarRates.HospitalPerBed * CarRates.HospitalStanding * 0.62, i => i == sites.Hospital ? 1 : 0, Hospital);
        if (zone.Corners.Contains(sites.Station)) Make("station", QuarterSites.Riders(quarter.Grid) * CarRates.RidersStanding * 0.9, i => i == sites.Station ? 1 : 0, Station);

        void Make(string purpose, double spaces, Func<int, double> weight, Func<ParkingFeature, Draws, int, ParkingFeature> with)
        {
            if (spaces < SmallestLot || zone.Corners.All(i => streets.At(i).Count == 0)) return;
            var lots = purpose is "mall" or "hospital" or "station" ? 1 : (int)Math.Ceiling(spaces / LargestLot);
            int[] corners = [.. zone.Corners.Where(i => streets.At(i).Count > 0).OrderByDescending(weight).ThenBy(i => i)];
            for (var k = 0; k < lots; k++)
            {
                var corner = corners[k % corners.Length];
                var draw = first + 10 + 100 * k + purpose.Length * 10;
                var (street, side, at) = Beside(quarter.Grid, streets, corner, draws, draw);
                var lot = new ParkingFeature
                {
                    Id = $"P-{++count}",
                    Geometry = new Point(at),
                    Kind = ParkingKind.Surface,
                    Capacity = Math.Max(SmallestLot, (int)Math.Round(spaces / lots)),
                    Road = $"S-{firstStreet + street}",
                    Side = side,
                    Others = [new("use", GeoValue.Of(purpose))],
                };
                Write(with(lot, draws, draw));
            }
        }
    }

    private static double ShopPeak(double area) => area / 100 * (CarRates.ShoppingPerArea * CarRates.ShoppingStanding + CarRates.LeisurePerArea * CarRates.LeisureStanding);

    private static ParkingFeature Estate(ParkingFeature lot, Draws draws, int draw) =>
        Named(Barriers(lot with { Kind = ParkingKind.Underground, Levels = lot.Capacity > 250 ? 2 : 1, AccessGroups = ["residents", "visitors"], Tariff = "estate" }, 300, 4), "Court garage", "苑地下车库") is var made && draws.Uniform(draw + 3) < 0.4
            ? Charging(made, 0.06, 7_000) : made;

    private static ParkingFeature Office(ParkingFeature lot, Draws draws, int draw)
    {
        var made = Named(Barriers(lot, 360, 5), "Building car park", "大厦停车场") with
        {
            Kind = lot.Capacity > 120 ? ParkingKind.Underground : ParkingKind.Surface,
            Levels = lot.Capacity > 250 ? 2 : 1,
            OpeningHours = OfficeHours,
            AccessGroups = ["commuters", "visitors"],
            Reserves = [.. Hours("Mo-Fr 08:00-18:00").Select(when => new SpaceReserve(Math.Max(3, lot.Capacity / 12), ["visitors"], when))],
            Tariff = "office",
        };
        if (draws.Uniform(draw + 4) < 0.5) made = Charging(made, 0.06, 7_000);
        return draws.Uniform(draw + 3) < 0.4 ? made with { SharedHours = Nights, SharedWith = ["residents"] } : made;
    }

    private static ParkingFeature Public(ParkingFeature lot, Draws draws, int draw) =>
        Named(Barriers(lot, 300, 6), "Market car park", "市场停车场") is var made && lot.Capacity > 50
            ? Charging(made with { Kind = draws.Uniform(draw + 3) < 0.5 ? ParkingKind.MultiStorey : ParkingKind.Underground, Levels = lot.Capacity > 250 ? 4 : 2, LevelTime = 40, OpeningHours = ShopHours, Tariff = "centre" }, 0.06, 60_000)
            : made with { Tariff = "public" };

    private static ParkingFeature Centre(ParkingFeature lot, Draws draws, int draw) =>
        Charging(Named(Barriers(lot, 600, 16), "Shopping Centre", "购物中心") with { Kind = ParkingKind.Underground, Levels = 3, LevelTime = 45, OpeningHours = ShopHours, Tariff = "mall" }, 0.08, 60_000);

    private static ParkingFeature Hospital(ParkingFeature lot, Draws draws, int draw) =>
        Named(Barriers(lot, 420, 20), "Hospital", "医院") with { Kind = ParkingKind.MultiStorey, Levels = 4, LevelTime = 40, Tariff = "hospital" };

    private static ParkingFeature Station(ParkingFeature lot, Draws draws, int draw) =>
        Charging(Named(Barriers(lot, 480, 10), "Metro park and ride", "地铁换乘停车场") with { Tariff = "park-and-ride" }, 0.04, 7_000);

    private static ParkingFeature Barriers(ParkingFeature lot, double carsPerHour, int queue) =>
        lot with { EntranceRate = carsPerHour / 3600, ExitRate = carsPerHour / 3600, QueuePlaces = queue };

    private static ParkingFeature Charging(ParkingFeature lot, double share, double power) =>
        lot with { Chargers = Math.Max(2, (int)(share * lot.Capacity)), ChargerPower = power, ChargersOpenToAll = power < 10_000 };

    private static ParkingFeature Named(ParkingFeature lot, string en, string zh)
    {
        var (wordEn, wordZh) = InventedNames.Place(int.Parse(lot.Id.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture));
        return lot with { NameEn = $"{wordEn} {en}", NameZh = wordZh + zh };
    }

    private void Write(ParkingFeature lot)
    {
        (Spaces, Chargers) = (Spaces + lot.Capacity, Chargers + lot.Chargers);
        writer.Write(ParkingFeatureWriter.AsFeature(lot));
    }

    /// <summary>A place beside a street at a corner, on a side street where there is one.</summary>
    private (int Street, RoadSide Side, Coordinate At) Beside(StreetGrid grid, QuarterRoads streets, int corner, Draws draws, int draw)
    {
        var near = streets.At(corner);
        var sides = near.Where(k => !streets.Streets[k].IsMain).ToArray();
        var choice = sides.Length > 0 ? sides : [.. near];
        var street = choice[(int)(draws.Uniform(draw) * choice.Length)];
        var side = draws.Uniform(draw + 1) < 0.5 ? RoadSide.Right : RoadSide.Left;
        var (a, b) = (streets.Streets[street].A, streets.Streets[street].B);
        var (length, along) = (grid.Distance(a, b), draws.Between(draw + 2, 0.4, 0.6));
        var aside = (side == RoadSide.Right ? 1 : -1) * Math.Min(28, 0.3 * length) / length;
        var (dx, dy) = (grid.X[b] - grid.X[a], grid.Y[b] - grid.Y[a]);
        return (street, side, roads.At(grid.X[a] + along * dx + aside * dy, grid.Y[a] + along * dy - aside * dx));
    }

    private static IReadOnlyList<WeekTime> Hours(string text) => WeekHours.TryParse(text, out var times, out var problem) ? times : throw new FormatException(problem);
}
