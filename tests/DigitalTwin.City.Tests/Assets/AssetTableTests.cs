using DigitalTwin.Cities.Assets;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Randomness;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Tests.Assets;

public class AssetTableTests
{
    private static readonly AssetTable City = new([
        Points("parking/lot", ["P-01", "P-02", "LK-1"]),
        Points("water/pipe", ["P-1042", "P-1043", "P-2", "西/1"]),
        Points("water/junction", ["J-1", "J-2"])]);

    private static AssetLayer Points(string type, string[] ids) => new()
    {
        Type = type,
        Ids = ids,
        Source = [.. Enumerable.Range(0, ids.Length)],
        Longitude = [.. ids.Select((_, i) => 114.40 + 0.001 * i)],
        Latitude = [.. ids.Select(_ => 30.50)],
        Columns = [AssetColumn.Numbers("diameter", "m", i => 0.1 * (i + 1)), AssetColumn.Texts("street", i => "S" + i)],
    };

    [Fact]
    public void An_asset_is_found_by_its_name()
    {
        var asset = City[City.Find(AssetId.Parse("water/pipe/P-1043"))];
        Assert.Equal("water/pipe/P-1043", asset.Id.ToString());
        Assert.Equal(("water", "water/pipe", "P-1043"), (asset.Id.Domain, asset.Id.Type, asset.Id.Local));
        Assert.Equal(114.401, asset.Place!.X, 1e-12);
        Assert.Equal([new("diameter", "m", 0.2, null), new("street", "", double.NaN, "S1")], asset.Attributes);
        Assert.Equal(-1, City.Find(AssetId.Parse("water/pipe/P-9")));
        Assert.Equal("N50H05190001", BeiDou12(asset));
    }

    private static string BeiDou12(Asset asset) => Cities.BeiDou.BeiDouCode.TryDecode(asset.GridCode, out var cell, out _)
        && cell.West <= (decimal)asset.Place!.X && (decimal)asset.Place.X < cell.East ? asset.GridCode![..12] : "outside";

    [Theory]
    [InlineData("parking/lot/*", 3)]
    [InlineData("parking/lot/P-*", 2)]
    [InlineData("water/pipe/P-1*", 2)]
    [InlineData("water/*/*1", 2)]
    [InlineData("*/*/P-??", 2)]
    [InlineData("water/pipe/西/?", 1)]
    [InlineData("water/pipe/西/1", 1)]
    [InlineData("water/pipe/*/*", 1)]
    public void A_pattern_finds_what_it_says(string pattern, int count)
    {
        Assert.Equal(count, City.Select(pattern, out var sentence).Count);
        Assert.Null(sentence);
    }

    [Theory]
    [InlineData("water/pipe/P-1O42", "'water/pipe/P-1O42' is not on this map. Did you mean 'water/pipe/P-1042'?")]
    [InlineData("water/junction/P-1042", "'water/junction/P-1042' is not on this map. Did you mean 'water/pipe/P-1042'?")]
    [InlineData("water/pump/PU-1", "This map has no asset of the type 'water/pump'. Did you mean 'water/pipe'?")]
    [InlineData("water/pipe/X*", "No asset of this map matches 'water/pipe/X*'.")]
    [InlineData("waters/pipe/P*", "No asset of this map matches 'waters/pipe/P*'. Did you mean 'water/pipe'?")]
    [InlineData("P-1*", "No asset of this map matches 'P-1*'. A pattern has three parts, as in 'water/pipe/P-1*'.")]
    [InlineData("P-1042", "'P-1042' has one part; an asset id is domain/type/id, as in 'water/pipe/P-1042'.")]
    [InlineData("energy/grid/7", "This map has no asset of the type 'energy/grid'. It has: parking/lot, water/pipe, water/junction.")]
    public void A_name_that_is_not_on_the_map_is_told_the_nearest(string text, string expected)
    {
        Assert.Empty(City.Select(text, out var sentence));
        Assert.Equal(expected, sentence);
    }

    [Theory]
    [InlineData("", "The asset id is empty; an asset id is domain/type/id, as in 'water/pipe/P-1042'.")]
    [InlineData("Water/pipe/1", "'Water/pipe/1' does not begin with a type such as 'water/pipe' (small letters, digits and hyphens); an asset id is domain/type/id, as in 'water/pipe/P-1042'.")]
    [InlineData("water/pipe/", "'water/pipe/' ends before the id of the asset; an asset id is domain/type/id, as in 'water/pipe/P-1042'.")]
    [InlineData("water/pipe/P 1", "'water/pipe/P 1' has a blank or a control character at place 13; an asset id has none.")]
    public void A_text_that_is_no_id_is_told_why(string text, string expected)
    {
        Assert.False(AssetId.TryParse(text, out _, out var sentence));
        Assert.Equal(expected, sentence);
        Assert.Equal(expected, Assert.Throws<InputException>(() => AssetId.Parse(text)).Problems[0].Sentence);
    }

    [Fact]
    public void The_nearest_asset_is_the_nearest_in_metres()
    {
        var (asset, distance) = City.Nearest(114.4012, 30.5, "water/pipe").Single();
        Assert.Equal("water/pipe/P-1043", City.IdOf(asset).ToString());
        Assert.Equal(19.16, distance, 0.02);
        Assert.Equal(4, City.Nearest(114.4012, 30.5, "water/pipe", 10).Count);
        Assert.Equal(["P-1043", "P-2", "P-1042"], City.Nearest(114.4012, 30.5, "water/pipe", 3).Select(n => City.IdOf(n.Asset).Local));
        Assert.Empty(City.Nearest(0, 0, "no/such"));
    }

    [Fact]
    public void A_line_is_as_near_as_its_nearest_point()
    {
        var lines = new LineString[] { new([new(114.40, 30.50), new(114.42, 30.50)]), new([new(114.41, 30.503), new(114.411, 30.503)]) };
        var table = new AssetTable([new()
        {
            Type = "water/pipe", Ids = ["long", "short"], Source = [0, 1], Longitude = [114.41, 114.4105], Latitude = [30.50, 30.503], Shape = i => lines[i],
        }]);
        var (asset, distance) = table.Nearest(114.4005, 30.501, "water/pipe").Single();
        Assert.Equal("long", table.IdOf(asset).Local);
        Assert.Equal(111.2, distance, 0.1);
    }

    [Fact]
    public void The_nearest_of_many_are_those_that_looking_at_all_of_them_finds()
    {
        var random = new KeyedRandom(7);
        const int n = 2000;
        var lines = Enumerable.Range(0, n).Select(i =>
        {
            // A few long lines among short ones, in clusters, and some on one another.
            var (x, y) = (114.4 + 0.02 * Math.Pow(random.Uniform(1, (ulong)i), 3), 30.5 + 0.02 * random.Uniform(2, (ulong)(i / 2)));
            var length = i % 200 == 0 ? 0.02 : 0.0005;
            return new LineString([new(x, y), new(x + length * random.Uniform(3, (ulong)i), y + length * random.Uniform(4, (ulong)i))]);
        }).ToArray();
        var table = new AssetTable([new()
        {
            Type = "water/pipe", Ids = [.. lines.Select((_, i) => $"P-{i}")], Source = [.. Enumerable.Range(0, n)],
            Longitude = [.. lines.Select(l => l.Centroid.X)], Latitude = [.. lines.Select(l => l.Centroid.Y)], Shape = i => lines[i],
        }]);
        var mean = lines.Average(l => l.Centroid.Y) * Math.PI / 180;
        for (var q = 0UL; q < 60; q++)
        {
            var (x, y) = (114.39 + 0.05 * random.Uniform(5, q), 30.49 + 0.05 * random.Uniform(6, q));
            var flat = lines.Select(l => new LineString([.. l.Coordinates.Select(c => new Coordinate(c.X * Math.Cos(mean), c.Y))])).ToArray();
            var here = new Point(x * Math.Cos(mean), y);
            var expected = Enumerable.Range(0, n).OrderBy(i => flat[i].Distance(here)).Take(5).Select(i => flat[i].Distance(here) * 6_371_008.8 * Math.PI / 180);
            var found = table.Nearest(x, y, "water/pipe", 5);
            Assert.Equal(expected.Select(d => Math.Round(d, 4)), found.Select(f => Math.Round(f.Distance, 4)));
        }
    }

    [Fact]
    public void An_area_holds_the_assets_whose_place_lies_in_it()
    {
        var area = new Polygon(new LinearRing([new(114.3995, 30.49), new(114.4015, 30.49), new(114.4015, 30.51), new(114.3995, 30.51), new(114.3995, 30.49)]));
        Assert.Equal([0, 1, 3, 4, 7, 8], City.Within(area));
        Assert.Equal([7, 8], City.Within(area, "water/junction"));
    }

    [Fact]
    public void A_million_assets_are_found_by_name_pattern_and_place()
    {
        const int n = 1_000_000;
        var ids = new string[n];
        var (x, y) = (new double[n], new double[n]);
        for (var i = 0; i < n; i++) (ids[i], x[i], y[i]) = ($"J-{i:D7}", 114 + i % 1000 * 1e-3, 30 + i / 1000 * 1e-3);
        var table = new AssetTable([new() { Type = "water/junction", Ids = ids, Source = [.. Enumerable.Range(0, n)], Longitude = x, Latitude = y }]);
        Assert.Equal(765_432, table.Find(AssetId.Parse("water/junction/J-0765432")));
        Assert.Equal(100, table.Select("water/junction/J-07654*", out _).Count);
        Assert.Equal(500_500, table.Nearest(114.5001, 30.5001, "water/junction").Single().Asset);
    }
}
