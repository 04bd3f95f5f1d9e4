using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Results.Maps;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Tests.Results.Maps;

public sealed class MapPartsTests
{
    [Fact]
    public void A_letter_gives_its_value_back_to_a_hundredth_of_the_range_and_small_ones_far_better()
    {
        for (var value = 0.0; value <= 50; value += 0.37)
            Assert.Equal(value, Levels.Value(Levels.Of(value, 0, 50), 0, 50), 0.012 * 50 * Math.Max(0.1, Math.Sqrt(value / 50)));
        Assert.True(double.IsNaN(Levels.Value(Levels.Of(double.NaN, 0, 1), 0, 1)));
        Assert.Equal(Levels.Top + 1, Levels.Letters.Distinct().Count());
        Assert.DoesNotContain(Levels.Letters + Levels.Unknown + ' ', c => "<>&\"'\\`+".Contains(c));
    }

    [Fact]
    public void Only_a_difference_within_noise_has_the_middle_letter()
    {
        foreach (var difference in (double[])[-7, -1e-6, 0, 1e-6, 7])
        {
            Assert.Equal(Levels.Letters[Levels.Middle], Levels.OfDifference(difference, false, 10));
            if (difference != 0) Assert.Equal(Math.Sign(difference), Math.Sign(Levels.Letters.IndexOf(Levels.OfDifference(difference, true, 10)) - Levels.Middle));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("aaa")]
    [InlineData("aaaa")]
    [InlineData("abbbbbbbbbc!!!!!!d")]
    public void Runs_are_shortened_and_nothing_is_lost(string letters)
    {
        foreach (var text in (string[])[letters, letters + new string('z', 500), string.Concat(Enumerable.Repeat(letters, 9))])
        {
            var packed = Levels.Packed(text);
            Assert.True(packed.Length <= text.Length);
            var unpacked = System.Text.RegularExpressions.Regex.Replace(packed, "(.) (.)", m => new string(m.Groups[1].Value[0], Levels.Letters.IndexOf(m.Groups[2].Value[0]) + 4));
            Assert.Equal(text, unpacked);
        }
    }

    [Fact]
    public void Two_directions_of_a_street_lie_beside_each_other_each_to_its_right()
    {
        var projection = new MapProjection([new(114.40, 30.50), new(114.41, 30.51)], 2000, 800, 2200, 60);
        Coordinate[] course = [new(114.40, 30.505), new(114.41, 30.505)];    // eastward
        var east = ShapeTracer.Path(new LineString(course), projection, 6)!;
        var west = ShapeTracer.Path(new LineString([.. course.Reverse()]), projection, 6)!;
        var middle = projection.At(course[0]).Y;
        Assert.Equal(Math.Round(middle + 6), Y(east));    // y points down: the right of an eastward drive is south
        Assert.Equal(Math.Round(middle - 6), Y(west));

        static double Y(string path) => double.Parse(path[1..path.IndexOf('l')].Split(' ')[1]);
    }

    [Fact]
    public void Points_that_a_map_cannot_show_are_left_out_of_a_path()
    {
        var projection = new MapProjection([new(114.40, 30.50), new(114.41, 30.51)], 2000, 800, 2200, 60);
        Coordinate[] wobbly = [.. Enumerable.Range(0, 200).Select(i => new Coordinate(114.40 + (i * 5e-5), 30.505 + (1e-7 * (i % 2))))];
        Assert.True(ShapeTracer.Path(new LineString(wobbly), projection, 0)!.Length < 20);
        Assert.EndsWith("z", ShapeTracer.Path(new GeometryFactory().ToGeometry(new Envelope(114.401, 114.402, 30.501, 30.502)), projection, 6), StringComparison.Ordinal);
    }

    [Fact]
    public void A_slider_stops_at_round_hours_and_at_the_worst_instant()
    {
        var kept = Enumerable.Range(1, 288).Select(i => MadeUpRun.Day.At(i * 300)).ToArray();
        var frames = MapFrames.Of(kept, MadeUpRun.Day, [41_100]);
        Assert.Equal(25, frames.Count);
        Assert.Equal(24, frames.Count(f => f.Minute == 0));
        Assert.Contains(MadeUpRun.Day.At(41_100), frames);
        Assert.Equal(frames.Order(), frames);
    }

    [Fact]
    public void Delays_are_classed_by_1_2_5_and_shares_evenly()
    {
        float[] delays = [.. Enumerable.Range(0, 1000).Select(i => i < 900 ? i / 3000f : (i - 899) * 0.3f)];
        Assert.Equal([1, 2, 5, 10, 20], ColourScale.For(delays, KpiDirection.More).Breaks);
        Assert.Equal([20, 40, 60, 80, 100], ColourScale.For(Enumerable.Range(0, 1001).Select(i => i / 10f), KpiDirection.More).Breaks);
    }
}
