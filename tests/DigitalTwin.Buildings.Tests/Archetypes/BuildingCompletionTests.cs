using DigitalTwin.Buildings.Archetypes;
using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Records;
using DigitalTwin.Numerics.Diagnostics;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Buildings.Tests.Archetypes;

public class BuildingCompletionTests
{
    private static readonly CompletionContext Wuhan = new() { Zone = ClimateZone.HotSummerColdWinter, Longitude = 114.4, Latitude = 30.5 };

    private static readonly BuildingRecord Slab = new()
    {
        Id = "B-1", Use = new(BuildingUse.Residential, "plan"), Year = new(1995, "plan"), Height = new(18, "plan"), Footprint = new(Box(0, 0, 40, 12), "plan"),
    };

    [Fact]
    public void A_footprint_and_a_height_make_a_whole_building()
    {
        var building = ArchetypeTable.Shipped.Complete(Slab, Wuhan);
        Assert.Equal(6, building.Storeys);
        Assert.Equal(6 * 480, building.Zone.FloorArea, 9);
        Assert.Equal(480 * 18 * 0.8, building.Zone.Volume, 9);
        var walls = building.Zone.Opaque.Where(s => s.Kind == SurfaceKind.Wall).Sum(s => s.Area) + building.Zone.Windows.Sum(w => w.Area);
        Assert.Equal(2 * (40 + 12) * 18, walls, 9);
        Assert.Equal(480, building.Zone.Opaque.Single(s => s.Kind == SurfaceKind.Roof).Area, 9);
        Assert.Equal(Exposure.Ground, building.Zone.Opaque.Single(s => s.Kind == SurfaceKind.Floor).Exposure);
    }

    [Fact]
    public void Windows_are_cut_out_of_each_wall_by_the_share_of_its_side()
    {
        var building = ArchetypeTable.Shipped.Complete(Slab, Wuhan);
        var archetype = ArchetypeTable.Shipped.Find(BuildingUse.Residential, 1995, ClimateZone.HotSummerColdWinter);
        Assert.Equal(40 * 18 * archetype.WindowShare.South, building.Zone.Windows.Single(w => Math.Abs(w.Azimuth - 180) < 1e-9).Area, 9);
        Assert.Equal(40 * 18 * (1 - archetype.WindowShare.North), building.Zone.Opaque.Single(s => s.Kind == SurfaceKind.Wall && s.Azimuth < 1e-9).Area, 9);
        Assert.Equal(12 * 18 * archetype.WindowShare.East, building.Zone.Windows.Single(w => Math.Abs(w.Azimuth - 90) < 1e-9).Area, 9);
    }

    [Fact]
    public void Every_value_says_where_it_came_from()
    {
        var record = ArchetypeTable.Shipped.Complete(Slab, Wuhan).Record;
        Assert.Equal("plan", record.Year!.Source);
        Assert.Equal("derived height / 3.0 m", record.Storeys!.Source);
        Assert.Equal("derived footprint x storeys", record.FloorArea!.Source);
        Assert.Equal("archetype residential-before-2001-hscw", record.Households!.Source);
        Assert.Equal("assumption: the place given", record.Longitude!.Source);
    }

    [Fact]
    public void What_a_record_says_is_never_overruled()
    {
        var building = ArchetypeTable.Shipped.Complete(Slab with { Storeys = new(5, "plan"), FloorArea = new(2000, "register"), Households = new(30, "register"), Occupants = new(77, "census") }, Wuhan);
        Assert.Equal((5, 2000.0, 30, 77.0), (building.Storeys, building.Zone.FloorArea, building.Households, building.Occupants));
        Assert.Equal("census", building.Record.Occupants!.Source);
    }

    [Fact]
    public void No_heat_flows_through_a_wall_against_a_neighbour_as_high_as_the_neighbour_is()
    {
        var row = Wuhan with { Neighbours = [new(Box(40, 0, 80, 12), 9), new(Box(-30, 0, 0, 6), 30)] };
        var building = ArchetypeTable.Shipped.Complete(Slab, row);
        var shared = building.Zone.Opaque.Where(s => s.Exposure == Exposure.Adiabatic).ToDictionary(s => (int)Math.Round(s.Azimuth), s => s.Area);
        Assert.Equal(12 * 9, shared[90], 9);
        Assert.Equal(6 * 18, shared[270], 9);
        Assert.Equal(2, shared.Count);
    }

    [Fact]
    public void A_neighbour_across_a_gap_shares_nothing()
    {
        var building = ArchetypeTable.Shipped.Complete(Slab, Wuhan with { Neighbours = [new(Box(42, 0, 80, 12), 18)] });
        Assert.DoesNotContain(building.Zone.Opaque, s => s.Exposure == Exposure.Adiabatic);
    }

    [Fact]
    public void Degrees_are_measured_on_the_ellipsoid()
    {
        // A hundredth of a degree at 30° N: 1,108.52 m of meridian and 964.86 m of parallel.
        var building = ArchetypeTable.Shipped.Complete(Slab with { Footprint = new(Box(114, 29.995, 114.01, 30.005), "plan"), Crs = "EPSG:4326" }, Wuhan);
        Assert.Equal(1108.52 * 964.86, building.Zone.FloorArea / 6, 1108.52 * 964.86 * 2e-5);
        Assert.Equal(114.005, building.Longitude, 6);
    }

    [Fact]
    public void A_hole_takes_area_and_gives_walls()
    {
        var court = new Polygon(new LinearRing(Ring(0, 0, 40, 40)), [new LinearRing(Ring(10, 10, 30, 30))]);
        var building = ArchetypeTable.Shipped.Complete(Slab with { Footprint = new(court, "plan") }, Wuhan);
        Assert.Equal(6 * 1200, building.Zone.FloorArea, 9);
        Assert.Equal((160 + 80) * 18, building.Zone.Opaque.Where(s => s.Kind == SurfaceKind.Wall).Sum(s => s.Area) + building.Zone.Windows.Sum(w => w.Area), 6);
    }

    [Fact]
    public void A_circle_has_sixteen_walls_and_loses_no_area()
    {
        var building = ArchetypeTable.Shipped.Complete(Slab with { Footprint = new(new Point(0, 0).Buffer(10, 32), "plan") }, Wuhan);
        var walls = building.Zone.Opaque.Where(s => s.Kind == SurfaceKind.Wall).ToArray();
        Assert.Equal(16, walls.Length);
        Assert.Equal(128 * 2 * 10 * Math.Sin(Math.PI / 128) * 18, walls.Sum(s => s.Area) + building.Zone.Windows.Sum(w => w.Area), 6);
    }

    [Fact]
    public void Surfaces_of_a_source_stand_and_only_what_they_lack_is_filled()
    {
        var brick = new Construction("brick", [new MaterialLayer("brick", 0.24, 0.81, 1800, 1050)]);
        var record = Slab with
        {
            Footprint = null,
            FloorArea = new(200, "house.ifc"),
            Surfaces =
            [
                new() { Kind = SurfaceKind.Wall, Area = 90, Azimuth = 180, Construction = brick, Source = "house.ifc" },
                new() { Kind = SurfaceKind.Wall, Area = 80, Azimuth = 0, UValue = 0.3, Source = "house.ifc" },
                new() { Kind = SurfaceKind.Roof, Area = 110, Azimuth = 180, Tilt = 30, Source = "house.ifc" },
                new() { Kind = SurfaceKind.Floor, Area = 100, Exposure = Exposure.Ground, Source = "house.ifc" },
                new() { Kind = null, Area = 20, Azimuth = 180, UValue = 1.1, Source = "house.ifc" },
            ],
        };
        var zone = ArchetypeTable.Shipped.Complete(record, Wuhan).Zone;
        Assert.Equal(1 / (0.13 + 0.24 / 0.81 + 0.04), zone.Opaque.Single(s => s.Area == 90).UValue, 12);
        Assert.Equal(0.3, zone.Opaque.Single(s => s.Area == 80).UValue);
        Assert.Equal((1.1, 3), (zone.Windows.Single().UValue, zone.Windows.Single().Panes));
        Assert.Equal(ArchetypeTable.Shipped.Find(BuildingUse.Residential, 1995, Wuhan.Zone).RoofU, zone.Opaque.Single(s => s.Kind == SurfaceKind.Roof).UValue);
        Assert.Equal((100.0, 180.0), (zone.Opaque.Single(s => s.Kind == SurfaceKind.Floor).Area, zone.Opaque.Single(s => s.Kind == SurfaceKind.Floor).Tilt));
    }

    [Fact]
    public void A_building_of_a_floor_area_alone_is_a_square_with_storeys_of_its_archetype()
    {
        var building = ArchetypeTable.Shipped.Complete(new() { Id = "B", Use = new(BuildingUse.Residential, "x"), FloorArea = new(2400, "x") }, Wuhan);
        Assert.Equal((6, 18.0), (building.Storeys, building.Height));
        Assert.Equal(4 * 20 * 18, building.Zone.Opaque.Where(s => s.Kind == SurfaceKind.Wall).Sum(s => s.Area) + building.Zone.Windows.Sum(w => w.Area), 9);
    }

    [Fact]
    public void A_building_without_size_or_place_is_refused_with_both_sentences()
    {
        var problems = new ProblemList();
        Assert.Null(ArchetypeTable.Shipped.Complete(new() { Id = "B-7" }, new() { Zone = ClimateZone.Cold }, "plan.csv", problems));
        Assert.Equal(
            ["The building 'B-7' has no footprint, no floor area and no volume: nothing says how large it is.", "The building 'B-7' has no place: it has no longitude and latitude, and no footprint in degrees."],
            problems.Select(p => p.Sentence));
    }

    [Theory]
    [InlineData(-3)]
    [InlineData(2500)]
    public void A_height_that_no_building_has_is_refused(double height)
    {
        var problems = new ProblemList();
        Assert.Null(ArchetypeTable.Shipped.Complete(Slab with { Height = new(height, "x") }, Wuhan, "f", problems));
        Assert.Contains(problems, p => p.Sentence.Contains(" m high; above 0 to 2,000 m is accepted", StringComparison.Ordinal));
    }

    internal static Polygon Box(double west, double south, double east, double north) => new(new LinearRing(Ring(west, south, east, north)));

    private static Coordinate[] Ring(double west, double south, double east, double north) => [new(west, south), new(east, south), new(east, north), new(west, north), new(west, south)];
}
