using System.Globalization;
using System.Text;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Weather.Storms;

namespace DigitalTwin.Weather.Tests.Storms;

public class StormTests
{
    private static readonly StormFormula Wuhan = StormFormulas.BuiltIn.Find("武汉")!;

    /// <summary>Depths of DB4201/T 641-2020, computed independently of this code and rounded to 0.1 mm.</summary>
    [Theory]
    [InlineData(2, "9.8 31.9 44.5 59.5 69.7 90.0 115.3 146.8", 124)]
    [InlineData(5, "12.5 40.7 56.9 76.1 89.1 115.1 147.4 187.8", 158)]
    [InlineData(10, "14.6 47.4 66.2 88.6 103.7 134.1 171.7 218.7", 184)]
    [InlineData(50, "19.4 63.0 88.0 117.7 137.8 178.1 228.1 290.6", 244)]
    [InlineData(100, "21.5 69.8 97.4 130.2 152.5 197.1 252.4 321.5", 270)]
    public void Depths_of_Wuhan_are_those_of_its_standard(double years, string depths, double litresPerSecondAndHectare)
    {
        double[] minutes = [5, 30, 60, 120, 180, 360, 720, 1440];
        var expected = depths.Split(' ').Select(d => double.Parse(d, CultureInfo.InvariantCulture)).ToArray();
        for (var i = 0; i < minutes.Length; i++) Assert.Equal(expected[i], Wuhan.Depth(years, minutes[i]), 0.0501);
        Assert.Equal(litresPerSecondAndHectare, Wuhan.Intensity(years, 60) / 0.006, 0.501);
    }

    [Fact]
    public void A_five_year_storm_of_two_hours_has_the_known_five_minute_blocks()
    {
        double[] blocks =
        [
            1.32, 1.44, 1.59, 1.79, 2.06, 2.45, 3.07, 4.23, 7.14, 12.53, 7.66, 5.20, 3.97, 3.24, 2.76, 2.41, 2.15, 1.95, 1.79, 1.66, 1.54, 1.45, 1.37, 1.30,
        ];
        var storm = new ChicagoStorm(Wuhan, 5, 120, Wuhan.PeakRatio);
        for (var i = 0; i < 24; i++) Assert.Equal(blocks[i], storm.DepthUntil(5 * (i + 1)) - storm.DepthUntil(5 * i), 0.00501);
        Assert.Equal(76.06, storm.TotalDepth, 0.00501);
        Assert.Equal(3.195, storm.PeakIntensity, 0.000501);
        Assert.Equal(storm.PeakIntensity, storm.IntensityAt(storm.PeakMinute), 12);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.39)]
    [InlineData(1.0)]
    public void The_heaviest_minutes_around_the_peak_have_the_depth_of_the_formula(double r)
    {
        var storm = new ChicagoStorm(Wuhan, 20, 180, r);
        for (var x = 5; x <= 180; x += 5)
        {
            var from = storm.PeakMinute - (r * x);
            Assert.Equal(Wuhan.Depth(20, x), storm.DepthUntil(from + x) - storm.DepthUntil(from), 9);
        }
    }

    [Fact]
    public void Intensity_is_the_derivative_of_depth()
    {
        var storm = new ChicagoStorm(Wuhan, 50, 180, 0.39);
        for (var t = 1.0; t < 180; t += 7.3)
            Assert.Equal(storm.IntensityAt(t), (storm.DepthUntil(t + 1e-4) - storm.DepthUntil(t - 1e-4)) / 2e-4, 1e-5);
    }

    [Fact]
    public void Litres_per_second_and_hectare_become_millimetres_per_minute()
    {
        var old = StormFormulas.BuiltIn.Find("wuhan-old-a")!;
        Assert.Equal(885 * (1 + (1.58 * Math.Log10(5))) / Math.Pow(66.37, 0.604), old.Intensity(5, 60) / 0.006, 9);
        Assert.Equal("wuhan-2020", StormFormulas.BuiltIn.Find("wuhan")!.Id);
        Assert.Null(StormFormulas.BuiltIn.Find("Atlantis"));
    }

    [Theory]
    [InlineData("""{"formulas":[{"id":"x","city":{"en":"X","zh":"X"},"source":"s","unit":"mm/h","A":9,"C":1,"b":10,"n":0.6}]}""", "Found 'mm/h'; accepted are mm/min, L/(s·ha).")]
    [InlineData("""{"formulas":[{"id":"x","city":{"en":"X","zh":"X"},"source":"s","unit":"mm/min","A":9,"C":1,"b":10,"n":1.6}]}""", "Found 1.6; a number from 0.001 to 0.999 is accepted.")]
    [InlineData("""{"formulas":[{"id":"x","city":{"en":"X","zh":"X"},"source":"s","unit":"mm/min","A":9,"C":1,"n":0.6}]}""", "'b' is missing.")]
    [InlineData("""{"formulas":[{"id":"x","city":"X","source":"s","unit":"mm/min","A":9,"C":1,"b":10,"n":0.6,"peak":0.4}]}""", "Unknown name 'peak'; accepted are")]
    [InlineData("""{"formulas":{}}""", "Found an object; a list is accepted.")]
    [InlineData("""{"formulas":[""", "This is not JSON")]
    public void A_broken_formula_file_gets_a_sentence(string json, string sentence)
    {
        var problems = new ProblemList();
        StormFormulas.Read(Encoding.UTF8.GetBytes(json), "own.json", problems);
        Assert.Contains(problems, p => p.Sentence.Contains(sentence, StringComparison.Ordinal) && p.Line == 1);
    }

    [Fact]
    public void A_storm_that_makes_no_sense_says_why()
    {
        var storm = new StormSpec { Formula = Wuhan with { PeakRatio = double.NaN }, ReturnPeriod = -5, Duration = TimeSpan.Zero, Begins = default, DepthFactor = double.NaN };
        Assert.Equal(4, storm.Mistakes().Count(m => m.IsError));
        var long_ = new StormSpec { Formula = Wuhan, ReturnPeriod = 500, Duration = TimeSpan.FromDays(2), Begins = default };
        Assert.Equal(2, long_.Mistakes().Count(m => !m.IsError));
    }
}
