namespace DigitalTwin.Cities.Synthesis;

/// <summary>
/// Hourly multipliers of demand by use, each with the mean 1 over the day (invented in the usual shapes: two peaks at home, a long day in
/// shops, office hours, shifts), and of the price of electricity (valley, flat, peak and sharp hours, as Chinese tariffs have them).
/// </summary>
internal static class DemandPatterns
{
    public const int Homes = 0, Shops = 1, Offices = 2, Works = 3, Losses = 4, Count = 5;

    public const string PriceId = "TARIFF";

    /// <summary>Flat price, CNY per kWh.</summary>
    public const double Price = 0.65;

    /// <summary>Multipliers of the flat price from midnight: valley 23 to 7 h, peak 9 to 15 h, sharp 20 to 22 h.</summary>
    public static readonly double[] PriceMultipliers =
        [0.48, 0.48, 0.48, 0.48, 0.48, 0.48, 0.48, 1, 1, 1.49, 1.49, 1.49, 1.49, 1.49, 1.49, 1, 1, 1, 1, 1, 1.8, 1.8, 1, 0.48];

    public static readonly (string Id, double[] Multipliers)[] All =
    [
        ("HOMES", Scaled(42, 34, 30, 29, 34, 58, 108, 152, 140, 112, 104, 112, 120, 104, 90, 88, 98, 122, 152, 166, 160, 138, 104, 68)),
        ("SHOPS", Scaled(28, 22, 20, 20, 24, 40, 66, 94, 122, 140, 150, 158, 160, 148, 140, 138, 142, 152, 160, 152, 132, 102, 66, 40)),
        ("OFFICES", Scaled(18, 16, 15, 15, 18, 28, 62, 124, 190, 206, 206, 196, 158, 178, 200, 200, 190, 166, 108, 70, 52, 40, 30, 22)),
        ("WORKS", Scaled(82, 80, 78, 78, 82, 90, 102, 116, 122, 122, 120, 116, 106, 114, 120, 120, 116, 110, 100, 94, 90, 88, 86, 84)),
        ("LOSSES", Scaled([.. Enumerable.Repeat(1.0, 24)])),
    ];

    private static double[] Scaled(params double[] shape)
    {
        var mean = shape.Average();
        return [.. shape.Select(v => Math.Round(v / mean, 3))];
    }
}
