using DigitalTwin.Cities.BeiDou;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Cities.Tests.BeiDou;

public class BeiDouCodeTests
{
    // 116°18'45.37" E, 39°59'35.38" N, derived by hand with exact fractions; level 8 is a database vendor's documented value.
    private const decimal Longitude = 116 + 18m / 60 + 45.37m / 3600;
    private const decimal Latitude = 39 + 59m / 60 + 35.38m / 3600;

    [Theory]
    [InlineData(1, "N50J")]
    [InlineData(2, "N50J47")]
    [InlineData(3, "N50J475")]
    [InlineData(4, "N50J47539")]
    [InlineData(5, "N50J47539B8")]
    [InlineData(6, "N50J47539B82")]
    [InlineData(7, "N50J47539B8255")]
    [InlineData(8, "N50J47539B825534")]
    [InlineData(9, "N50J47539B82553461")]
    [InlineData(10, "N50J47539B8255346152")]
    public void The_ten_levels_of_the_published_place_are_the_published_codes(int level, string code)
    {
        Assert.Equal(code, BeiDouCode.Encode(Longitude, Latitude, level));
        Assert.Equal(code, BeiDouCode.Encode((double)Longitude, (double)Latitude, level));
    }

    [Fact]
    public void The_south_west_counts_away_from_the_zero_lines() =>
        Assert.Equal("S11J47539B8255346152", BeiDouCode.Encode(-Longitude, -Latitude));

    [Fact]
    public void A_place_on_a_cell_edge_is_not_moved_by_binary_fractions() =>
        Assert.Equal("N50H05135060", BeiDouCode.Encode(114.30, 30.59, 6));

    [Theory]
    [InlineData(180, 88, "N60V")]
    [InlineData(-180, -88, "S01V")]
    [InlineData(0, 0, "N31A")]
    public void The_edge_of_the_world_belongs_to_the_last_cell(double longitude, double latitude, string code) =>
        Assert.Equal(code, BeiDouCode.Encode(longitude, latitude, 1));

    [Fact]
    public void A_cell_holds_every_place_that_has_its_code_and_its_middle_has_the_same_code()
    {
        var random = new KeyedRandom(39409);
        for (var i = 0UL; i < 20_000; i++)
        {
            var longitude = random.Uniform(1, i) * 360 - 180;
            var latitude = random.Uniform(2, i) * 176 - 88;
            var level = 1 + random.Below(10, 3, i);
            var code = BeiDouCode.Encode(longitude, latitude, level);
            Assert.True(BeiDouCode.TryDecode(code, out var cell, out _));
            Assert.InRange((decimal)longitude, cell.West, cell.East);
            Assert.InRange((decimal)latitude, cell.South, cell.North);
            Assert.Equal(code, BeiDouCode.Encode((cell.West + cell.East) / 2, (cell.South + cell.North) / 2, level));
        }
    }

    [Fact]
    public void A_longer_code_lies_inside_the_shorter_one_that_begins_it()
    {
        for (var level = 2; level <= 10; level++)
        {
            BeiDouCode.TryDecode(BeiDouCode.Encode(Longitude, Latitude, level - 1), out var outer, out _);
            BeiDouCode.TryDecode(BeiDouCode.Encode(Longitude, Latitude, level), out var inner, out _);
            Assert.True(outer.West <= inner.West && inner.East <= outer.East && outer.South <= inner.South && inner.North <= outer.North);
            Assert.StartsWith(outer.Code, inner.Code);
        }
    }

    [Theory]
    [InlineData(null, "A grid code has 4, 6, 7, 9, 11, 12, 14, 16, 18, 20 characters; '' has 0.")]
    [InlineData("N50J4", "A grid code has 4, 6, 7, 9, 11, 12, 14, 16, 18, 20 characters; 'N50J4' has 5.")]
    [InlineData("N61J", "'N61J' is not a level 1 cell: N or S, a zone 01..60, a row A..V, as in 'N50H'.")]
    [InlineData("N50W", "'N50W' is not a level 1 cell: N or S, a zone 01..60, a row A..V, as in 'N50H'.")]
    [InlineData("N50JC7", "'C7' at place 5 of 'N50JC7' is not a cell of level 2: a column 0..B and a row 0..7.")]
    [InlineData("N50J476", "'6' at place 7 of 'N50J476' is not a cell of level 3: one digit 0..5.")]
    public void A_text_that_is_no_code_is_told_why(string? code, string expected)
    {
        Assert.False(BeiDouCode.TryDecode(code, out _, out var sentence));
        Assert.Equal(expected, sentence);
    }

    [Fact]
    public void What_the_grid_does_not_cover_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => BeiDouCode.Encode(180.1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => BeiDouCode.Encode(0, 88.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => BeiDouCode.Encode(double.NaN, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => BeiDouCode.Encode(0.0, 0.0, 11));
    }
}
