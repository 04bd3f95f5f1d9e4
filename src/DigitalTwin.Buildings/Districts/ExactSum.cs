namespace DigitalTwin.Buildings.Districts;

/// <summary>
/// Sums that have the same bits in whatever order they are taken: each value is first rounded to a multiple of a quantum 2^-q, by adding and taking away 1.5 · 2^(52 - q), and sums of such multiples are exact
/// in double precision below 2^(53 - q). So a city's power is one number however it is cut into parts. Powers: q = 10 (1 mW; exact to 8.8 TW), water: q = 44 (6e-14 m³/s; exact to 512 m³/s), cost: q = 34 (exact to 524,288 a second),
/// people and temperatures: q = 20.
/// </summary>
internal static class ExactSum
{
    private static readonly double[] Magics = [.. Enumerable.Range(0, Lane.Quantities).Select(q => 1.5 * Math.Pow(2, 52 - Bits((BuildingQuantity)q)))];

    /// <summary>What is added and taken away to round a value of a quantity.</summary>
    public static double Magic(int quantity) => Magics[quantity];

    /// <summary>The value as it enters sums.</summary>
    public static double Rounded(double value, int quantity) => (value + Magics[quantity]) - Magics[quantity];

    private static int Bits(BuildingQuantity quantity) => quantity switch
    {
        BuildingQuantity.Water or BuildingQuantity.HotWater => 44,
        BuildingQuantity.Cost => 34,
        BuildingQuantity.Occupants or BuildingQuantity.TooHot or BuildingQuantity.TooCold or BuildingQuantity.AirTemperature or BuildingQuantity.OperativeTemperature => 20,
        _ => 10,
    };
}
