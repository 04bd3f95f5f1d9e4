namespace DigitalTwin.Buildings.Use;

/// <summary>A number of a use as files name it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit in files.</param>
/// <param name="Scale">SI per unit.</param>
/// <param name="Least">Least value that is accepted.</param>
/// <param name="Most">Greatest value that is accepted.</param>
internal sealed record UseQuantity(string Name, string Unit, double Scale, double Least, double Most)
{
    /// <summary>The words for carriers.</summary>
    public static readonly IReadOnlyList<string> Carriers = ["electricity", "gas", "district-heat"];

    /// <summary>All numbers.</summary>
    public static readonly IReadOnlyList<UseQuantity> All =
    [
        new("floor-area-per-person", "m2", 1, 0.1, 10000), new("heat-per-person", "W", 1, 0, 1000), new("lighting", "W/m2", 1, 0, 1000), new("equipment", "W/m2", 1, 0, 10000),
        new("common", "W/m2", 1, 0, 1000), new("fresh-air", "m3/h", 1 / 3600.0, 0, 1000), new("water", "L/d", 0.001, 0, 100000), new("hot-water", "L/d", 0.001, 0, 100000), new("cooking", "W", 1, 0, 100000),
        new("heating-efficiency", "", 1, 0.01, 20), new("heating-capacity", "W/m2", 1, 0, 10000), new("cooling-performance", "", 1, 0.01, 30), new("cooling-capacity", "W/m2", 1, 0, 10000),
        new("hot-water-efficiency", "", 1, 0.01, 20), new("hot-limit", "degC", 1, -50, 100), new("cold-limit", "degC", 1, -50, 100),
    ];

    /// <summary>Names of quantities that are a word.</summary>
    public static readonly IReadOnlyList<string> Words = ["heating-carrier", "hot-water-carrier"];

    /// <summary>Names of quantities by hour, with what is accepted: shares, temperatures, relative amounts.</summary>
    public static readonly IReadOnlyList<UseQuantity> Hours =
    [
        new("occupancy", "", 1, 0, 1), new("lighting", "", 1, 0, 1), new("equipment", "", 1, 0, 1), new("heating", "degC", 1, -50, 60), new("cooling", "degC", 1, -50, 100),
        new("water", "", 1, 0, 1000), new("cooking", "", 1, 0, 1000),
    ];
}
