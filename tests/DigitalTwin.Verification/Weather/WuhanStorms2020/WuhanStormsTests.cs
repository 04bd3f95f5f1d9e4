using DigitalTwin.Weather.Storms;
using Xunit.Abstractions;

namespace DigitalTwin.Verification.Weather.WuhanStorms2020;

/// <summary>
/// DB4201/T 641-2020 (Wuhan): depths of the intensity formula to 0.1 mm, and the five-minute blocks of a five-year storm of two hours with r = 0.39 to 0.01 mm, both
/// computed independently of this code.
/// </summary>
public class WuhanStormsTests(ITestOutputHelper output)
{
    private static readonly double[] Minutes = [5, 30, 60, 120, 180, 360, 720, 1440];

    private static readonly (double Years, double[] Depths)[] Published =
    [
        (2, [9.8, 31.9, 44.5, 59.5, 69.7, 90.0, 115.3, 146.8]),
        (5, [12.5, 40.7, 56.9, 76.1, 89.1, 115.1, 147.4, 187.8]),
        (10, [14.6, 47.4, 66.2, 88.6, 103.7, 134.1, 171.7, 218.7]),
        (50, [19.4, 63.0, 88.0, 117.7, 137.8, 178.1, 228.1, 290.6]),
        (100, [21.5, 69.8, 97.4, 130.2, 152.5, 197.1, 252.4, 321.5]),
    ];

    private static readonly double[] Blocks =
    [
        1.32, 1.44, 1.59, 1.79, 2.06, 2.45, 3.07, 4.23, 7.14, 12.53, 7.66, 5.20, 3.97, 3.24, 2.76, 2.41, 2.15, 1.95, 1.79, 1.66, 1.54, 1.45, 1.37, 1.30,
    ];

    [Fact]
    public void Depths_and_blocks_are_those_of_the_standard()
    {
        var wuhan = StormFormulas.BuiltIn.Find("wuhan-2020")!;
        var table = new VerificationTable();
        foreach (var (years, depths) in Published)
        {
            for (var i = 0; i < Minutes.Length; i++)
                table.Add($"once in {years} years", $"depth of {Minutes[i]} min, mm", depths[i], wuhan.Depth(years, Minutes[i]), 0.0501);
        }
        var storm = new ChicagoStorm(wuhan, 5, 120, wuhan.PeakRatio);
        for (var i = 0; i < Blocks.Length; i++)
            table.Add("Chicago, 5 years, 120 min", $"block {5 * i} to {5 * (i + 1)} min, mm", Blocks[i], storm.DepthUntil(5 * (i + 1)) - storm.DepthUntil(5 * i), 0.00501);
        table.Add("Chicago, 5 years, 120 min", "sum, mm", 76.06, storm.TotalDepth, 0.00501);
        table.Add("Chicago, 5 years, 120 min", "peak, mm/min", 3.195, storm.PeakIntensity, 0.000501);
        output.WriteLine(table.ToString());
        table.AssertAll();
        table.Publish("src/DigitalTwin.Weather/README.md", "storms");
        table.Summarise("storms", "Design storms", "the depths and the hyetograph of DB4201/T 641-2020, in millimetres");
    }
}
