namespace DigitalTwin.Verification.Buildings.Ashrae140;

/// <summary>
/// Ranges: tables B8-1 to B8-5 of ASHRAE 140-2020's example results as NREL/BESTEST-GSR keeps them (results/resources/RESULTS5-2A.xlsx). Limits of acceptance: RWTH-EBC/AixLib, user's guide of
/// AixLib.ThermalZones.ISO13790.Validation.BESTEST (commit bbfd5fc), where those of case 910's cooling stand in reverse order.
/// </summary>
internal static class PublishedRanges
{
    public const string Heating = "heating, MWh", Cooling = "cooling, MWh", PeakHeating = "peak heating, kW", PeakCooling = "peak cooling, kW";

    public const string Highest = "highest, degC", Lowest = "lowest, degC", Mean = "mean, degC";

    public static IReadOnlyList<PublishedRange> All { get; } =
    [
        .. Loads("600", 3.993, 4.504, 3.75, 4.98, 5.432, 6.162, 5.00, 6.83, 3.020, 3.359, 5.422, 6.481),
        .. Loads("610", 4.066, 4.592, 3.61, 5.27, 4.117, 4.382, 2.74, 6.03, 3.021, 3.360, 5.331, 6.432),
        .. Loads("620", 4.094, 4.719, 3.67, 5.38, 3.841, 4.404, 2.76, 5.19, 3.038, 3.385, 3.955, 4.797),
        .. Loads("630", 4.356, 5.139, 3.69, 6.12, 2.573, 3.074, 1.08, 4.42, 3.039, 3.388, 3.526, 4.212),
        .. Loads("640", 2.403, 2.682, 1.58, 3.76, 5.237, 5.893, 4.44, 6.86, 4.039, 4.658, 5.365, 6.429),
        .. Loads("650", 0, 0, 0, 0, 4.186, 4.945, 3.46, 5.88, 0, 0, 5.045, 6.290),
        .. Loads("680", 1.732, 2.286, 1.21, 3.08, 5.932, 6.529, 5.13, 7.70, 1.778, 2.126, 5.761, 7.051),
        .. Loads("900", 1.379, 1.814, 1.04, 2.28, 2.267, 2.714, 2.35, 2.60, 2.443, 2.778, 2.556, 3.376),
        .. Loads("910", 1.648, 2.163, 1.56, 2.30, 1.191, 1.490, 0.86, 2.00, 2.469, 2.799, 2.081, 2.722),
        .. Loads("920", 2.956, 3.607, 2.55, 4.20, 2.549, 3.128, 2.43, 3.08, 2.512, 2.895, 2.710, 3.481),
        .. Loads("930", 3.524, 4.384, 2.75, 5.35, 1.654, 2.161, 1.24, 2.64, 2.537, 2.968, 2.335, 3.052),
        .. Loads("940", 0.863, 1.389, 0.22, 1.91, 2.203, 2.613, 2.24, 3.14, 3.052, 3.882, 2.556, 3.376),
        .. Loads("950", 0, 0, 0, 0, 0.586, 0.707, 0.43, 1.52, 0, 0, 2.054, 2.388),
        .. Loads("980", 0.246, 0.720, 0, 1.28, 3.501, 3.995, 3.52, 4.49, 1.254, 1.693, 2.930, 3.668),
        .. Loads("195", 3.951, 4.217, double.NaN, double.NaN, 0.592, 0.712, double.NaN, double.NaN, 1.791, 1.802, 0.944, 1.118),
        .. Floating("600FF", 62.37, 68.36, -13.84, -9.90, 24.26, 26.10),
        .. Floating("650FF", 61.13, 66.85, -17.76, -16.70, 17.60, 18.93),
        .. Floating("680FF", 69.77, 78.51, -8.07, -5.70, 30.19, 33.30),
        .. Floating("900FF", 43.25, 46.00, 0.60, 2.16, 24.46, 25.69),
        .. Floating("950FF", 36.13, 37.10, -13.36, -12.50, 14.35, 15.00),
        .. Floating("980FF", 48.54, 52.81, 7.30, 12.54, 30.49, 33.30),
    ];

    private static PublishedRange[] Loads(
        string name, double heat, double mostHeat, double heatFrom, double heatTo, double cool, double mostCool, double coolFrom, double coolTo, double peakHeat, double mostPeakHeat, double peakCool, double mostPeakCool) =>
    [
        double.IsNaN(heatFrom) ? PublishedRange.Around(name, Heating, heat, mostHeat) : new(name, Heating, heat, mostHeat, heatFrom, heatTo),
        double.IsNaN(coolFrom) ? PublishedRange.Around(name, Cooling, cool, mostCool) : new(name, Cooling, cool, mostCool, coolFrom, coolTo),
        PublishedRange.Around(name, PeakHeating, peakHeat, mostPeakHeat), PublishedRange.Around(name, PeakCooling, peakCool, mostPeakCool),
    ];

    private static PublishedRange[] Floating(string name, double highest, double mostHighest, double lowest, double mostLowest, double mean, double mostMean) =>
    [
        PublishedRange.Around(name, Highest, highest, mostHighest), PublishedRange.Around(name, Lowest, lowest, mostLowest), PublishedRange.Around(name, Mean, mean, mostMean),
    ];
}
